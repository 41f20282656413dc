// Where stretches are read and masked: in threads, or here where there is little to do. In: a job, asks. Out: answers.

import { Worker } from 'node:worker_threads';
import { TocsinError } from '../../../base/index.ts';
import { threadEnv } from '../../thread-env.ts';
import type { Answers, Ask, MaskJob } from './mask-job.ts';
import { openWork } from './open-work.ts';

export interface MaskThread {
  ask<K extends Ask['kind']>(ask: Extract<Ask, { kind: K }>): Promise<Answers[K]>;
  close(): Promise<void>;
}

/** In this thread: for what is too little to start one for. */
export function workHere(job: MaskJob): MaskThread {
  const work = openWork(job);
  return {
    // lets signals in between two stretches
    ask: async (ask) => {
      await new Promise((resolve) => void setImmediate(resolve));
      return work.answer(ask) as never;
    },
    close: async () => work.close(),
  };
}

/** What is handed over instead of copied. */
function roomOf(ask: Ask): ArrayBuffer[] {
  return ask.kind === 'mask' && ask.room !== null ? [ask.room] : [];
}

export function workInThread(job: MaskJob): MaskThread {
  const worker = new Worker(new URL('./mask-worker.ts', import.meta.url), {
    workerData: job,
    env: threadEnv(),
    // values are bytes: what is young is short-lived and small
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const waiting: PromiseWithResolvers<unknown>[] = [];
  let failed: TocsinError | null = null;
  const fail = (cause: unknown) => {
    failed ??= new TocsinError('WORKER_FAILED', 'a thread that masks failed', { cause });
    for (const { reject } of waiting.splice(0)) reject(failed);
  };
  // a thread answers in the order in which it was asked
  worker.on('message', (answer: unknown) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(undefined));
  return {
    ask(ask) {
      const answer = Promise.withResolvers<unknown>();
      // an answer that nobody waits for any more may fail
      answer.promise.catch(() => {});
      if (failed !== null) answer.reject(failed);
      else {
        waiting.push(answer);
        worker.postMessage(ask, roomOf(ask));
      }
      return answer.promise as Promise<never>;
    },
    close: async () => void (await worker.terminate()),
  };
}
