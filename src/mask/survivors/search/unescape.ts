// Undoes what writes a character with others: percent, entities, `\u`, `\x`, octal, backslashes, zero bytes between letters,
// quoted-printable, and letters and digits of other alphabets that stand for plain ones. In: a span with such in it. Out: the text, UTF-8. All of them at once, as they stand in each other; what
// is none stays. Linear; the text is never longer than the span.

import { readEntity } from '../../text/entity.ts';
import { plainOf, readOdd } from '../odd-characters.ts';
import { hexDigit } from '../../ascii.ts';

/** Where the last call stopped reading. */
export const unescaped = { read: 0 };

/**
 * Writes to `out`, which holds the span and 4 bytes more; returns the length. `isQuoted`: `=C3` is a byte too. Stops after
 * `most` bytes.
 */
export function unescape(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  isQuoted: boolean,
  most = Infinity,
): number {
  let length = 0;
  let at = start;
  while (at < end && length < most) {
    const byte = bytes[at]!;
    if (byte === 92) {
      let slashes = at;
      while (slashes < end && bytes[slashes] === 92) slashes++;
      if (slashes === end) break;
      const width = unicodeWidth(bytes, slashes, end);
      if (width > 0) {
        length = writeUnicode(bytes, slashes, width, out, length);
        at = slashes + width;
        continue;
      }
      const value = bytes[slashes] === 120 ? hexPair(bytes, slashes + 1, end) : -1;
      if (value >= 0) {
        out[length++] = value;
        at = slashes + 3;
        continue;
      }
      const octal = octalAt(bytes, slashes - 1, end);
      if (octal >= 0) {
        out[length++] = octal;
        at = slashes + 3;
        continue;
      }
      const plain = escaped(bytes[slashes]!);
      if (plain >= 0) out[length++] = plain;
      at = slashes + 1;
    } else if (byte === 37) {
      const value = hexPair(bytes, at + 1, end);
      out[length++] = value < 0 ? byte : value;
      at += value < 0 ? 1 : 3;
    } else if (byte === 38) {
      const { codePoint, width } = readEntity(bytes, at, end);
      if (width === 0) {
        out[length++] = byte;
        at++;
      } else {
        length = writeCodePoint(codePoint, out, length);
        at += width;
      }
    } else if (byte === 61 && isQuoted) {
      const value = hexPair(bytes, at + 1, end);
      const lineEnd = value < 0 ? softLineEnd(bytes, at + 1, end) : 0;
      if (value >= 0) out[length++] = value;
      else if (lineEnd === at + 1) out[length++] = byte;
      at = value >= 0 ? at + 3 : lineEnd;
    } else if (byte === 0) at++;
    else {
      if (byte >= 0xc2) {
        const { plain, width } = readOdd(bytes, at, end);
        if (width > 0) {
          if (plain > 0) out[length++] = plain;
          at += width;
          continue;
        }
      }
      out[length++] = byte;
      at++;
    }
  }
  unescaped.read = at;
  return length;
}

/** The byte of `\303` at a backslash: the first of three digits is at most 3; -1 where none is written so. */
export function octalAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 >= end) return -1;
  const [first, second, third] = [bytes[at + 1]! - 48, bytes[at + 2]! - 48, bytes[at + 3]! - 48];
  const isOctal =
    first >= 0 &&
    first < 4 &&
    second >= 0 &&
    second < 8 &&
    third >= 0 &&
    third < 8 &&
    first + second + third > 0;
  return isOctal ? first * 64 + second * 8 + third : -1;
}

/** Bytes of `uXXXX` or `u{X…}` at `at`, 0 for neither. */
export function unicodeWidth(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== 117 && bytes[at] !== 85) return 0;
  if (bytes[at + 1] === 123) {
    for (let to = at + 2; to < Math.min(end, at + 9); to++) {
      if (bytes[to] === 125) return to > at + 2 ? to + 1 - at : 0;
      if (hexDigit(bytes[to]!) < 0) return 0;
    }
    return 0;
  }
  if (at + 5 > end) return 0;
  for (let to = at + 1; to < at + 5; to++) if (hexDigit(bytes[to]!) < 0) return 0;
  return 5;
}

/** The byte of two hexadecimal digits at `at`, -1 where there are none. */
export function hexPair(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return -1;
  const high = hexDigit(bytes[at]!);
  const low = hexDigit(bytes[at + 1]!);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Past the line end that an `=` joins, written as such or escaped; `at` where there is none. */
export function softLineEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at;
  if (bytes[to] === 92 && bytes[to + 1] === 114) to += 2;
  if (bytes[to] === 92 && bytes[to + 1] === 110) return to + 2;
  to = at;
  if (bytes[to] === 13) to++;
  return to < end && bytes[to] === 10 ? to + 1 : at;
}

function writeUnicode(bytes: Uint8Array, at: number, width: number, out: Uint8Array, length: number): number {
  const isBraced = bytes[at + 1] === 123;
  let value = 0;
  for (let to = isBraced ? at + 2 : at + 1; to < at + width - (isBraced ? 1 : 0); to++)
    value = value * 16 + hexDigit(bytes[to]!);
  return writeCodePoint(value, out, length);
}

function writeCodePoint(codePoint: number, out: Uint8Array, length: number): number {
  if (codePoint === 0) return length;
  const plain = plainOf(codePoint);
  if (plain >= 0) return writeCodePoint(plain, out, length);
  if (codePoint > 0xffff) return writeCodePoint(32, out, length);
  if (codePoint < 0x80) out[length++] = codePoint;
  else if (codePoint < 0x800) {
    out[length++] = 0xc0 | (codePoint >> 6);
    out[length++] = 0x80 | (codePoint & 63);
  } else {
    out[length++] = 0xe0 | ((codePoint >> 12) & 15);
    out[length++] = 0x80 | ((codePoint >> 6) & 63);
    out[length++] = 0x80 | (codePoint & 63);
  }
  return length;
}

/** What a backslash makes of a character; -1: a zero byte, which is left out. */
function escaped(byte: number): number {
  if (byte === 110 || byte === 114 || byte === 116 || byte === 98 || byte === 102 || byte === 118) return 10;
  return byte === 48 ? -1 : byte;
}
