// Undoes base64 and hex. In: a run of their characters. Out: the bytes. Unknown characters (line ends, padding) are passed
// over. And tells which stretches of bytes may be text.

import { hexDigit } from '../../ascii.ts';
import { base64Value } from '../../base64-alphabet.ts';

/** Decodes what begins `skipped` characters in; `out` holds three quarters of the span and 4 bytes more. */
export function decodeBase64(
  bytes: Uint8Array,
  start: number,
  end: number,
  skipped: number,
  out: Uint8Array,
): number {
  let left = skipped;
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 92) {
      at++;
      continue;
    }
    const value = base64Value[byte]!;
    if (value < 0) continue;
    if (left > 0) {
      left--;
      continue;
    }
    bits = ((bits << 6) | value) & 0xff_ffff;
    if (++count === 4) {
      out[length++] = bits >> 16;
      out[length++] = (bits >> 8) & 255;
      out[length++] = bits & 255;
      count = 0;
    }
  }
  if (count > 1) out[length++] = (bits >> (count * 6 - 8)) & 255;
  if (count > 2) out[length++] = (bits >> 2) & 255;
  return length;
}

export function decodeHex(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  for (let at = start; at + 1 < end; at += 2)
    out[length++] = hexDigit(bytes[at]!) * 16 + hexDigit(bytes[at + 1]!);
  return length;
}

/** Hexadecimal digits with signs between pairs. */
export function decodeSpaced(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  for (let at = start; at + 1 < end; at++) {
    if (hexDigit(bytes[at]!) < 0) continue;
    out[length++] = hexDigit(bytes[at]!) * 16 + hexDigit(bytes[at + 1]!);
    at++;
  }
  return length;
}

/** Visits the stretches of bytes that may be text, zero bytes between letters included. */
export function textParts(
  bytes: Uint8Array,
  length: number,
  visit: (start: number, end: number) => void,
): void {
  let start = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && mayBeText[bytes[at]!] === 1) continue;
    if (at - start >= shortestText) visit(start, at);
    start = at + 1;
  }
}

const shortestText = 6;
const mayBeText = createMayBeText();

function createMayBeText(): Uint8Array {
  const table = new Uint8Array(256).fill(1);
  for (let byte = 1; byte < 32; byte++) if (byte !== 9 && byte !== 10 && byte !== 13) table[byte] = 0;
  table[127] = 0;
  return table;
}
