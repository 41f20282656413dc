// A file that cannot be read as it lies, unpacked into the pipe from which a thread reads. In: the file. Out: bytes in the
// pipe; what is damaged is an error when all of it is read, so that nothing that follows is left out unnoticed.

import { createReadStream } from 'node:fs';
import { TocsinError } from '../../../base/index.ts';
import { resetPipe, unpackGzip, writeToPipe } from '../../../read/index.ts';
import { toUtf8 } from './recode-stream.ts';
import type { MaskFile } from './mask-file.ts';
import type { MaskJob } from './mask-job.ts';

export interface Feeding {
  /** Rejects with INPUT_UNREADABLE where the file is damaged. */
  done: Promise<void>;
  stop(): void;
}

export function feedPipe(
  { pipe }: Pick<MaskJob, 'pipe'>,
  file: MaskFile,
  signal: AbortSignal | undefined,
): Feeding {
  const stop = new AbortController();
  const source = createReadStream(file.path, {
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
  });
  resetPipe(pipe!);
  const unpacked = file.packing === 'gzip' ? unpackGzip(source) : source;
  const done = writeToPipe(pipe!, file.recode ? toUtf8(unpacked, file.recode) : unpacked).catch(
    (cause: unknown) => {
      signal?.throwIfAborted();
      if (stop.signal.aborted) return;
      throw new TocsinError('INPUT_UNREADABLE', `${file.path}: ${(cause as Error).message}`, { cause });
    },
  );
  done.catch(() => {});
  return { done, stop: () => stop.abort() };
}
