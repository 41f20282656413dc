// Takes quotes and escapes off a JSON string: in place where nothing is escaped, else in scratch memory.
// In: the span of the string with its opening quote; its end may have been left off. Out: its bytes in UTF-8.

import type { Decoded } from '../notation.ts';

const quote = 0x22;
const backslash = 0x5c;

const escapes = new Map([...'bfnrt'].map((letter, i) => [letter.charCodeAt(0), [8, 12, 10, 13, 9][i]!]));
const escapeTable = new Uint8Array(256).map((_, byte) => escapes.get(byte) ?? byte);

/** What is longer than `scratchBytes` is decoded up to there. */
export function unescapeString(
  bytes: Uint8Array,
  from: number,
  to: number,
  scratch: number,
  scratchBytes: number,
  decoded: Decoded,
): void {
  let p = from + 1;
  let wide = 0;
  for (; p < to; p++) {
    const byte = bytes[p]!;
    if (byte === quote || byte === backslash) break;
    wide |= byte;
  }
  decoded.start = from + 1;
  decoded.end = p;
  if (p < to && bytes[p] === backslash) {
    const plain = Math.min(p - from - 1, scratchBytes);
    bytes.copyWithin(scratch, from + 1, from + 1 + plain);
    let out = scratch + plain;
    // one character takes up to four bytes
    const full = scratch + scratchBytes - 4;
    while (p < to && out < full && bytes[p] !== quote) {
      const byte = bytes[p]!;
      if (byte !== backslash || p + 1 >= to) {
        wide |= byte;
        bytes[out++] = byte;
        p++;
      } else if (bytes[p + 1] === 0x75) {
        const unit = hexUnit(bytes, p + 2, to);
        const next =
          isHigh(unit) && bytes[p + 6] === backslash && bytes[p + 7] === 0x75
            ? hexUnit(bytes, p + 8, to)
            : -1;
        const isPair = next >= 0xdc00 && next <= 0xdfff;
        if (unit >= 0x80) wide |= 0x80;
        out = putCharacter(bytes, out, isPair ? 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00) : unit);
        p += isPair ? 12 : 6;
      } else {
        bytes[out++] = escapeTable[bytes[p + 1]!]!;
        p += 2;
      }
    }
    decoded.start = scratch;
    decoded.end = out;
  }
  decoded.wide = wide >= 0x80;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Four hex digits, or -1. */
function hexUnit(bytes: Uint8Array, from: number, to: number): number {
  if (from + 4 > to) return -1;
  let unit = 0;
  for (let p = from; p < from + 4; p++) {
    const byte = bytes[p]!;
    const digit = byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
    if (digit < 0 || digit > 15 || (byte > 0x39 && digit < 10)) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** First bits of a character of so many more bytes. */
const leads = [0, 0xc0, 0xe0, 0xf0];

/** In UTF-8; what is no character, half of a pair or no number, is U+FFFD. */
function putCharacter(bytes: Uint8Array, out: number, code: number): number {
  const character = code < 0 || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
  if (character < 0x80) {
    bytes[out] = character;
    return out + 1;
  }
  const more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
  bytes[out] = leads[more]! | (character >> (6 * more));
  for (let i = 1; i <= more; i++) bytes[out + i] = 0x80 | ((character >> (6 * (more - i))) & 0x3f);
  return out + 1 + more;
}
