/*
 * The domain of an e-mail address, read to the right of its `@`. In: bytes, an offset, a limit. Out: where it ends, or
 * -1. Labels of letters, digits and hyphens (letters of any script), a top-level domain of the IANA list; what a
 * sentence puts behind it is left out.
 */

import { byteClass, digit, domainPart, letterLength, lowerByte } from './byte-class.ts';
import { isTopLevelDomain } from './top-level-domain.ts';

const maxDomain = 253;

/** The end of the domain that begins at `from`, or -1. */
export function domainEnd(bytes: Uint8Array, from: number, hi: number): number {
  const limit = Math.min(hi, from + maxDomain + 3);
  let at = from;
  let label = from;
  let previous = -1;
  while (at < limit) {
    const byte = bytes[at]!;
    if (byte !== 46 && (byteClass[byte]! & domainPart) !== 0) {
      at++;
      continue;
    }
    if (byte === 46) {
      if (at === label) break;
      if (!isLabel(bytes, label, at)) return -1;
      previous = label;
      label = at + 1;
      at++;
      continue;
    }
    const length = byte < 0x80 ? 0 : letterLength(bytes, at, limit);
    if (length === 0) break;
    at += length;
  }
  let end = at;
  while (end > from && (bytes[end - 1] === 46 || bytes[end - 1] === 45)) end--;
  if (end <= label) {
    if (previous < 0) return -1;
    label = previous;
    previous = label > from ? labelBefore(bytes, label, from) : -1;
  }
  return settledEnd(bytes, from, label, previous, end);
}

function settledEnd(bytes: Uint8Array, from: number, label: number, previous: number, end: number): number {
  if (previous < 0 || end - from > maxDomain || !isLabel(bytes, label, end)) return -1;
  if (isTopLevelDomain(bytes, label, end)) return isPixelRatio(bytes, from, label) ? -1 : end;
  const ascii = asciiEnd(bytes, label, end);
  if (ascii < end && isTopLevelDomain(bytes, label, ascii)) return ascii;
  const isSentence = bytes[label]! >= 65 && bytes[label]! <= 90;
  const stays = isSentence && previous > from && isTopLevelDomain(bytes, previous, label - 1);
  return stays ? label - 1 : -1;
}

function labelBefore(bytes: Uint8Array, label: number, from: number): number {
  let at = label - 1;
  while (at > from && bytes[at - 1] !== 46) at--;
  return at;
}

function isLabel(bytes: Uint8Array, start: number, end: number): boolean {
  return end > start && end - start <= 63 && bytes[start] !== 45 && bytes[end - 1] !== 45;
}

function asciiEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! < 0x80) at++;
  return at;
}

/** `2x.` or `1.5x.`: a file name for a dense screen (`logo@2x.mov`), whatever its ending. */
function isPixelRatio(bytes: Uint8Array, from: number, label: number): boolean {
  let at = from;
  while (at < label && ((byteClass[bytes[at]!]! & digit) !== 0 || bytes[at] === 46)) at++;
  return at > from && at + 2 === label && lowerByte(bytes[at]!) === 120;
}
