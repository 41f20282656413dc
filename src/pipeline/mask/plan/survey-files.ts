// Surveys the files of a source, in a thread of its own where there is much to read. In: files and the schemas that are known. Out: a survey for each.

import { Worker } from 'node:worker_threads';
import { TocsinError } from '../../../base/index.ts';
import { createPipeMemory, type TableSchema } from '../../../read/index.ts';
import { threadEnv } from '../../thread-env.ts';
import { type Feeding, feedPipe } from '../run/feed-pipe.ts';
import { isStream, type MaskFile } from '../run/mask-file.ts';
import type { SurveyJob, SurveyMessage } from './survey-job.ts';
import { surveyHere } from './survey-here.ts';
import type { Survey } from './survey.ts';

/** Throws WORKER_FAILED, INPUT_UNREADABLE, and the reason of `signal`. */
export async function surveyFiles(
  files: MaskFile[],
  schemas: TableSchema[],
  signal?: AbortSignal,
): Promise<Survey[]> {
  signal?.throwIfAborted();
  const job: SurveyJob = { files, schemas, pipe: createPipeMemory() };
  if (isQuick(files)) return surveyHere(job, () => {});
  const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), {
    workerData: job,
    env: threadEnv(),
  });
  const ended = Promise.withResolvers<Survey[]>();
  const stop = (): void => ended.reject(signal!.reason as Error);
  signal?.addEventListener('abort', stop, { once: true });
  let feeding: Feeding | null = null;
  worker.on('message', (message: SurveyMessage) => {
    if (message.kind === 'surveys') return ended.resolve(message.surveys);
    feeding = feedPipe(job, files[message.file]!, signal);
    feeding.done.catch(ended.reject);
  });
  worker.on('error', (cause) => ended.reject(failed(cause)));
  worker.on('exit', () => ended.reject(failed()));
  try {
    return await ended.promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    (feeding as Feeding | null)?.stop();
    await worker.terminate();
  }
}

/** Sooner done than a thread is started, and nothing that has to be fed. */
function isQuick(files: readonly MaskFile[]): boolean {
  return !files.some(isStream) && files.reduce((sum, { bytes }) => sum + bytes, 0) < worthThread;
}

const worthThread = 4 << 20;

function failed(cause?: unknown): TocsinError {
  return new TocsinError('WORKER_FAILED', 'the thread that looks through the files failed', { cause });
}
