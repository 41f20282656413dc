/*
 * What may stand at each place of a value, told from what stands there: a digit for a digit, a small letter for a small
 * letter, a Greek one for a Greek one; signs stay. In: bytes in UTF-8. Out: for each place its alphabet, and which letter
 * of it stands there; and back.
 */

import type { ByteSink } from '../byte-sink.ts';

/** First and last code point of alphabets without gaps. */
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x30, 0x39],
  [0x31, 0x39],
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x61, 0x66],
  [0x41, 0x46],
  [0xe0, 0xf6],
  [0xc0, 0xd6],
  [0xf8, 0xfe],
  [0xd8, 0xde],
  [0x3b1, 0x3c1],
  [0x391, 0x3a1],
  [0x3c3, 0x3c9],
  [0x3a3, 0x3a9],
  [0x430, 0x44f],
  [0x410, 0x42f],
  [0x5d0, 0x5ea],
  [0x628, 0x63a],
  [0x641, 0x64a],
  [0x904, 0x939],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
];
export const anyDigit = 0;
export const leadingDigit = 1;
export const smallLetter = 2;
export const capitalLetter = 3;
export const smallHex = 4;
export const capitalHex = 5;
const firstWide = 6;

export const alphabetSizes: readonly number[] = ranges.map(([first, last]) => last - first + 1);

/** Which alphabet a character is of, or -1: it stays as it is. */
export function alphabetOf(codePoint: number): number {
  if (codePoint < 0x80) {
    if (codePoint >= 48 && codePoint <= 57) return anyDigit;
    if (codePoint >= 97 && codePoint <= 122) return smallLetter;
    return codePoint >= 65 && codePoint <= 90 ? capitalLetter : -1;
  }
  for (let alphabet = firstWide; alphabet < ranges.length; alphabet++) {
    const [first, last] = ranges[alphabet]!;
    if (codePoint >= first && codePoint <= last) return alphabet;
  }
  return isLetter.test(String.fromCodePoint(codePoint)) ? smallLetter : -1;
}

const isLetter = /^[\p{L}\p{N}]$/u;

/** Which of its alphabet's letters a character is; letters of scripts without an alphabet here are told apart by less. */
export function letterOf(codePoint: number, alphabet: number): number {
  const first = ranges[alphabet]![0];
  const index = codePoint - first;
  return index >= 0 && index < alphabetSizes[alphabet]! ? index : codePoint % alphabetSizes[alphabet]!;
}

export function putLetter(alphabet: number, letter: number, out: ByteSink): void {
  putCodePoint(ranges[alphabet]![0] + letter, out);
}

function putCodePoint(codePoint: number, out: ByteSink): void {
  if (codePoint < 0x80) out.put(codePoint);
  else if (codePoint < 0x800) {
    out.put(0xc0 | (codePoint >>> 6));
    out.put(0x80 | (codePoint & 63));
  } else {
    out.put(0xe0 | (codePoint >>> 12));
    out.put(0x80 | ((codePoint >>> 6) & 63));
    out.put(0x80 | (codePoint & 63));
  }
}

/** The length in bytes of the character at `at`; 1 for bytes that are no UTF-8. */
export function characterBytes(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  const length = byte < 0xc2 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 1;
  if (at + length > end) return 1;
  for (let next = at + 1; next < at + length; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 1;
  return length;
}

/** The code point of the character of `length` bytes at `at`; -1 for a byte beyond ASCII that stands alone. */
export function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const byte = bytes[at]!;
  if (length === 1) return byte < 0x80 ? byte : -1;
  let codePoint = byte & (0xff >>> (length + 1));
  for (let next = at + 1; next < at + length; next++) codePoint = (codePoint << 6) | (bytes[next]! & 63);
  return codePoint;
}
