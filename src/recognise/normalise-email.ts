/*
 * The form that all spellings of an e-mail address share. In: the bytes of an address. Out: its normal form in bytes.
 * Allocates only for addresses with letters beyond ASCII.
 */

import { lowerByte, trimEnd, trimStart } from './byte-class.ts';
import { encodedSign } from './email-sign.ts';

/**
 * Writes the form that all spellings of an address share (white space trimmed, `%40` and `&#64;` read, lower case in
 * every script) to `out` and returns its length. `out` must hold 1.5 times the span and 4 bytes more.
 */
export function normaliseEmail(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    const small = plainSmall[byte]!;
    if (small > 0) {
      out[length++] = small;
      continue;
    }
    if (byte >= 0x80) return lowerCaseUnicode(bytes, from, to, out);
    const width = byte === 37 || byte === 38 ? encodedSign(bytes, at, to) : 0;
    out[length++] = width > 0 ? 64 : lowerByte(byte);
    if (width > 0) at += width - 1;
  }
  return length;
}

/** By byte: itself in lower case; 0 for what may be a part of something else. */
const plainSmall = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || byte === 37 || byte === 38 ? 0 : lowerByte(byte),
);

function lowerCaseUnicode(bytes: Uint8Array, from: number, to: number, out: Uint8Array): number {
  const text = new TextDecoder()
    .decode(bytes.subarray(from, to))
    .replace(/%40|&#64;/, '@')
    .toLowerCase();
  return new TextEncoder().encodeInto(text.normalize('NFC'), out).written;
}
