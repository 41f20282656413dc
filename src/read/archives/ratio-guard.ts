// Stops what was made to fill a disk. In: bytes as they are unpacked, held against those packed. Out: an
// UnreadableError once they are out of all proportion. How much in all, and how deep, is for others to bound.

import { UnreadableError } from '../unpack/unreadable-error.ts';

/**
 * Below this a bomb does no harm, and much that is honest packs very well: a table of one repeated row, a disk
 * image of zeros.
 */
export const bombBytes = 1 << 30;

/** Text packs 3 to 30 times, a log of like lines some 200; deflate ends at 1,032, where only one byte repeats. */
export const bombRatio = 1000;

export interface RatioGuard {
  /** To be called with what was handed over; throws once it is too much, and at every call from then on. */
  add: (bytes: number) => void;
}

/** `packedBytes`: of the file, or of it so far. */
export function createRatioGuard(packedBytes: () => number): RatioGuard {
  let unpackedBytes = 0;
  return {
    add: (bytes) => {
      unpackedBytes += bytes;
      if (unpackedBytes <= bombBytes || unpackedBytes <= bombRatio * packedBytes()) return;
      unpackedBytes = Number.POSITIVE_INFINITY;
      throw new UnreadableError(
        `unpacks to more than ${bombRatio} times its size: it looks made to fill disks, and is read no further`,
      );
    },
  };
}
