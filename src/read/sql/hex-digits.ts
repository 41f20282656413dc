// Bytes that are written as hex digits.

import * as ascii from './ascii.ts';
import { hexDigitOf } from './backslashes.ts';

/**
 * Writes what the digits at `from` stand for to `out`, up to `full`; an odd number has a zero before it.
 * Returns one past the digits and where writing ended.
 */
export function readHexDigits(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: number,
  full: number,
): { p: number; out: number } {
  let end = from;
  while (end < to && hexDigitOf(bytes[end]!) >= 0) end++;
  let p = from;
  let written = out;
  if ((end - from) % 2 === 1 && written < full) bytes[written++] = hexDigitOf(bytes[p++]!);
  for (; p + 1 < end && written < full; p += 2)
    bytes[written++] = (hexDigitOf(bytes[p]!) << 4) | hexDigitOf(bytes[p + 1]!);
  return { p: end, out: written };
}

/** Whether a string is PostgreSQL's hex form of bytes: `\x4142`, its backslash doubled in the rows of a COPY. */
export function isByteString(bytes: Uint8Array, from: number, to: number, backslashes: 1 | 2): boolean {
  const digits = from + backslashes + 1;
  if (to < digits || (to - digits) % 2 !== 0 || bytes[digits - 1] !== 0x78) return false;
  for (let p = from; p < from + backslashes; p++) if (bytes[p] !== ascii.BACKSLASH) return false;
  for (let p = digits; p < to; p++) if (hexDigitOf(bytes[p]!) < 0) return false;
  return true;
}
