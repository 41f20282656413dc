// The bytes a value stands for: quotes, escapes, introducers and hex notation taken off.
// In: the span of a value as a dump writes it. Out: a span of decoded bytes, in place where nothing has
// to change, else in scratch memory. NULL and numbers are told apart from strings; nothing is allocated.

import type { Decoded } from '../notation.ts';
import * as ascii from './ascii.ts';

const simpleEscapes = new Map<number, number>([
  [0x30, 0],
  [0x62, 8],
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x5a, 26],
]);
/** What a backslash and a byte stand for in MySQL. */
export const escapeTable = new Uint8Array(256).map((_, byte) => simpleEscapes.get(byte) ?? byte);

/**
 * Decodes the value at `from`..`to` of `bytes`; false for NULL. Values that have to be rewritten and are
 * longer than `scratchBytes` are decoded up to there: nobody's name is two megabytes long.
 */
export function decodeValue(
  bytes: Uint8Array,
  from: number,
  to: number,
  escapes: boolean,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): boolean {
  decoded.start = from;
  decoded.end = to;
  decoded.wide = false;
  if (from >= to || isNull(bytes, from, to)) return false;
  const first = bytes[from]!;
  if (isQuote(first)) {
    unquote(bytes, from, to, escapes, scratch, scratchBytes, decoded);
    return true;
  }
  const hex = hexStart(bytes, from, to);
  if (hex > 0) {
    const isQuoted = bytes[to - 1] === ascii.QUOTE;
    unhex(bytes, hex, isQuoted ? to - 1 : to, scratch, scratchBytes, decoded);
    return true;
  }
  // an introducer: N'…', _utf8'…', _binary '…', b'…'
  const open = introducedQuote(bytes, from, to);
  if (open < 0) return true;
  unquote(bytes, open, to, escapes, scratch, scratchBytes, decoded);
  if (isBinaryIntroducer(bytes, from)) decoded.wide = false;
  return true;
}

/** Longest word before a quote: `_utf8mb4` and a few spaces. */
const maxIntroducer = 40;

/** Where the string begins that a word introduces, or -1; its end may have been left off. */
function introducedQuote(bytes: Uint8Array, from: number, to: number): number {
  const last = Math.min(to, from + maxIntroducer);
  let p = from;
  while (p < last && ascii.isWord(bytes[p]!)) p++;
  while (p < last && ascii.isSpace(bytes[p]!)) p++;
  return p > from && p < last && isQuote(bytes[p]!) ? p : -1;
}

function isQuote(byte: number): boolean {
  return byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE;
}

/** Where the digits of `0x…`, `x'…'`, `_utf8 0x…` or `_utf8 x'…'` begin; -1 where the value is none. */
function hexStart(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  if (bytes[p] === 0x5f) {
    while (p < to && ascii.isWord(bytes[p]!)) p++;
    while (p < to && ascii.isSpace(bytes[p]!)) p++;
  }
  if (to - p < 3) return -1;
  const second = bytes[p + 1]!;
  if (bytes[p] === 0x30) return (second | 0x20) === 0x78 ? p + 2 : -1;
  return (bytes[p]! | 0x20) === 0x78 && second === ascii.QUOTE ? p + 2 : -1;
}

/** `_binary '…'`: bytes, whose values beyond ASCII are no letters. */
function isBinaryIntroducer(bytes: Uint8Array, from: number): boolean {
  return binary.every((letter, i) => ascii.upper(bytes[from + i]!) === letter);
}

const binary = [...'_BINARY'].map((letter) => letter.charCodeAt(0));

export function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from === 4 &&
    (bytes[from]! | 0x20) === 0x6e &&
    (bytes[from + 1]! | 0x20) === 0x75 &&
    (bytes[from + 2]! | 0x20) === 0x6c &&
    (bytes[from + 3]! | 0x20) === 0x6c
  );
}

/** In place where nothing is escaped. What follows a closing quote (`'…' COLLATE …`) is left off. */
function unquote(
  bytes: Uint8Array,
  from: number,
  to: number,
  escapes: boolean,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): void {
  const quote = bytes[from]!;
  let p = from + 1;
  let wide = 0;
  for (; p < to; p++) {
    const byte = bytes[p]!;
    if (byte === quote || (byte === ascii.BACKSLASH && escapes)) break;
    wide |= byte;
  }
  decoded.start = from + 1;
  decoded.end = p;
  if (p < to && (bytes[p] !== quote || (p + 1 < to && bytes[p + 1] === quote))) {
    const plain = Math.min(p - from - 1, scratchBytes);
    bytes.copyWithin(scratch, from + 1, from + 1 + plain);
    let out = scratch + plain;
    const full = scratch + scratchBytes;
    for (; p < to && out < full; p++) {
      let byte = bytes[p]!;
      if (byte === ascii.BACKSLASH && escapes && p + 1 < to) byte = escapeTable[bytes[++p]!]!;
      else if (byte === quote && (++p >= to || bytes[p] !== quote)) break;
      wide |= byte;
      bytes[out++] = byte;
    }
    decoded.start = scratch;
    decoded.end = out === full ? characterEnd(bytes, scratch, full) : out;
  }
  decoded.wide = wide >= 0x80;
}

/** `to`, or the first byte of a UTF-8 character that was cut there. */
function characterEnd(bytes: Uint8Array, from: number, to: number): number {
  let lead = to - 1;
  while (lead > from && lead > to - 4 && (bytes[lead]! & 0xc0) === 0x80) lead--;
  const byte = bytes[lead]!;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead + length > to ? lead : to;
}

/** An odd number of digits has a zero before it, as MySQL reads it. */
function unhex(
  bytes: Uint8Array,
  from: number,
  to: number,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): void {
  let out = scratch;
  let p = from;
  const full = scratch + scratchBytes;
  if ((to - from) % 2 === 1) bytes[out++] = hexDigit(bytes[p++]!);
  for (; p + 1 < to && out < full; p += 2) {
    bytes[out++] = (hexDigit(bytes[p]!) << 4) | hexDigit(bytes[p + 1]!);
  }
  decoded.start = scratch;
  decoded.end = out;
}

function hexDigit(byte: number): number {
  return (byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57) & 0x0f;
}
