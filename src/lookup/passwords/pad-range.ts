// Rows that were never seen, so that the size of an answer does not tell which range was asked for. In: the rows of a
// range. Out: the same and random ones of count 0 among them, in order; nothing but the count tells these from others.
// Source: https://haveibeenpwned.com/API/v3#PwnedPasswordsPadding (800 to 1,000 rows in all).

import { randomFillSync, randomInt } from 'node:crypto';
import { mergeRanges, type RangeRows } from './range-block.ts';

export const leastPadded = 800;
export const mostPadded = 1000;
/** Where the rows themselves are as many as that or more. */
const mostBeyond = 200;

/** `prefix`: the 5 digits as a number. Another number of rows at each call. */
export function padRange(rows: RangeRows, prefix: number): RangeRows {
  const [least, most] =
    rows.count < mostPadded
      ? [Math.max(leastPadded, rows.count), mostPadded]
      : [rows.count, rows.count + mostBeyond];
  return mergeRanges(rows, madeUpRows(randomInt(least, most + 1) - rows.count, prefix, rows.tailBytes));
}

/** One that is the same as a real one by chance would be lost in it: with 132 bits and more that does not happen. */
function madeUpRows(count: number, prefix: number, tailBytes: number): RangeRows {
  const starts = orderedStarts(count, prefix & 15);
  const tails = new Uint8Array(count * tailBytes);
  randomFillSync(tails);
  for (let row = 0, at = 0; row < count; row++, at += tailBytes) {
    const start = starts[row]!;
    tails[at] = start >>> 24;
    tails[at + 1] = start >>> 16;
    tails[at + 2] = start >>> 8;
    tails[at + 3] = start;
  }
  return { tailBytes, count, tails, counts: new Float64Array(count) };
}

/** The first four bytes of each, all different, so that their order is that of the rows. */
function orderedStarts(count: number, fifthDigit: number): Uint32Array {
  const starts = new Set<number>();
  const random = new Uint32Array(Math.max(1, count));
  while (starts.size < count) {
    randomFillSync(random);
    for (const value of random) {
      if (starts.size === count) break;
      starts.add(((fifthDigit << 28) | (value & 0x0fff_ffff)) >>> 0);
    }
  }
  return Uint32Array.from(starts).sort();
}
