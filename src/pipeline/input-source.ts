// Where a thread's bytes come from: the file itself, or the pipe through which an input comes that had to be
// unpacked. What is read is counted, for the progress line.

import { isTocsinError } from '../base/index.ts';
import { type ByteSource, openFileSource } from '../read/index.ts';
import { tailBytes } from './dump-end.ts';
import type { JobInput } from './job-inputs.ts';
import type { ReadJob } from './read-job.ts';

/** A file, as long as it was when it was found. One that is gone by now, or that a disk cannot read, ends early. */
export function fileSource({ place: { path, seal }, bytes }: JobInput, job: ReadJob): ByteSource {
  let fault: string | null = null;
  const tried = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch (error) {
      const { code = 'unknown error' } = error as NodeJS.ErrnoException;
      fault = isTocsinError(error) ? error.message : `cannot be read (${code})`;
      return null;
    }
  };
  let source: ByteSource | null = null;
  const numbers = new Float64Array(job.numbers);
  const place = job.stretches.input.length + job.worker;
  return {
    read(offset, target, at, length) {
      if (offset >= bytes) return 0;
      source ??= tried(() => openFileSource(path, seal));
      const count = tried(() => source?.read(offset, target, at, Math.min(length, bytes - offset))) ?? 0;
      numbers[place]! += count;
      return count;
    },
    takeFault() {
      const taken = fault;
      fault = null;
      return taken;
    },
    close: () => source?.close(),
  };
}

export interface TailedSource extends ByteSource {
  /** The last bytes read. */
  tail(): Uint8Array;
}

/** A source that remembers its last bytes. */
export function tailed(source: ByteSource): TailedSource {
  let tail: Uint8Array = new Uint8Array(0);
  return {
    read(offset, target, at, length) {
      const count = source.read(offset, target, at, length);
      if (count >= tailBytes) tail = target.slice(at + count - tailBytes, at + count);
      else if (count > 0) tail = Buffer.concat([tail, target.subarray(at, at + count)]).subarray(-tailBytes);
      return count;
    },
    close: () => source.close(),
    tail: () => tail,
  };
}
