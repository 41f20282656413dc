// Entry of a reading thread: takes its job from `workerData` and answers with one `WorkerResult`.

import { parentPort, workerData } from 'node:worker_threads';
import type { ReadJob, WorkerMessage } from './read-job.ts';
import { runReadJob } from './run-read-job.ts';

const job = workerData as ReadJob;
const tell = (message: WorkerMessage, transfer: ArrayBuffer[] = []) =>
  parentPort!.postMessage(message, transfer);
const { result, transfer } = runReadJob(job, {
  feed: (input) => tell({ kind: 'feed', input }),
  give: (batch, buffers) => tell({ kind: 'values', batch }, buffers),
});
tell(result, transfer);
