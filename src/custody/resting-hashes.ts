// Reads the hashes of a log in about the order they rest in. In: the file. Out: the hash of a place, null behind its
// end. Keeps one block.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hashBytes } from './merkle.ts';

export interface RestingHashes {
  at(place: number): Buffer | null;
  sizeBytes: number;
  [Symbol.dispose](): void;
}

/** Whole hashes fit in. */
const blockBytes = 64 << 10;

/** Like an empty file where there is none. */
export function openRestingHashes(path: string): RestingHashes {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return { at: () => null, sizeBytes: 0, [Symbol.dispose]: () => {} };
  }
  const block = Buffer.alloc(blockBytes);
  let [begin, length] = [-1, 0];
  return {
    at(place) {
      const offset = place * hashBytes;
      const start = offset - (offset % blockBytes);
      if (start !== begin) {
        length = readSync(file, block, 0, blockBytes, start);
        begin = start;
      }
      const from = offset - start;
      return from + hashBytes <= length ? Buffer.from(block.subarray(from, from + hashBytes)) : null;
    },
    sizeBytes: fstatSync(file).size,
    [Symbol.dispose]: () => closeSync(file),
  };
}
