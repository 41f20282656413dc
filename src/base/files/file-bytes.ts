// What an open file holds, wherever it is read: as it lies there, or through the seal it was put under, which is opened
// in memory only. In: a descriptor. Out: bytes by offset. It opens and closes nothing.

import { fstatSync, readSync } from 'node:fs';
import { type FileSeal, SealedReader } from '../index.ts';

export interface FileBytes {
  sizeBytes: number;
  /** Up to `length` bytes of `offset` into `target` at `at`; 0 at the end. Throws SEALED_DAMAGED, and as `fs.readSync`. */
  read(offset: number, target: Uint8Array, at: number, length: number): number;
}

/** `name`: of the file in errors. `sizeBytes`: of the file as it lies on the disk. */
export function fileBytes(
  file: number,
  seal: FileSeal | null,
  { name = 'its sealed copy', sizeBytes = fstatSync(file).size }: { name?: string; sizeBytes?: number } = {},
): FileBytes {
  const clear: FileBytes = {
    sizeBytes,
    read: (offset, target, at, length) => readSync(file, target, at, length, offset),
  };
  return seal ? new SealedReader(clear, seal, name) : clear;
}
