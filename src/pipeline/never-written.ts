// Whether a large file is a hole from its first byte to its last: a terabyte of nothing takes hours to read and to
// hash, and a moment to make. In: a path, its stats. Out: true where its file system keeps no block of it, and a
// look at many places agrees. It reads at most a megabyte.

import { closeSync, openSync, readSync, type Stats } from 'node:fs';

/** Below this a file is read whatever it is: it takes seconds. */
const smallestHoleBytes = 2 ** 32;

/** Some file systems do not count blocks: a file of theirs that holds anything shows it here. */
const looks = 256;
const lookBytes = 4096;

export function isNeverWritten(path: string, { size, blocks }: Pick<Stats, 'size' | 'blocks'>): boolean {
  if (blocks !== 0 || size < smallestHoleBytes) return false;
  const file = openSync(path, 'r');
  try {
    const seen = Buffer.allocUnsafe(lookBytes);
    for (let i = 0; i < looks; i++) {
      const at = Math.floor(((size - lookBytes) * i) / (looks - 1));
      const length = readSync(file, seen, 0, lookBytes, at);
      if (seen.subarray(0, length).some((byte) => byte !== 0)) return false;
    }
    return true;
  } finally {
    closeSync(file);
  }
}
