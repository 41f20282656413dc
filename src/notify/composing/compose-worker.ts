// A thread that composes and signs. In: a job when it starts, then batches of orders. Out: each batch as one buffer, handed
// over and not copied.

import { parentPort, workerData } from 'node:worker_threads';
import { createMailWriter } from './compose-mails.ts';
import type { ComposerJob, MailOrder } from './composer-types.ts';

const port = parentPort!;
const write = createMailWriter(workerData as ComposerJob);

port.on('message', async ({ batch, orders }: { batch: number; orders: MailOrder[] }) => {
  const { bytes, ends } = await write(orders);
  port.postMessage({ batch, bytes, ends }, [bytes.buffer, ends.buffer]);
});
