// Backslash escapes as PostgreSQL writes them, in the data of COPY and in E'…': letters, octal, hex, Unicode.
// In: bytes. Out: what they stand for, written to memory that the caller has room in.

import * as ascii from './ascii.ts';

const letters = new Uint8Array(256).map((_, byte) => byte);
for (const [letter, byte] of [
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
] as const)
  letters[letter.charCodeAt(0)] = byte;

/** Most bytes that one character of an escape becomes. */
const longestCharacter = 4;

/** Where reading and writing came to. */
export interface Unescaped {
  /** One past the last byte read: the closing quote, where one was looked for. */
  p: number;
  out: number;
}

/**
 * Writes what `from`..`to` stands for to `out`, up to `full`. With `inQuotes`, ends at the first quote that is
 * neither doubled nor escaped, and knows `\u`.
 */
export function unescape(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: number,
  full: number,
  inQuotes: boolean,
): Unescaped {
  const at: Unescaped = { p: from, out };
  while (at.p < to && at.out + longestCharacter <= full) {
    const byte = bytes[at.p]!;
    if (inQuotes && byte === ascii.QUOTE) {
      if (at.p + 1 >= to || bytes[at.p + 1] !== ascii.QUOTE) break;
      at.p++;
    } else if (byte === ascii.BACKSLASH && at.p + 1 < to) {
      at.p++;
      unescapeOne(bytes, to, at, inQuotes);
      continue;
    }
    bytes[at.out++] = byte;
    at.p++;
  }
  return at;
}

/** The escape whose letter is at `at.p`. */
function unescapeOne(bytes: Uint8Array, to: number, at: Unescaped, knowsUnicode: boolean): void {
  const letter = bytes[at.p]!;
  if (isOctal(letter)) {
    let code = 0;
    for (let i = 0; i < 3 && at.p < to && isOctal(bytes[at.p]!); i++) code = code * 8 + bytes[at.p++]! - 0x30;
    bytes[at.out++] = code & 0xff;
    return;
  }
  const longest = letter === 0x78 ? 2 : !knowsUnicode ? 0 : letter === 0x75 ? 4 : letter === 0x55 ? 8 : 0;
  let code = 0;
  let p = at.p + 1;
  for (; p - at.p <= longest && p < to && hexDigitOf(bytes[p]!) >= 0; p++)
    code = code * 16 + hexDigitOf(bytes[p]!);
  const digits = p - at.p - 1;
  const isWhole = letter === 0x78 ? digits > 0 : digits > 0 && digits === longest;
  if (!isWhole) {
    bytes[at.out++] = letters[letter]!;
    at.p++;
    return;
  }
  if (letter === 0x78) bytes[at.out++] = code;
  else at.out = writeCharacter(bytes, at.out, code);
  at.p = p;
}

/** Writes a code point in UTF-8; returns the position after it. */
export function writeCharacter(bytes: Uint8Array, out: number, code: number): number {
  if (code < 0x80) bytes[out] = code;
  if (code < 0x80) return out + 1;
  const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  let rest = code;
  for (let i = length - 1; i > 0; i--, rest >>>= 6) bytes[out + i] = 0x80 | (rest & 0x3f);
  bytes[out] = ((0xf00 >> length) & 0xff) | (rest & 0x0f);
  return out + length;
}

function isOctal(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x37;
}

/** The worth of a hex digit, or -1. */
export function hexDigitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
