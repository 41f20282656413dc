// Reads all inputs with as many threads as there are cores, and collects what they tallied.
// In: inputs, and for a second pass the plans and the tables it is about. Out: parts of tables, skipped
// places, schemas. It leaves no thread behind, whatever happens.

import { randomBytes } from 'node:crypto';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { TocsinError } from '../base/index.ts';
import {
  createPipeMemory,
  type ForeignKey,
  isSplittable,
  maxRowBytes,
  type ResumedLeaves,
  type TableSchema,
  Unpacker,
} from '../read/index.ts';
import { feedInput, type Pages } from './feed-input.ts';
import { threadEnv } from './thread-env.ts';
import type { CheckpointJob } from './resume/checkpoint-job.ts';
import type { EarlierReading } from './resume/earlier-reading.ts';
import type { UnpackSettings } from './unpack-settings.ts';
import { packInputs } from './job-inputs.ts';
import type { FoundInput } from './find-inputs.ts';
import type { PackedValues } from './values/value-batch.ts';
import type { ValueJob } from './values/value-job.ts';
import {
  control,
  type InputSchema,
  type JobStretches,
  type ReadJob,
  sketchBits,
  stretchState,
  tableKey,
  type WorkerMessage,
  type WorkerResult,
} from './read-job.ts';

/** A stretch is what one thread reads at a time: large against a statement, small against a file. */
export const usualStretchBytes = 8 << 20;

/** Short-lived memory of a thread, MB: little is allocated there, and what is kept for it counts in the peak. */
const youngMegabytes = 8;

export interface ReadOptions {
  workers: number;
  today: string;
  seed: [number, number];
  stretchBytes?: number;
  windowBytes?: number;
  maxRowBytes?: number;
  twin?: boolean;
  signal?: AbortSignal;
  schemas?: InputSchema[];
  settled?: ReadJob['settled'];
  /** Stretches of a second pass, whose bounds are known. */
  stretches?: JobStretches;
  /** In a second pass, the leaves that are wanted of inputs that have to be unpacked, by input. */
  wanted?: Map<number, string[]>;
  unpack: UnpackSettings;
  /** What an earlier run has read. */
  earlier?: EarlierReading;
  /** Where the threads keep what they have read. */
  checkpoint?: Omit<CheckpointJob, 'name'>;
  /** Values to be given back instead of tallies, and who takes them. */
  values?: { job: ValueJob; take: (batch: PackedValues) => void };
  onProgress?: (progress: ReadProgress) => void;
}

export interface ReadProgress {
  bytes: number;
  /** Different addresses so far, from a sketch: within a few per cent. */
  addresses: number;
  /** Scanned pages read by OCR, and how many are known of. */
  pages: { done: number; inAll: number };
}

export interface ReadOutcome {
  results: WorkerResult[];
  stretches: JobStretches;
}

export function newSeed(): [number, number] {
  const bytes = randomBytes(8);
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}

/** Whether an input comes through the unpacking process, leaf by leaf. */
export function isUnpacked(input: FoundInput): boolean {
  return input.open !== null || input.recode !== null;
}

/** Cuts every input that can be read from anywhere into stretches. */
export function cutInputs(inputs: FoundInput[], stretchBytes: number): JobStretches {
  const cuts: { input: number; from: number; to: number }[] = [];
  inputs.forEach((input, i) => {
    if (input.partOf !== null || input.sameAs !== null) return;
    if (isUnpacked(input) || !isSplittable(input.plan)) cuts.push({ input: i, from: 0, to: Infinity });
    else
      for (let from = 0; from < Math.max(input.bytes, 1); from += stretchBytes)
        cuts.push({ input: i, from, to: Math.min(from + stretchBytes, input.bytes) });
  });
  return {
    input: Int32Array.from(cuts, (cut) => cut.input),
    from: Float64Array.from(cuts, (cut) => cut.from),
    to: Float64Array.from(cuts, (cut, i) => (cuts[i + 1]?.input === cut.input ? cut.to : Infinity)),
    exact: Uint8Array.from(cuts, (cut) => (cut.from === 0 ? 1 : 0)),
    states: new Map(),
  };
}

const fieldTestsModule = new URL('./field-tests.ts', import.meta.url);

export async function readInputs(inputs: FoundInput[], options: ReadOptions): Promise<ReadOutcome> {
  const stretches = options.stretches ?? cutInputs(inputs, options.stretchBytes ?? usualStretchBytes);
  const count = stretches.input.length;
  const workers = Math.max(1, Math.min(options.workers, count));
  const shared = {
    control: new SharedArrayBuffer((control.stretches + count) * 4),
    numbers: new SharedArrayBuffer((count + workers) * 8),
    sketch: new SharedArrayBuffer(sketchBits / 8),
  };
  const packed = packInputs(inputs, isUnpacked);
  const pages: Pages = { done: 0, inAll: 0 };
  const { unpack, earlier } = options;
  markRead(earlier, shared);
  // beside what earlier runs have kept
  const runName = randomBytes(6).toString('hex');
  const ports = connectThreads(workers);
  const job = (worker: number): ReadJob => ({
    ...shared,
    inputs: packed,
    stretches,
    pipe: createPipeMemory(),
    worker,
    others: ports[worker]!,
    seed: options.seed,
    today: options.today,
    maxRowBytes: options.maxRowBytes ?? maxRowBytes,
    windowBytes: options.windowBytes ?? 1 << 20,
    twin: options.twin ?? false,
    schemas: options.schemas ?? [...collectSchemas(earlier?.results ?? []).values()],
    switches: earlier?.switches ?? [],
    checkpoint: options.checkpoint ? { ...options.checkpoint, name: `${runName}${worker}` } : null,
    settled: options.settled ?? null,
    values: options.values?.job ?? null,
  });
  const unpackers = Array.from(
    { length: workers },
    () => new Unpacker({ roots: unpack.roots, fieldTests: fieldTestsModule }),
  );
  const feed = (input: number, worker: number, pipe: SharedArrayBuffer) =>
    feedInput(inputs[input]!, unpackers[worker]!, pipe, {
      wanted: options.wanted?.get(input) ?? null,
      resumed: resumedLeaves(earlier, stretches, input),
      settings: unpack,
      pages,
      onTaken: (bytes) => (new Float64Array(shared.numbers)[count + worker]! += bytes),
    });
  const threads = Array.from({ length: workers }, (_, worker) =>
    startWorker(job(worker), feed, options.values?.take),
  );
  const timer = setInterval(() => options.onProgress?.({ ...progressOf(shared, count), pages }), 200);
  const stopped = abortOf(options.signal);
  try {
    const results = await Promise.race([Promise.all(threads.map((thread) => thread.done)), stopped.promise]);
    return { results: [...(earlier?.results ?? []), ...results], stretches };
  } finally {
    clearInterval(timer);
    stopped.forget();
    await Promise.all(threads.map((thread) => thread.worker.terminate()));
    await Promise.all(unpackers.map((unpacker) => unpacker[Symbol.asyncDispose]()));
  }
}

/** What an earlier run has confirmed is final from the start. */
function markRead(
  earlier: EarlierReading | undefined,
  shared: { control: SharedArrayBuffer; numbers: SharedArrayBuffer },
): void {
  const states = new Int32Array(shared.control).subarray(control.stretches);
  const numbers = new Float64Array(shared.numbers);
  for (const [stretch, end] of earlier?.ends ?? []) {
    states[stretch] = stretchState.final;
    numbers[stretch] = end;
  }
}

function resumedLeaves(
  earlier: EarlierReading | undefined,
  stretches: JobStretches,
  input: number,
): ResumedLeaves | null {
  return earlier?.leaves.get(stretches.input.indexOf(input)) ?? null;
}

/** Rejects once the signal is given: threads are then ended wherever they are, as they write nothing. */
function abortOf(signal: AbortSignal | undefined): { promise: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal?.reason as Error);
  promise.catch(() => {});
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  return { promise, forget: () => signal?.removeEventListener('abort', stop) };
}

/** A channel between every two threads; for each thread its ends. */
function connectThreads(count: number): MessagePort[][] {
  const ports: MessagePort[][] = Array.from({ length: count }, () => []);
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const { port1, port2 } = new MessageChannel();
      ports[a]!.push(port1);
      ports[b]!.push(port2);
    }
  }
  return ports;
}

function startWorker(
  job: ReadJob,
  feed: (input: number, worker: number, pipe: SharedArrayBuffer) => Promise<void>,
  take: ((batch: PackedValues) => void) | undefined,
): { worker: Worker; done: Promise<WorkerResult> } {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: job,
    env: threadEnv(),
    transferList: job.others,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  const done = new Promise<WorkerResult>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'result') return resolve(message);
      if (message.kind === 'values') return take?.(message.batch);
      feed(message.input, job.worker, job.pipe).catch(reject);
    });
    worker.on('error', (error) =>
      reject(new TocsinError('WORKER_FAILED', 'a reading thread failed', { cause: error })),
    );
    worker.on('exit', (code) =>
      reject(new TocsinError('WORKER_FAILED', `a reading thread ended early (exit ${code})`)),
    );
  });
  return { worker, done };
}

function progressOf(
  shared: { numbers: SharedArrayBuffer; sketch: SharedArrayBuffer },
  stretches: number,
): Omit<ReadProgress, 'pages'> {
  const bytes = new Float64Array(shared.numbers).subarray(stretches).reduce((sum, part) => sum + part, 0);
  let ones = 0;
  const sketch = new Uint32Array(shared.sketch);
  // by index: an iterator leaves an object behind for each of the 262,144 words, five times a second
  for (let i = 0; i < sketch.length; i++) if (sketch[i] !== 0) ones += bitCount(sketch[i]!);
  // linear counting (Whang et al. 1990)
  return { bytes, addresses: Math.round(sketchBits * -Math.log1p(-Math.min(ones / sketchBits, 0.999))) };
}

function bitCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Schemas as the confirmed stretches state them, by `tableKey`; what several statements say of one adds up. */
export function collectSchemas(results: WorkerResult[]): Map<string, InputSchema & { schema: TableSchema }> {
  const schemas = new Map<string, InputSchema & { schema: TableSchema }>();
  for (const { schemas: found } of results) {
    for (const entry of found) {
      const key = tableKey(entry);
      const known = schemas.get(key);
      schemas.set(key, known ? { ...known, schema: addKeys(known.schema, entry.schema) } : entry);
    }
  }
  return schemas;
}

function addKeys(known: TableSchema, more: TableSchema): TableSchema {
  const has = (key: ForeignKey) =>
    known.foreignKeys.some((other) => other.column === key.column && other.table === key.table);
  return {
    ...known,
    primaryKey: known.primaryKey.length > 0 ? known.primaryKey : more.primaryKey,
    unique: [...new Set([...known.unique, ...more.unique])],
    foreignKeys: [...known.foreignKeys, ...more.foreignKeys.filter((key) => !has(key))],
  };
}
