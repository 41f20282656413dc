/*
 * Where a number in running text really begins and ends: not inside a word, a longer number, an address or a URL. In:
 * bytes and offsets. Out: what stands there. Never allocates.
 */

import { gapLength, isDigit } from './digit-token.ts';
import { letterAt } from './folded-word.ts';

/** What parts a number from what is before it: white space and brackets, a sign that joins, or nothing. */
export const loose = 0;
export const joined = 1;
export const glued = 2;

export function boundaryBefore(bytes: Uint8Array, start: number, lo: number): 0 | 1 | 2 {
  let at = start;
  if (at > lo && bytes[at - 1] === 43) at--;
  if (at > lo && bytes[at - 1] === 40) at--;
  if (at <= lo) return loose;
  const byte = bytes[at - 1]!;
  if (byte >= 0x80)
    return at - 2 >= lo && bytes[at - 2] === 0xc3 && letterAt(bytes, at - 2) > 0 ? glued : loose;
  if (isAlphanumeric(byte)) return isEscape(bytes, at, lo) ? loose : glued;
  return isJoining(byte) ? joined : loose;
}

/** `_ - / = # % $ . & ~ @ +` */
function isJoining(byte: number): boolean {
  switch (byte) {
    case 95:
    case 45:
    case 47:
    case 61:
    case 35:
    case 37:
    case 36:
    case 46:
    case 38:
    case 126:
    case 64:
    case 43:
      return true;
    default:
      return false;
  }
}

/** Whether the letter before `end` is what a backslash makes white space of. */
export function isEscape(bytes: Uint8Array, end: number, lo: number): boolean {
  const byte = bytes[end - 1]!;
  return (byte === 110 || byte === 114 || byte === 116) && end - 2 >= lo && bytes[end - 2] === 92;
}

/** `x12`, `ext. 12` after a telephone number: the extension is no part of it. */
export function isExtension(bytes: Uint8Array, stop: number, end: number): boolean {
  return stop + 1 < end && (bytes[stop]! | 32) === 120 && isDigit(bytes[stop + 1]!);
}

/** A letter, a digit, an `@` or a decimal goes on where the number seems to end. */
export function isCutOff(bytes: Uint8Array, stop: number, end: number): boolean {
  if (stop >= end) return false;
  const byte = bytes[stop]!;
  if (isAlphanumeric(byte) || byte === 95 || byte === 64 || byte === 37) return true;
  if (byte === 0xc3) return letterAt(bytes, stop) > 0;
  const isDecimal = byte === 46 || byte === 44 || byte === 45 || byte === 58;
  return isDecimal && stop + 1 < end && isDigit(bytes[stop + 1]!);
}

/** `€`, `%`, `$` or `EUR` after the number. */
export function isAmount(bytes: Uint8Array, stop: number, end: number): boolean {
  const at = stop + gapLength(bytes, stop, end);
  if (at >= end) return false;
  if (bytes[at] === 37 || bytes[at] === 36) return true;
  if (bytes[at] === 0xe2) return bytes[at + 1] === 0x82 && bytes[at + 2] === 0xac;
  return at + 3 <= end && bytes[at] === 69 && bytes[at + 1] === 85 && bytes[at + 2] === 82;
}

export function isAlphanumeric(byte: number): boolean {
  return isDigit(byte) || isLetter(byte);
}

export function isLetter(byte: number): boolean {
  return byte < 0x80 && isUpper(byte & 0xdf);
}

export function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}
