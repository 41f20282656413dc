// Reads a whole directory, stretch by stretch, over a few threads; a small one here. In: the file or the pipe, and the
// plan. Out: stretches in the order of the file, each beginning where the one before it ended. What is read ahead is
// bounded by the number of threads.

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { TocsinError } from '../../base/index.ts';
import { openFileSource } from '../../read/index.ts';
import { openStretches, type ReadStretch, type StretchPlan } from './read-stretches.ts';

export interface StretchJob {
  plan: StretchPlan;
  /** Of the file, or null where the bytes come through the pipe. */
  path: string | null;
  pipe: SharedArrayBuffer | null;
}

export interface AskedStretch {
  number: number;
  from: number;
  isExact: boolean;
  until: number;
}

export interface StretchOptions {
  signal?: AbortSignal;
  /** For tests: any length gives the same rows. */
  stretchBytes?: number;
  threads?: number;
}

/** Some hundred thousand rows: a thread is asked a hundred times for ten million. */
const usualStretchBytes = 8 << 20;

/** A thread costs a tenth of a second and 50 MB before it has read anything. */
const worthThreads = 16 << 20;

/** Directories are read by two threads at most: a third would wait for the vault. */
const mostThreads = 2;

export async function* readStretches(
  job: StretchJob,
  { signal, stretchBytes = usualStretchBytes, threads }: StretchOptions = {},
): AsyncGenerator<ReadStretch> {
  if (job.path === null) {
    yield* inOrder(job, Number.POSITIVE_INFINITY, stretchBytes, 1, signal);
    return;
  }
  const { size } = statSync(job.path);
  const wanted = threads ?? (size < worthThreads ? 0 : Math.min(mostThreads, availableParallelism()));
  if (wanted > 0) yield* inOrder(job, size, stretchBytes, wanted, signal);
  else yield* here(job, job.path, size, stretchBytes, signal);
}

async function* here(
  { plan }: StretchJob,
  path: string,
  size: number,
  stretchBytes: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadStretch> {
  const source = openFileSource(path);
  try {
    const read = openStretches(source, plan);
    for (let from = plan.table.dialect.dataOffset; from < size;) {
      signal?.throwIfAborted();
      const stretch = read(from, true, from + stretchBytes);
      yield stretch;
      if (stretch.to <= from) return;
      from = stretch.to;
    }
  } finally {
    source.close();
  }
}

/** Asks threads for stretches ahead; one that was begun at a wrong guess is asked for again from the right place. */
async function* inOrder(
  job: StretchJob,
  size: number,
  stretchBytes: number,
  threads: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadStretch> {
  const workers = Array.from({ length: threads }, () => new StretchThread(job));
  try {
    const first = job.plan.table.dialect.dataOffset;
    const isStream = job.path === null;
    const waiting: { asked: Promise<ReadStretch>; until: number; worker: StretchThread }[] = [];
    let next = first;
    const ask = (worker: StretchThread) => {
      if (next >= size) return;
      const until = Math.min(size, next + stretchBytes);
      waiting.push({ asked: worker.ask(next, next === first || isStream, until), until, worker });
      next = until;
    };
    for (const worker of workers) ask(worker);
    let end = first;
    while (waiting.length > 0) {
      signal?.throwIfAborted();
      const { asked, until, worker } = waiting.shift()!;
      let stretch = await asked;
      if (stretch.from !== end && end < until) stretch = await worker.ask(end, true, until);
      if (isStream) {
        // where a stream goes on is known only now; where nothing more came, it has ended
        if (stretch.to <= end) return;
        next = stretch.to;
      }
      ask(worker);
      if (end >= until) continue;
      end = stretch.to;
      yield stretch;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
}

class StretchThread {
  #worker: Worker;
  #asked = 0;
  #waiting = new Map<number, PromiseWithResolvers<ReadStretch>>();

  constructor(workerData: StretchJob) {
    this.#worker = new Worker(new URL('./stretch-worker.ts', import.meta.url), { workerData });
    this.#worker.on('message', ({ number, stretch }: { number: number; stretch: ReadStretch }) => {
      this.#waiting.get(number)!.resolve(stretch);
      this.#waiting.delete(number);
    });
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#worker.on('exit', () => this.#fail(undefined));
  }

  ask(from: number, isExact: boolean, until: number): Promise<ReadStretch> {
    const number = this.#asked++;
    const answer = Promise.withResolvers<ReadStretch>();
    // an answer that nobody waits for any more may fail
    answer.promise.catch(() => {});
    this.#waiting.set(number, answer);
    const asked: AskedStretch = { number, from, isExact, until };
    this.#worker.postMessage(asked);
    return answer.promise;
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }

  #fail(cause: unknown): void {
    const error = new TocsinError('WORKER_FAILED', 'a thread that reads the directory failed', { cause });
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
