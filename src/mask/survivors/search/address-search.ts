// E-mail addresses at their sign. In: where an `@` stands, also with blanks around it or written in brackets. Out: the
// address, if it is somebody's.

import { emailAt, spanEnd, spanStart } from '../../../recognise/index.ts';
import { longestValue, normalRoom, normalValue } from '../normal-value.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import type { VisitReal } from './visit-survivor.ts';

const sign = 64;
const quote = 39;
const longestSide = 300;

/** The sign takes `at`..`after`. Returns whether the address is real. */
export type AddressSearch = (
  bytes: Uint8Array,
  at: number,
  after: number,
  lo: number,
  to: number,
  visit: VisitReal,
) => boolean;

export function createAddressSearch(real: OpenRealValues): AddressSearch {
  const normal = new Uint8Array(normalRoom);
  const joined = new Uint8Array(longestValue + 8);

  return (bytes, at, after, lo, to, visit) => {
    const floor = Math.max(lo, at - longestSide);
    const ceiling = Math.min(to, after + longestSide);
    if (after === at + 1) {
      const span = emailAt(bytes, at, floor, ceiling);
      if (span >= 0) {
        const start = spanStart(span);
        const end = spanEnd(span);
        if (isReal(bytes, start, end)) {
          visit('email', start, end);
          return true;
        }
        if (bytes[start - 1] === quote && start > floor && isQuoted(bytes, start, at, end, floor)) {
          visit('email', start, end);
          return true;
        }
        if (isWhole(bytes, start, end, lo, to)) return false;
      }
    }
    return searchLoose(bytes, at, after, floor, ceiling, visit);
  };

  /** What stands around the sign, taken as far as it goes; then without what may belong to the text around. */
  function searchLoose(
    bytes: Uint8Array,
    at: number,
    after: number,
    lo: number,
    to: number,
    visit: VisitReal,
  ): boolean {
    let right = after;
    if (bytes[right] === 32) right++;
    let end = right;
    while (end < to && isDomain(bytes[end]!)) end++;
    while (end > right && !isAlphanumeric(bytes[end - 1]!)) end--;
    let left = at;
    if (left > lo && bytes[left - 1] === 32) left--;
    let start = left;
    while (start > lo && isLocal(bytes[start - 1]!)) start--;
    if (start === left || end === right || left - start + 1 + end - right > longestValue) return false;
    for (;;) {
      const length = left - start + 1 + end - right;
      joined.set(bytes.subarray(start, left));
      joined[left - start] = sign;
      joined.set(bytes.subarray(right, end), left - start + 1);
      if (isReal(joined, 0, length)) {
        visit('email', start, end);
        return true;
      }
      // a full stop, a hyphen or a quote may end the sentence before
      let next = start;
      while (next < left && isAlphanumeric(bytes[next]!)) next++;
      while (next < left && !isAlphanumeric(bytes[next]!)) next++;
      if (next >= left) return false;
      start = next;
    }
  }

  /** `O\'Brien@…`, `O''Brien@…`: with what stands before the quote, the quote as it is meant. */
  function isQuoted(bytes: Uint8Array, start: number, at: number, end: number, lo: number): boolean {
    let before = start - 1;
    if (before > lo && (bytes[before - 1] === 92 || bytes[before - 1] === quote)) before--;
    let from = before;
    while (from > lo && isLocal(bytes[from - 1]!)) from--;
    const length = before - from + 1 + end - start;
    if (from === before || at <= start || length > longestValue) return false;
    joined.set(bytes.subarray(from, before));
    joined[before - from] = quote;
    joined.set(bytes.subarray(start, end), before - from + 1);
    return isReal(joined, 0, length);
  }

  function isReal(bytes: Uint8Array, start: number, end: number): boolean {
    const length = normalValue('email', bytes, start, end, normal);
    return length > 0 && real.hasNormal('email', normal, 0, length);
  }
}

/** Nothing that may belong to the address stands beside it. */
function isWhole(bytes: Uint8Array, start: number, end: number, lo: number, to: number): boolean {
  return (start === lo || !isLocal(bytes[start - 1]!)) && (end === to || !isDomain(bytes[end]!));
}

function isAlphanumeric(byte: number): boolean {
  return byte >= 128 || (byte >= 48 && byte < 58) || ((byte | 32) >= 97 && (byte | 32) <= 122);
}

function isDomain(byte: number): boolean {
  return isAlphanumeric(byte) || byte === 45 || byte === 46;
}

/** Letters, digits and the signs of RFC 5322 but quotes, which part columns. */
function isLocal(byte: number): boolean {
  return isAlphanumeric(byte) || (byte > 32 && byte < 127 && !notLocal.has(byte));
}

const notLocal = new Set([...'"\'(),:;<>@[]\\`'].map((character) => character.charCodeAt(0)));
