// A run of mask: a source is read, everything real in it gathered, then masked and searched. In: files, a plan, a secret.
// Out: what came of it. The output is in its place only if nothing was refused and nothing real is left in it.

import { availableParallelism } from 'node:os';
import {
  isUnicode,
  createMaskKeys,
  maskFileName,
  type MaskPlan,
  mergeRealValues,
  openRealValues,
} from '../../../mask/index.ts';
import { createPipeMemory } from '../../../read/index.ts';
import { columnFacts } from './column-facts.ts';
import { gatherAgain } from './gather-again.ts';
import type { SubsetRule } from '../subset/index.ts';
import { gatherSource } from './gather-source.ts';
import { gatherSubset } from './gather-subset.ts';
import { isStream, type MaskFile } from './mask-file.ts';
import { maskFiles } from './mask-files.ts';
import type { MaskJob } from './mask-job.ts';
import { type MaskThread, workHere, workInThread } from './mask-thread.ts';
import type { OutputPlace } from './output-place.ts';
import { type OutputPlaces, outputPlaces } from './output-places.ts';
import type { MaskOutcome } from './mask-outcome.ts';
import { refuseUnjoined } from './refuse-unjoined.ts';
import { openReplacers, type RunReplacers } from './run-replacers.ts';
import { withLines } from './with-lines.ts';

export interface RunOptions {
  files: MaskFile[];
  plan: MaskPlan;
  secret: Uint8Array;
  language: 'fr' | 'en' | 'de';
  output: OutputPlace;
  /** Only some rows of these tables, and what belongs to them. */
  subset?: readonly SubsetRule[];
  workers?: number | undefined;
  isChecked?: boolean;
  signal?: AbortSignal;
  /** Bytes of both passes that are done; `share` is of the work as a whole. */
  onProgress?: (progress: { pass: 'reading' | 'masking'; bytes: number; totalBytes: number }) => void;
  /** For tests: any length gives the same output. */
  stretchBytes?: number;
}

/** A thread costs a tenth of a second and 50 MB before it has read anything. */
const worthThreads = 4 << 20;

const usualStretchBytes = 2 << 20;

export async function runMask(options: RunOptions): Promise<MaskOutcome> {
  const {
    files,
    plan,
    secret,
    language,
    subset = [],
    isChecked = true,
    signal,
    stretchBytes = usualStretchBytes,
  } = options;
  const pipe = files.some(isStream) ? createPipeMemory() : null;
  const job: MaskJob = { files, plan, secret, language, pipe, isChecked };
  const threads = startThreads(job, options.workers);
  try {
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const { gathered, tally } = await gatherSource(job, threads, {
      stretchBytes,
      signal,
      onBytes: (bytes) => options.onProgress?.({ pass: 'reading', bytes, totalBytes }),
    });
    const { teller, stretches, certain } = gathered;
    const refusals = [...tally.refusals, ...certain.refusals(), ...refuseUnjoined(plan, teller.all)];
    const isPacked = (path: string) => files.some((file) => file.path === path && file.packing !== null);
    if (refusals.length > 0)
      return { ...nothingWritten, seen: tally.seen(0), refusals: await withLines(refusals, isPacked) };
    if (gathered.isSpoilt) await gatherAgain(job, threads, gathered, signal);
    const real = await takeReal(threads);
    const part =
      subset.length > 0 ? await gatherSubset(job, threads, gathered, subset, tally.seen(0), signal) : null;
    const asciiOnly = [...gathered.notUtf8].filter((file) => isUnicode(files[file]!.charset));
    const settled = { real, facts: columnFacts(teller.all), asciiOnly };
    await Promise.all(threads.map((thread) => thread.ask({ kind: 'settle', settled })));
    let opened: RunReplacers | null = null;
    const replacers = () => (opened ??= openReplacers(job, settled));
    const named = namesOf(files, replacers);
    if (named.refusals.length > 0) return { ...nothingWritten, seen: tally.seen(0), ...named };
    const rows = part?.stretches ?? null;
    const masked = await maskFiles(
      job,
      threads,
      {
        teller,
        stretches,
        rows,
        places: named.places,
        search: () => replacers().search,
        output: options.output,
        signal,
      },
      (bytes) => options.onProgress?.({ pass: 'masking', bytes, totalBytes }),
    );
    return {
      ...masked,
      survivors: [...named.survivors, ...masked.survivors],
      refusals: await withLines(masked.refusals, isPacked),
      subset: part?.tables ?? null,
      shownName: (name) => maskFileName(name, replacers().text),
      seen: tally.seen(openRealValues(real, createMaskKeys(secret)).count),
    };
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** Apart, so that nothing holds the parts any longer. */
async function takeReal(threads: MaskThread[]): Promise<SharedArrayBuffer> {
  return mergeRealValues(await Promise.all(threads.map((thread) => thread.ask({ kind: 'take' }))));
}

const nothingWritten = {
  output: null,
  values: new Map<string, number>(),
  finds: 0,
  stoodAside: 0,
  survivors: [],
  subset: null,
  shownName: (name: string) => name,
};

/** One file is called as the user says; of a folder, each is called as it was, without the people in its name. */
function namesOf(files: readonly MaskFile[], replacers: () => RunReplacers): OutputPlaces {
  if (files.every(({ place }) => place === ''))
    return { places: files.map(() => ''), refusals: [], survivors: [] };
  return outputPlaces(files, replacers());
}

/**
 * `workers`: as many threads, however little there is to do. This one is among them, for another would take 80 MB; only who
 * reads from the pipe has to wait elsewhere for who writes into it.
 */
function startThreads(job: MaskJob, workers: number | undefined): MaskThread[] {
  const bytes = job.files.reduce((sum, file) => sum + file.bytes, 0);
  const count = workers ?? (bytes < worthThreads ? 1 : availableParallelism());
  const others = job.pipe === null ? count - 1 : count;
  const threads = Array.from({ length: others }, () => workInThread(job));
  return job.pipe === null ? [...threads, workHere(job)] : threads;
}
