/*
 * Digits as they stand in text: groups of them, with what people write between groups. In: bytes and the offset of a
 * digit. Out: the groups of the token around it, in flat memory that the next token overwrites. Never allocates; looks
 * at no more than `longestToken` bytes.
 */

/** Groups of one token; more begin another one. */
export const mostGroups = 16;
/** A list of numbers is read in pieces of this many bytes. */
const longestToken = 160;
/** Characters between two groups: `) ` and ` - ` are the longest. */
const widestGap = 3;

export interface DigitToken {
  count: number;
  /** Digits of all groups. */
  digits: number;
  starts: Int32Array;
  ends: Int32Array;
}

/** The token read last. */
export const token: DigitToken = {
  count: 0,
  digits: 0,
  starts: new Int32Array(mostGroups),
  ends: new Int32Array(mostGroups),
};

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Digits of a group of the token read last. */
export function groupLength(group: number): number {
  return token.ends[group]! - token.starts[group]!;
}

/** Back from the digit at `at` to the first one of its token, but not before `lo`. */
export function tokenStart(bytes: Uint8Array, at: number, lo: number): number {
  const floor = Math.max(lo, at - longestToken);
  let start = at;
  for (;;) {
    while (start > floor && isDigit(bytes[start - 1]!)) start--;
    const gap = gapBefore(bytes, start, floor);
    if (gap === 0) return start;
    start -= gap;
  }
}

/** Reads the token that begins at `from` into `token`; returns where it ends. */
export function readToken(bytes: Uint8Array, from: number, end: number): number {
  const ceiling = Math.min(end, from + longestToken);
  let at = from;
  token.count = 0;
  token.digits = 0;
  while (token.count < mostGroups) {
    const start = at;
    while (at < ceiling && isDigit(bytes[at]!)) at++;
    token.starts[token.count] = start;
    token.ends[token.count++] = at;
    token.digits += at - start;
    const gap = gapAfter(bytes, at, ceiling);
    if (gap === 0) break;
    at += gap;
  }
  return token.ends[token.count - 1]!;
}

/** Bytes between the digits that end at `at` and the next ones, 0 when none are near. */
function gapAfter(bytes: Uint8Array, at: number, end: number): number {
  let to = at;
  for (let width = 0; width < widestGap; width++) {
    const step = gapLength(bytes, to, end);
    if (step === 0) return 0;
    to += step;
    if (to < end && isDigit(bytes[to]!)) return to - at;
  }
  return 0;
}

function gapBefore(bytes: Uint8Array, at: number, lo: number): number {
  let from = at;
  for (let width = 0; width < widestGap; width++) {
    const step = gapLengthBefore(bytes, from, lo);
    if (step === 0) return 0;
    from -= step;
    if (from > lo && isDigit(bytes[from - 1]!)) return at - from;
  }
  return 0;
}

/** A blank, dot, hyphen, slash, bracket, underscore; a no-break or narrow blank, `&nbsp;`. */
export function gapLength(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return 0;
  const byte = bytes[at]!;
  if (isGapByte(byte)) return 1;
  if (byte === 0xc2) return at + 1 < end && bytes[at + 1] === 0xa0 ? 2 : 0;
  if (byte === 0xe2) return at + 2 < end && bytes[at + 1] === 0x80 && isThinBlank(bytes[at + 2]!) ? 3 : 0;
  return byte === 38 && isEntity(bytes, at, end) ? entity.length : 0;
}

function gapLengthBefore(bytes: Uint8Array, at: number, lo: number): number {
  if (at <= lo) return 0;
  const byte = bytes[at - 1]!;
  if (isGapByte(byte)) return 1;
  if (byte === 0xa0) return at - 2 >= lo && bytes[at - 2] === 0xc2 ? 2 : 0;
  if (isThinBlank(byte)) return at - 3 >= lo && bytes[at - 2] === 0x80 && bytes[at - 3] === 0xe2 ? 3 : 0;
  return byte === 59 && at - entity.length >= lo && isEntity(bytes, at - entity.length, at)
    ? entity.length
    : 0;
}

function isGapByte(byte: number): boolean {
  return byte === 32 || (byte >= 45 && byte <= 47) || byte === 40 || byte === 41 || byte === 95 || byte === 9;
}

/** Last byte of U+2009, U+202F, U+2010 and U+2011. */
function isThinBlank(byte: number): boolean {
  return byte === 0x89 || byte === 0xaf || byte === 0x90 || byte === 0x91;
}

/** `&nbsp;` */
const entity = [38, 110, 98, 115, 112, 59];

function isEntity(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + entity.length > end) return false;
  for (let index = 0; index < entity.length; index++) if (bytes[at + index] !== entity[index]) return false;
  return true;
}
