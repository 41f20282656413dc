// The rows of a range of passwords as the protocol writes them: the rest of a hash in capitals, a colon, and how often it
// was seen, with CR LF between rows and nothing after the last. In: rows. Out: ASCII.
// Source: https://haveibeenpwned.com/API/v3#PwnedPasswords.

import type { RangeRows } from './range-block.ts';

const digits = Buffer.from('0123456789ABCDEF');
/** Both digits of a byte, high one first in the text. */
const pairs = Uint16Array.from({ length: 256 }, (_, byte) => (digits[byte >> 4]! << 8) | digits[byte & 15]!);
/** All four of two bytes: a table of 256 KB saves half of the work. */
const fours = new Uint32Array(1 << 16);
for (let bytes = 0; bytes < fours.length; bytes++)
  fours[bytes] = (pairs[bytes >> 8]! << 16) | pairs[bytes & 255]!;

/** CR LF, colon. */
const signsOfRow = 3;

/** The same bytes seen in two ways: one at a time, and several. */
export interface TextRoom {
  bytes: Buffer;
  view: DataView;
}

/** To the byte: what is kept for a long time has nothing behind it. */
export function textRoom(length: number): TextRoom {
  const bytes = Buffer.allocUnsafeSlow(length);
  return { bytes, view: new DataView(bytes.buffer) };
}

export function rangeText(rows: RangeRows): Buffer {
  const room = textRoom(textBytes(rows));
  let at = 0;
  for (let row = 0; row < rows.count; row++) {
    if (row > 0) at = writeLineEnd(room.bytes, at);
    at = writeRow(room, at, rows, row);
  }
  return room.bytes;
}

export function textBytes({ tailBytes, count, counts }: RangeRows): number {
  if (count === 0) return 0;
  let bytes = count * (tailBytes * 2 - 1 + signsOfRow) - 2;
  for (let row = 0; row < count; row++) bytes += digitsOf(counts[row]!);
  return bytes;
}

/** With its line end. */
export function rowBytes({ tailBytes, counts }: RangeRows, row: number): number {
  return tailBytes * 2 - 1 + signsOfRow + digitsOf(counts[row]!);
}

export function writeLineEnd(text: Uint8Array, at: number): number {
  text[at] = 13;
  text[at + 1] = 10;
  return at + 2;
}

/** Where the row ends, without a line end. */
export function writeRow({ bytes, view }: TextRoom, start: number, rows: RangeRows, row: number): number {
  const { tails } = rows;
  let at = start;
  let from = row * rows.tailBytes;
  const end = from + rows.tailBytes;
  // of the third byte, the first digit is the fifth of the prefix
  bytes[at++] = digits[tails[from++]! & 15]!;
  for (; from + 1 < end; from += 2, at += 4)
    view.setUint32(at, fours[(tails[from]! << 8) | tails[from + 1]!]!);
  if (from < end) {
    view.setUint16(at, pairs[tails[from]!]!);
    at += 2;
  }
  bytes[at++] = 58;
  return writeCount(bytes, at, rows.counts[row]!);
}

function digitsOf(count: number): number {
  let length = 1;
  for (let least = 10; count >= least; least *= 10) length++;
  return length;
}

function writeCount(text: Uint8Array, at: number, count: number): number {
  const end = at + digitsOf(count);
  let place = end;
  let rest = count;
  while (rest > mostFast) {
    const tens = Math.floor(rest / 10);
    text[--place] = 48 + (rest - tens * 10);
    rest = tens;
  }
  for (let small = rest | 0; place > at;) {
    const tens = (small / 10) | 0;
    text[--place] = 48 + small - tens * 10;
    small = tens;
  }
  return end;
}

/** Of 31 bits: up to here a division needs no floating point. */
const mostFast = 0x7fff_ffff;
