// A thread of a run of mask: answers what it is asked, in order. It opens the files it is asked for, to read, and writes
// nothing.

import { parentPort, workerData } from 'node:worker_threads';
import type { Ask, MaskJob } from './mask-job.ts';
import { openWork } from './open-work.ts';

const work = openWork(workerData as MaskJob);

parentPort!.on('message', (ask: Ask) => {
  const answer = work.answer(ask);
  parentPort!.postMessage(answer, transfers(answer));
});

/** What is handed over instead of copied. */
function transfers(answer: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown, depth: number) => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && depth < 3)
      for (const part of Object.values(value)) visit(part, depth + 1);
  };
  visit(answer, 0);
  return [...found];
}
