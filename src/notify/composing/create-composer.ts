// Composing and signing in threads of their own. In: the texts, a key, batches of orders. Out: their mails. A thread that
// dies fails its batches, and all after them: nothing of these was handed to anyone.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { TocsinError } from '../../base/index.ts';
import type {
  ComposedBatch,
  ComposedNotice,
  Composer,
  ComposerOptions,
  MailOrder,
} from './composer-types.ts';

interface Asked {
  orders: readonly MailOrder[];
  resolve: (notices: ComposedNotice[]) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  asked: Map<number, Asked>;
}

export function createComposer({ threads, ...job }: ComposerOptions): Composer {
  const count = threads ?? usualThreads(job);
  let dead: Error | null = null;
  let batches = 0;
  let isClosed = false;

  const pool = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { workerData: job });
    const thread: Thread = { worker, asked: new Map() };
    worker.on('message', ({ batch, ...composed }: ComposedBatch & { batch: number }) => {
      const asked = thread.asked.get(batch)!;
      thread.asked.delete(batch);
      if (thread.asked.size === 0) worker.unref();
      asked.resolve(noticesOf(asked.orders, composed));
    });
    worker.on('error', die);
    worker.on('exit', () => die(new Error('the thread ended')));
    // whoever waits for a batch keeps the process, and nobody else does
    worker.unref();
    return thread;
  });

  function die(cause: unknown): void {
    if (isClosed) return;
    dead ??= new TocsinError('NOTICE_NOT_COMPOSED', 'the thread that writes mails ended', { cause });
    for (const { asked } of pool) {
      for (const { reject } of asked.values()) reject(dead);
      asked.clear();
    }
  }

  return {
    compose(orders) {
      if (dead !== null) return Promise.reject(dead);
      if (orders.length === 0) return Promise.resolve([]);
      const thread = pool.reduce((least, next) => (next.asked.size < least.asked.size ? next : least));
      const batch = batches++;
      return new Promise((resolve, reject) => {
        thread.asked.set(batch, { orders, resolve, reject });
        thread.worker.ref();
        thread.worker.postMessage({ batch, orders });
      });
    },
    async [Symbol.asyncDispose]() {
      die(new Error('it was closed'));
      isClosed = true;
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
}

/** An RSA signature takes 0.25 ms of a core, more than all else that a mail costs: then no core is kept free. */
function usualThreads({ dkim }: Pick<ComposerOptions, 'dkim'>): number {
  const cores = availableParallelism();
  return dkim?.algorithm === 'rsa-sha256' ? cores : Math.max(1, cores - 1);
}

function noticesOf(orders: readonly MailOrder[], { bytes, ends }: ComposedBatch): ComposedNotice[] {
  return orders.map(({ id }, i) => ({ id, bytes: bytes.subarray(i === 0 ? 0 : ends[i - 1]!, ends[i]) }));
}
