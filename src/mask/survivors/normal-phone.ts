// A telephone number as all its spellings have it: the digits that follow country code and trunk zero, the last nine of
// longer ones. In: bytes of one cell, or digits with what stood before them. Out: digits. Never allocates.

import { isDivider, isSecondNumber } from '../../recognise/index.ts';

/** Digits of the key, at most: numbers of two countries may share one. */
export const longestPhone = 9;
export const shortestPhone = 6;

const zero = 48;
/** E.164 allows 15; `00`, a bracketed `(0)` or an extension may add to it. */
const mostDigits = 24;
const digits = new Uint8Array(mostDigits);

/** Country codes of two digits, by their tens; of one digit are 1 and 7, all others have three. */
const twoDigitCodes = new Set([
  20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60,
  61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
]);

/** Writes the key (at most 9 bytes) to `out` and returns its length; 0 where the cell holds no number. */
export function normalPhone(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let count = 0;
  let isInternational = false;
  let inner = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= zero && byte < zero + 10) {
      if (count === mostDigits) return 0;
      digits[count++] = byte;
    } else if (byte === 43 && count === 0) isInternational = true;
    else if (count >= shortestPhone && endsNumber(bytes, at, end, count, inner)) break;
    else if (isDivider(byte)) inner = byte;
  }
  const from = nationalStart(digits, 0, count, isInternational);
  const length = Math.min(count - from, longestPhone);
  if (length < shortestPhone) return 0;
  for (let index = 0; index < length; index++) out[index] = digits[count - length + index]!;
  return length;
}

/** Where the national digits begin in `start`..`end`, which holds digits only. */
export function nationalStart(
  bytes: Uint8Array,
  start: number,
  end: number,
  isInternational: boolean,
): number {
  let at = start;
  const has00 = bytes[at] === zero && bytes[at + 1] === zero && end - start > 10;
  if (has00) at += 2;
  if (isInternational || has00) at += codeLength(bytes, at);
  if (at < end && bytes[at] === zero && end - at > shortestPhone) at++;
  return at;
}

function codeLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]! - zero;
  if (first === 1 || first === 7) return 1;
  return twoDigitCodes.has(first * 10 + bytes[at + 1]! - zero) ? 2 : 3;
}

/** A second number in the cell, or an extension (`x12`, `ext. 12`, `poste 12`, `#12`). */
function endsNumber(bytes: Uint8Array, at: number, end: number, count: number, inner: number): boolean {
  const byte = bytes[at]!;
  if (isDivider(byte)) return (byte !== 47 && byte !== inner) || isSecondNumber(bytes, at, end, count, inner);
  if (byte === 35) return true;
  const lower = byte | 32;
  return lower === 120 || lower === 101 || lower === 112 || lower === 119;
}
