// Examine: from leaked files to an exposure report, the main job. In: paths. Out: the report.
// Reads every input once; tables that a first glance mistook are read a second time. No value of the
// leak is in the report, but masked examples where they are asked for.

import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { TocsinError } from '../base/index.ts';
import { type ExposureReport } from '../report/index.ts';
import { HashIndex, type ResolvedPeople, resolvePeople } from '../resolve/index.ts';
import { earlierReading } from './resume/earlier-reading.ts';
import { beginRun, forgetRun, openRunFolder } from './resume/run-folder.ts';
import type { UnpackSettings } from './unpack-settings.ts';
import { insideOf } from './inside.ts';
import { findInputs, type FoundInput } from './find-inputs.ts';
import { assembleReport } from './assemble-report.ts';
import { type ExaminedPeople, examinedPeople } from './examined-people.ts';
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
  /** Called where a run goes on from an earlier one. */
  onResume?: () => void;
  /** Today, for dates of birth. */
  now?: Date;
  /** What identifiers are hashed by; by default by chance. */
  seed?: [number, number];
  /** Called once when all is found, before the report is returned. */
  keep?: (examined: ExaminedPeople) => Promise<void> | void;
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress & { totalBytes: number; seconds: number }) => void;
  /** For tests: other sizes than the usual ones never change the report. */
  tuning?: Pick<ReadOptions, 'stretchBytes' | 'windowBytes' | 'maxRowBytes' | 'twin'> & {
    checkpointMs?: number;
  };
}

/** A run of a minute loses at most a third of it; see also how long a checkpoint takes. */
const usualCheckpointMs = 20_000;

/** Some seconds each: what a night bears. */
const usualOcrPages = 2000;

export async function examine(paths: string[], options: ExamineOptions = {}): Promise<ExposureReport> {
  const started = performance.now();
  const { inputs, unreadable } = readableInputs(paths);
  const hashing = hashInputs(inputs);
  const now = options.now ?? new Date();
  const { checkpointMs = usualCheckpointMs, ...tuning } = options.tuning ?? {};
  const unpack: UnpackSettings = {
    roots: paths,
    passwords: options.passwords ?? [],
    ocrPages: options.ocrPages ?? usualOcrPages,
    maxUnpackedBytes: options.maxUnpackedBytes ?? null,
  };
  const settings = [tuning, unpack, ...(options.seed ? [options.seed] : [])];
  const run = openRunFolder(options.stateFolder ?? null, inputs, settings);
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
    const settled = await settle(inputs, read, readOptions, now);
    const textEmails = textEmailsOf(read.results);
    const people = resolvePeople(
      settled.tables.map((table) => table.merged),
      textEmails,
      { today: packedDay(now) },
    );
    dropContextFindings(settled, people);
    const hashes = await hashing.done;
    const found: Findings = {
      inputs,
      unreadable,
      hashes,
      changed: inputs.map(hasChanged),
      read,
      inside: insideOf(read.results),
      settled,
      people,
      textEmails,
      examples: options.examples ?? false,
      seconds: (performance.now() - started) / 1000,
    };
    const report = assembleReport(found);
    await options.keep?.(examinedPeople(found, report, seed));
    if (run) forgetRun(run);
    return report;
  } finally {
    await hashing.stop();
  }
}

/** INPUT_UNREADABLE or NOTHING_READABLE where there is no file that can be read. */
export function readableInputs(paths: string[]): ReturnType<typeof findInputs> {
  const found = findInputs(paths);
  if (found.inputs.length === 0) throw nothingReadable(paths, found.unreadable);
  return found;
}

/** As yyyymmdd. */
function packedDay(day: Date): number {
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
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

function hashInputs(inputs: FoundInput[]): {
  done: Promise<(string | null)[]>;
  stop: () => Promise<number>;
} {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), {
    workerData: { paths: inputs.map((input) => input.path) },
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const done = new Promise<(string | null)[]>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', (error) =>
      reject(new TocsinError('WORKER_FAILED', 'the hashing thread failed', { cause: error })),
    );
  });
  done.catch(() => {});
  return { done, stop: () => worker.terminate() };
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
): Promise<Settled> {
  const schemas = collectSchemas(read.results);
  const further: FurtherPass[] = [];
  for (let pass = 1; pass <= maxPasses; pass++) {
    const settled = settleTables(read.results, further, schemas, now);
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

/**
 * A city, an employer or a lone name is somebody's only in a table that is about people or belongs to them.
 * An IP address is personal data by itself, whoever's it is.
 */
function dropContextFindings(settled: Settled, people: ResolvedPeople): void {
  settled.tables.forEach(({ merged }, i) => {
    if (people.tables[i]!.about !== 'nobody') return;
    merged.findings.forEach((found, column) => {
      const [first] = found;
      if (!first || first.standing === 'own' || first.class === 'IP addresses') return;
      merged.findings[column] = [];
      for (const entry of merged.plan.gathered) if (entry.column === column) entry.validator = -1;
    });
  });
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
    const stats = statSync(input.path);
    return stats.size !== input.bytes || stats.mtimeMs !== input.modifiedMs;
  } catch {
    return true;
  }
}
