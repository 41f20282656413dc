// The SHA-256 of each input, made by a thread of its own while others read them.

import { Worker } from 'node:worker_threads';
import { type FilePlace, TocsinError } from '../base/index.ts';
import { threadEnv } from './thread-env.ts';

export interface Hashing {
  /** By place: hex digits, or null where the file could not be read to its end. */
  done: Promise<(string | null)[]>;
  stop: () => Promise<number>;
}

export function hashInputs(places: FilePlace[]): Hashing {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), {
    workerData: { places },
    env: threadEnv(),
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
