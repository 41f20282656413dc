// The hashes of passwords that share their first 5 hexadecimal digits, packed: how many they are, the rest of each in
// order, and how often each was seen. In: rows, or the bytes they rest as. Out: the other, or several blocks as one.

import type { PasswordMode } from '../../store/register/index.ts';

/** `tails`: of each hash the bytes from the third on, `tailBytes` each, ascending; `counts`: one for each. */
export interface RangeRows {
  tailBytes: number;
  count: number;
  tails: Uint8Array;
  /** Whole numbers up to 2^53. */
  counts: Float64Array;
}

/** Of a whole hash, in bytes. */
export const hashBytes: Readonly<Record<PasswordMode, number>> = { sha1: 20, ntlm: 16 };

/** 5 digits are two bytes and a half: the third byte is kept whole. */
export const prefixBytes = 2;

export function tailBytesOf(mode: PasswordMode): number {
  return hashBytes[mode] - prefixBytes;
}

export function noRows(mode: PasswordMode): RangeRows {
  return { tailBytes: tailBytesOf(mode), count: 0, tails: new Uint8Array(0), counts: new Float64Array(0) };
}

/** Rows, tails and counts one after the other; numbers as LEB128 (7 bits a byte, low ones first). */
export function packRange({ tailBytes, count, tails, counts }: RangeRows): Buffer {
  const packed = Buffer.allocUnsafe(longestNumber * (count + 1) + count * tailBytes);
  let at = writeNumber(packed, 0, count);
  packed.set(tails.subarray(0, count * tailBytes), at);
  at += count * tailBytes;
  for (let row = 0; row < count; row++) at = writeNumber(packed, at, counts[row]!);
  return Buffer.from(packed.subarray(0, at));
}

/** Throws RangeError where the bytes are no block of that mode. */
export function openRange(packed: Uint8Array, mode: PasswordMode): RangeRows {
  const tailBytes = tailBytesOf(mode);
  const reader = { at: 0 };
  const count = readNumber(packed, reader);
  const end = reader.at + count * tailBytes;
  if (end > packed.length) throw new RangeError('a block of passwords ends before its rows');
  const tails = packed.subarray(reader.at, end);
  reader.at = end;
  const counts = new Float64Array(count);
  for (let row = 0; row < count; row++) counts[row] = readNumber(packed, reader);
  return { tailBytes, count, tails, counts };
}

/** Two blocks of one mode as one; a hash that both hold was seen as often as in both together. */
export function mergeRanges(a: RangeRows, b: RangeRows): RangeRows {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const { tailBytes } = a;
  const tails = new Uint8Array((a.count + b.count) * tailBytes);
  const counts = new Float64Array(a.count + b.count);
  let [i, j, count] = [0, 0, 0];
  while (i < a.count || j < b.count) {
    const order = i === a.count ? 1 : j === b.count ? -1 : compareTails(a, i, b, j);
    const [from, row] = order <= 0 ? [a, i] : [b, j];
    const start = row * tailBytes;
    for (let byte = 0, to = count * tailBytes; byte < tailBytes; byte++)
      tails[to + byte] = from.tails[start + byte]!;
    counts[count++] = (order <= 0 ? a.counts[i]! : 0) + (order >= 0 ? b.counts[j]! : 0);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return { tailBytes, count, tails: tails.subarray(0, count * tailBytes), counts: counts.subarray(0, count) };
}

/** Below 0 where row `i` of `a` stands before row `j` of `b`; 0 where they are one hash. */
export function compareTails(a: RangeRows, i: number, b: RangeRows, j: number): number {
  const { tailBytes } = a;
  for (let byte = 0, p = i * tailBytes, q = j * tailBytes; byte < tailBytes; byte++) {
    const difference = a.tails[p + byte]! - b.tails[q + byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of 53 bits. */
const longestNumber = 8;

function writeNumber(into: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) into[at++] = (rest % 128) | 128;
  into[at++] = rest;
  return at;
}

function readNumber(from: Uint8Array, reader: { at: number }): number {
  let [value, scale] = [0, 1];
  for (;;) {
    const byte = from[reader.at++];
    if (byte === undefined) throw new RangeError('a block of passwords ends within a number');
    value += (byte & 127) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
}
