// How JSON writes values: "quoted" with escapes, bare numbers and words, and the objects and calls in which
// MongoDB says what type a value is. Arrays and objects are their own text.

import type { Decoded, Notation } from '../notation.ts';
import { isWide } from '../notation.ts';
import { decodeTyped } from './typed-value.ts';
import { unescapeString } from './unescape-string.ts';

const quote = 0x22;
const absentWords = ['null', 'NaN', 'None', 'undefined'].map((word) => [...Buffer.from(word)]);

/** Neither null, nor an empty text, array or object. */
function isFilled(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length <= 0) return false;
  const first = bytes[from]!;
  if (first === quote) return length > 2;
  if (first === 0x5b || first === 0x7b) return !isEmpty(bytes, from, to);
  return first < 0x41 || !isAbsentWord(bytes, from, to);
}

/** `[ ]`, `{}`. */
function isEmpty(bytes: Uint8Array, from: number, to: number): boolean {
  let p = from + 1;
  while (p < to && bytes[p]! <= 0x20) p++;
  return p === to - 1;
}

function isAbsentWord(bytes: Uint8Array, from: number, to: number): boolean {
  return absentWords.some(
    (word) => word.length === to - from && word.every((letter, i) => bytes[from + i] === letter),
  );
}

function decode(
  bytes: Uint8Array,
  from: number,
  to: number,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): boolean {
  decoded.start = from;
  decoded.end = to;
  decoded.wide = false;
  if (from >= to) return false;
  const first = bytes[from]!;
  if (first === quote) {
    unescapeString(bytes, from, to, scratch, scratchBytes, decoded);
    return true;
  }
  if (first === 0x5b || first === 0x7b) {
    if (isEmpty(bytes, from, to)) return false;
    if (first === 0x7b && decodeTyped(bytes, from, to, scratch, scratchBytes, decoded)) return true;
    decoded.wide = isWide(bytes, from, to);
    return true;
  }
  if (first < 0x41) return true;
  if (isAbsentWord(bytes, from, to)) return false;
  if (bytes[to - 1] === 0x29) decodeTyped(bytes, from, to, scratch, scratchBytes, decoded);
  return true;
}

export const jsonNotation: Notation = { isFilled, decode };
