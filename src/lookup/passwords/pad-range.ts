// Rows that were never seen, so that the size of an answer does not tell which range was asked for. In: a range and its
// text. Out: the same text with random rows of count 0 in their places; nothing but the count tells these from others.
// Source: https://haveibeenpwned.com/API/v3#PwnedPasswordsPadding (800 to 1,000 rows in all).

import { randomFillSync, randomInt } from 'node:crypto';
import { compareTails, type RangeRows } from './range-block.ts';
import { rowBytes, textBytes, textRoom, writeLineEnd, writeRow } from './range-text.ts';

export const leastPadded = 800;
export const mostPadded = 1000;
/** Where the rows themselves are as many as that or more. */
const mostBeyond = 200;

/** `text`: of the rows; `prefix`: the 5 digits as a number. Another number of rows at each call. */
export function padRange(rows: RangeRows, text: Buffer, prefix: number): Buffer {
  const [least, most] =
    rows.count < mostPadded
      ? [Math.max(leastPadded, rows.count), mostPadded]
      : [rows.count, rows.count + mostBeyond];
  return textWith(rows, text, madeUpRows(randomInt(least, most + 1) - rows.count, prefix, rows.tailBytes));
}

/** The text of both in one order: between the rows that come, what is there is copied as it is. */
export function textWith(rows: RangeRows, text: Buffer, madeUp: RangeRows): Buffer {
  if (madeUp.count === 0) return text;
  const between = rows.count > 0 ? 2 : 0;
  const room = textRoom(text.length + between + textBytes(madeUp));
  const padded = room.bytes;
  let [at, copied, passed, row] = [0, 0, 0, 0];
  for (let i = 0; i < madeUp.count; i++) {
    for (; row < rows.count && compareTails(rows, row, madeUp, i) < 0; row++) passed += rowBytes(rows, row);
    const until = Math.min(passed, text.length);
    if (until > copied) {
      at += text.copy(padded, at, copied, until);
      copied = until;
      // behind the last of the rows that are there is none yet
      if (copied === text.length) at = writeLineEnd(padded, at);
    }
    at = writeRow(room, at, madeUp, i);
    if (at < padded.length) at = writeLineEnd(padded, at);
  }
  text.copy(padded, at, copied);
  return padded;
}

/** One that is the same as a real one by chance would stand there twice: with 132 bits and more that does not happen. */
function madeUpRows(count: number, prefix: number, tailBytes: number): RangeRows {
  const tails = new Uint8Array(count * tailBytes);
  randomFillSync(tails);
  const view = new DataView(tails.buffer);
  const starts = orderedStarts(count, prefix & 15);
  for (let row = 0; row < count; row++) view.setUint32(row * tailBytes, starts[row]!);
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
