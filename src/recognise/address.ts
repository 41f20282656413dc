/*
 * Postal addresses in cells, from bytes: street lines, postal codes, places. In: a span. Out: 1 or 0. Shape only:
 * which columns hold addresses is decided in classify-table.ts. Never allocates.
 */

import { alpha, byteClass, digit, space, trimEnd, trimStart } from './byte-class.ts';
import { isWords } from './text-value.ts';

const maxStreetBytes = 250;
const maxPlaceBytes = 120;

/** 1 for words of at most 250 bytes that are no URL, no e-mail address and no single run of hexadecimal. */
export function streetAddressKind(bytes: Uint8Array, start: number, end: number): number {
  if (!isWords(bytes, start, end, maxStreetBytes)) return 0;
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  let hasGap = false;
  let hasDigit = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === 64 || (byte === 47 && bytes[at + 1] === 47 && at + 1 < to)) return 0;
    if ((byteClass[byte]! & space) !== 0) hasGap = true;
    else if ((byteClass[byte]! & digit) !== 0) hasDigit = true;
  }
  return hasGap || !hasDigit || to - from <= 30 ? 1 : 0;
}

/** 1 for 3 to 12 letters, digits, spaces and hyphens with a digit in them, not all zeros. */
export function postalCodeKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to - from < 3 || to - from > 12) return 0;
  let digits = 0;
  let isZero = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    const flags = byteClass[byte]!;
    if ((flags & digit) !== 0) {
      digits++;
      if (byte !== 48) isZero = false;
    } else if ((flags & alpha) === 0 && byte !== 32 && byte !== 45) return 0;
    else if ((flags & alpha) !== 0) isZero = false;
  }
  return digits > 0 && !isZero ? 1 : 0;
}

/** 1 for words of at most 120 bytes: a town, region or country, or the code of one (`NC`, `NA` and `NO` are codes here). */
export function placeKind(bytes: Uint8Array, start: number, end: number): number {
  if (isTwoLetters(bytes, start, end)) return 1;
  if (!isWords(bytes, start, end, maxPlaceBytes)) return 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (
      byte === 64 ||
      byte === 123 ||
      byte === 60 ||
      byte === 61 ||
      (byte === 58 && bytes[at + 1] === 47 && at + 1 < end)
    )
      return 0;
  }
  return 1;
}

function isTwoLetters(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 2 && (byteClass[bytes[start]!]! & byteClass[bytes[start + 1]!]! & alpha) !== 0;
}
