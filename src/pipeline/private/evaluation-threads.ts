// Who makes entries: threads, as many at once as are asked for, begun with the first piece that is worth one. In: items,
// in pieces. Out: their records; a piece waits where all threads have work.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { TocsinError } from '../../base/index.ts';
import { createMakeRecords, type RecordItem, type RecordSetup } from './make-records.ts';

export interface EvaluationThreads extends AsyncDisposable {
  /** Waits until a thread has taken them. */
  evaluate(items: RecordItem[]): Promise<{ records: Promise<Buffer> }>;
}

/** A thread takes longer to begin than these take to be made. */
const fewItems = 2048;

export function evaluationThreads(setup: RecordSetup, count: number): EvaluationThreads {
  let threads: EvaluationThreads | null = null;
  return {
    async evaluate(items) {
      if (threads === null && items.length <= fewItems) {
        const records = (await createMakeRecords(setup))(items);
        return { records: Promise.resolve(records) };
      }
      threads ??= startThreads(setup, count);
      return threads.evaluate(items);
    },
    [Symbol.asyncDispose]: async () => threads?.[Symbol.asyncDispose](),
  };
}

function startThreads(setup: RecordSetup, count: number): EvaluationThreads {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./evaluation-worker.ts', import.meta.url), { workerData: setup }),
  );
  const failed = new Promise<never>((_, reject) => {
    for (const worker of workers)
      worker.once('error', (cause) =>
        reject(new TocsinError('WORKER_FAILED', 'a thread of the private look-up failed', { cause })),
      );
  });
  // whoever waits for records sees it
  failed.catch(() => {});
  const free = [...workers];
  let freed: (() => void) | null = null;
  return {
    async evaluate(items) {
      while (free.length === 0)
        await Promise.race([new Promise<void>((resolve) => (freed = resolve)), failed]);
      const worker = free.pop()!;
      const answered = once(worker, 'message').then((message) => {
        const [records] = message as [Uint8Array];
        free.push(worker);
        freed?.();
        return Buffer.from(records.buffer, records.byteOffset, records.byteLength);
      });
      worker.postMessage(items);
      const records = Promise.race([answered, failed]);
      records.catch(() => {});
      return { records };
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
