// Examine: from leaked files to an exposure report, the main job. In: paths. Out: the report.
// Reads every input once; tables that a first glance mistook are read a second time. No value of the
// leak is in the report, but masked examples where they are asked for.

import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { TocsinError } from '../base/index.ts';
import { packedDay } from '../recognise/index.ts';
import { type ExposureReport } from '../report/index.ts';
import { HashIndex, resolvePeople } from '../resolve/index.ts';
import { earlierReading } from './resume/earlier-reading.ts';
import { beginRun, forgetRun, openRunFolder, type RunFolder } from './resume/run-folder.ts';
import { type UnpackSettings, usualOcrPages } from './unpack-settings.ts';
import { insideOf, isWithin } from './inside.ts';
import { rootsOf } from './evidence/evidence-inputs.ts';
import { type FoundFiles, findInputs, type FoundInput } from './find-inputs.ts';
import { hashInputs } from './hash-inputs.ts';
import { markSameBytes } from './same-bytes.ts';
import { assembleReport } from './assemble-report.ts';
import { type ExaminedPeople, examinedPeople } from './examined-people.ts';
import { type KnownTables, nothingKnown } from './deliveries/known-tables.ts';
import { dropContextFindings } from './drop-context-findings.ts';
import type { Findings } from './findings.ts';
import {
  collectSchemas,
  isUnpacked,
  newSeed,
  readInputs,
  type ReadOptions,
  type ReadOutcome,
  type ReadProgress,
} from './read-inputs.ts';
import { type FurtherPass, settleTables, type Settled } from './settle-tables.ts';
import { type JobStretches, tableKey, type TableName, type WorkerResult } from './read-job.ts';

export interface ExamineOptions {
  /** What to read, where it has been looked at already; the paths then only name it. */
  found?: FoundFiles;
  /** Masked examples of values in the report. */
  examples?: boolean;
  workers?: number;
  /** Tried on archives and documents that are encrypted. */
  passwords?: string[];
  /** Scanned pages that are read by OCR, at most. */
  ocrPages?: number;
  /** Bytes that one input may unpack to; by default in proportion to its size. */
  maxUnpackedBytes?: number;
  /** Folder in which a long run keeps, sealed, what it has read; a run that was stopped goes on from there. */
  stateFolder?: string;
  /** What that is sealed with; by default a key that lies there. */
  stateKey?: Uint8Array;
  /** Called where a run goes on from an earlier one. */
  onResume?: () => void;
  /** Today, for dates of birth. */
  now?: Date;
  /** The day as of which people are minors; by default today. */
  asOf?: Date;
  /** What identifiers are hashed by; by default by chance. */
  seed?: [number, number];
  /** What a case holds already of tables that the files may be parts of. */
  known?: KnownTables;
  /** Called once when all is found, before the report is returned. */
  keep?: (examined: ExaminedPeople, found: Findings) => Promise<void> | void;
  /** Called when what was found may be forgotten but for the report; a run that is stopped before it ends can go on. */
  conclude?: () => Promise<void> | void;
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress & { totalBytes: number; seconds: number }) => void;
  /** For tests: other sizes than the usual ones never change the report. */
  tuning?: Pick<ReadOptions, 'stretchBytes' | 'windowBytes' | 'maxRowBytes' | 'twin'> & {
    checkpointMs?: number;
  };
}

/** A run of a minute loses at most a third of it; see also how long a checkpoint takes. */
const usualCheckpointMs = 20_000;

export async function examine(paths: string[], options: ExamineOptions = {}): Promise<ExposureReport> {
  const { report, run } = await readAndReport(paths, options);
  await options.conclude?.();
  if (run) forgetRun(run);
  return report;
}

/** What it has found is garbage when it returns: what follows may need the room. */
async function readAndReport(
  paths: string[],
  options: ExamineOptions,
): Promise<{ report: ExposureReport; run: RunFolder | null }> {
  const started = performance.now();
  const { inputs: files, unreadable } = options.found ?? readableInputs(paths);
  const inputs = await markSameBytes(files, options.signal);
  const hashing = hashInputs(inputs.map((input) => input.places[0]!));
  const now = options.now ?? new Date();
  const { checkpointMs = usualCheckpointMs, ...tuning } = options.tuning ?? {};
  const unpack: UnpackSettings = {
    roots: options.found ? rootsOf(inputs) : paths,
    passwords: options.passwords ?? [],
    ocrPages: options.ocrPages ?? usualOcrPages,
    maxUnpackedBytes: options.maxUnpackedBytes ?? null,
  };
  const copies = inputs.flatMap(({ path, sameAs }) => (sameAs === null ? [] : [path]));
  const settings = [
    tuning,
    unpack,
    ...(options.seed ? [options.seed] : []),
    ...(copies.length > 0 ? [copies] : []),
  ];
  const run = openRunFolder(options.stateFolder ?? null, inputs, settings, options.stateKey);
  const seed = run?.earlier?.seed ?? options.seed ?? newSeed();
  if (run?.earlier) options.onResume?.();
  else if (run) beginRun(run, seed);
  const readOptions: ReadOptions = {
    ...tuning,
    workers: options.workers ?? availableParallelism(),
    today: now.toISOString(),
    seed,
    unpack,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: progressTeller(inputs, started, options.onProgress),
  };
  const kept: Partial<ReadOptions> = {
    ...(run ? { checkpoint: { folder: run.path, key: run.key, everyMs: checkpointMs } } : {}),
    ...(run?.earlier ? { earlier: earlierReading(run.earlier.results) } : {}),
  };
  try {
    const read = await readInputs(inputs, { ...readOptions, ...kept });
    const settled = await settle(inputs, read, readOptions, now, options.known ?? nothingKnown);
    const textEmails = textEmailsOf(read.results);
    const people = resolvePeople(
      settled.tables.map((table) => table.merged),
      textEmails,
      { today: packedDay(options.asOf ?? now) },
    );
    const judged = settled.tables.map(({ merged: { findings, plan } }) => ({
      findings: [...findings],
      plan: { ...plan, gathered: plan.gathered.map((entry) => ({ ...entry })) },
    }));
    dropContextFindings(
      settled.tables.map(({ merged }) => merged),
      people,
    );
    const hashes = await hashing.done;
    const found: Findings = {
      inputs,
      unreadable,
      hashes,
      changed: inputs.map(hasChanged),
      read,
      inside: insideOf(read.results),
      settled,
      judged,
      people,
      textEmails,
      examples: options.examples ?? false,
      unpack,
      seconds: (performance.now() - started) / 1000,
    };
    const report = assembleReport(found);
    await options.keep?.(examinedPeople(found, report, seed), found);
    return { report, run };
  } finally {
    await hashing.stop();
  }
}

/** INPUT_UNREADABLE or NOTHING_READABLE where there is no file that can be read. */
export function readableInputs(paths: string[]): FoundFiles {
  const found = findInputs(paths);
  if (found.inputs.length === 0) throw nothingReadable(paths, found.unreadable);
  return found;
}

function nothingReadable(paths: string[], unreadable: { path: string; reason: string }[]): TocsinError {
  const [first] = unreadable;
  if (first && unreadable.length === 1)
    return new TocsinError('INPUT_UNREADABLE', `${first.reason}: ${first.path}`);
  if (first)
    return new TocsinError(
      'NOTHING_READABLE',
      `none of ${unreadable.length} files can be read, the first: ${first.path} (${first.reason})`,
    );
  return new TocsinError('NOTHING_READABLE', `no file in ${paths.join(', ')}`);
}

function progressTeller(
  inputs: FoundInput[],
  started: number,
  tell: ExamineOptions['onProgress'],
): (progress: ReadProgress) => void {
  const totalBytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  return (progress) => tell?.({ ...progress, totalBytes, seconds: (performance.now() - started) / 1000 });
}

/** A first glance, a second look, and one more where the second was at a sample that was spoilt. */
const maxPasses = 4;

/** Settles the tables; reads those again whose plan does not hold what the settled one asks for. */
async function settle(
  inputs: FoundInput[],
  read: ReadOutcome,
  options: ReadOptions,
  now: Date,
  known: KnownTables,
): Promise<Settled> {
  const schemas = collectSchemas(read.results);
  for (const entry of known.schemas)
    if (!inputs.some(({ path }) => isWithin(entry.leaf, path))) schemas.set(tableKey(entry), entry);
  const further: FurtherPass[] = [];
  for (let pass = 1; pass <= maxPasses; pass++) {
    const settled = settleTables(read.results, further, schemas, now, known);
    if (settled.repeat.length === 0) return settled;
    forgetRecords(settled.repeat, [read.results, ...further.map((done) => done.results)]);
    const { stretches, wanted } = stretchesHolding(settled.repeat, read, inputs);
    const { results } = await readInputs(inputs, {
      ...options,
      onProgress: () => {}, // the first pass has told all there is to tell
      stretches,
      wanted,
      settled: settled.repeat,
      schemas: [...schemas.values()],
    });
    further.push({ tables: settled.repeat, results });
  }
  throw new TocsinError('WORKER_FAILED', 'the tables could not be settled');
}

/** What was gathered of tables that are read again is not needed any more. */
function forgetRecords(tables: TableName[], passes: WorkerResult[][]): void {
  const keys = new Set(tables.map(tableKey));
  for (const table of passes.flat().flatMap((result) => result.tables)) {
    if (!keys.has(tableKey(table))) continue;
    table.part.records.pages = [];
    table.part.records.count = 0;
  }
}

/**
 * The stretches that hold rows of the given tables, whose bounds are known from the first pass, and of inputs that
 * have to be unpacked the leaves that hold some.
 */
function stretchesHolding(
  repeat: TableName[],
  read: ReadOutcome,
  inputs: FoundInput[],
): { stretches: JobStretches; wanted: Map<number, string[]> } {
  const tables = new Set(repeat.map(tableKey));
  const { stretches } = read;
  const held = read.results
    .flatMap((result) => result.confirmed)
    .filter((confirmed) => confirmed.tables.some((table) => tables.has(tableKey(table))))
    .toSorted((a, b) => a.stretch - b.stretch);
  const inputOf = (stretch: number) => stretches.input[stretch]!;
  const wanted = new Map<number, string[]>();
  const again = held.filter(({ stretch, leaf }) => {
    const input = inputOf(stretch);
    if (!isUnpacked(inputs[input]!)) return true;
    const leaves = wanted.get(input);
    if (leaves) leaves.push(leaf);
    else wanted.set(input, [leaf]);
    return leaves === undefined;
  });
  return {
    wanted,
    stretches: {
      input: Int32Array.from(again, ({ stretch }) => inputOf(stretch)),
      from: Float64Array.from(again, ({ from }) => from),
      to: Float64Array.from(again, ({ stretch }) => stretches.to[stretch]!),
      exact: new Uint8Array(again.length).fill(1),
      states: new Map(again.map(({ state }, i) => [i, state])),
    },
  };
}

function textEmailsOf(results: WorkerResult[]): HashIndex {
  const emails = new HashIndex();
  for (const { textEmails } of results) {
    for (const hashes of textEmails)
      for (let i = 0; i < hashes.length; i += 2) emails.add(hashes[i]!, hashes[i + 1]!);
  }
  return emails;
}

function hasChanged(input: FoundInput): boolean {
  try {
    const [place] = input.places;
    // each chunk of a sealed copy is checked as it is read
    if (place?.seal) return false;
    const stats = statSync(place?.path ?? input.path);
    return stats.size !== input.bytes || stats.mtimeMs !== input.modifiedMs;
  } catch {
    return true;
  }
}
