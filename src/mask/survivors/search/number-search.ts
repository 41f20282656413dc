// Telephone numbers and identifiers however they are grouped. In: where a run of digits and short words begins. Out: each
// group or run of groups that is somebody's number. Linear: a run is read once, windows over it are short.

import { hashStep } from '../../../kernel/index.ts';
import { foldedAscii } from '../fold.ts';
import { fewestDigits, mask, mayBeNumber, mayBePhone, phoneShape } from '../hints.ts';
import { longestPhone, nationalStart, shortestPhone } from '../normal-phone.ts';
import { longestNumber, shortestNumber } from '../normal-value.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { isGlued, isWholeCell } from './number-edges.ts';
import type { VisitReal } from './visit-survivor.ts';

const mostGroups = 40;
/** Characters of one run; longer ones are looked at in turn. */
const mostCharacters = 160;
const widestGap = 3;
/** Letters in a row that can be part of a number: `RSSMRA` of an Italian code. */
const longestLetters = 8;
const mostPhoneDigits = 17;
/** Digits that a number has at least without its zeros. */
const shortestBare = 8;
const zero = 48;

/** Returns how far it looked. */
export type NumberSearch = (
  bytes: Uint8Array,
  start: number,
  lo: number,
  to: number,
  visit: VisitReal,
) => number;

export function createNumberSearch(real: OpenRealValues): NumberSearch {
  const { hints } = real;
  const { masks } = hints;
  /** Digits are at most the characters of a number. */
  const shortest = fewestDigits(hints);
  const characters = new Uint8Array(mostCharacters + longestNumber);
  const starts = new Int32Array(mostGroups);
  const ends = new Int32Array(mostGroups);
  /** Where each group begins in `characters`; the last ends at `length`. */
  const froms = new Int32Array(mostGroups + 1);
  const areDigits = new Uint8Array(mostGroups);
  let count = 0;
  let digits = 0;

  return (bytes, start, lo, to, visit) => {
    const stop = collect(bytes, start, to);
    if (digits < shortestNumber) return stop;
    for (let first = 0; first < count;) {
      const last = searchFrom(bytes, first, lo, to, visit);
      first = last + 1;
    }
    return stop;
  };

  /** Looks for what begins with this group; returns the last group it took, the first itself where it took none. */
  function searchFrom(bytes: Uint8Array, first: number, lo: number, to: number, visit: VisitReal): number {
    const from = froms[first]!;
    let hash = hints.seed;
    let isDigits = true;
    let best = -1;
    let isPhone = false;
    // most runs are dates and times, of which no part is long enough
    if (froms[count]! - from < shortest || isGlued(bytes, starts[first]! - 1, lo, to)) return first;
    // without the zeros that a column of one width, or a sheet, puts in front
    const zeros = leadingZeros(first);
    let bareHash = hints.seed;
    for (let last = first; last < count; last++) {
      const end = froms[last + 1]!;
      if (end - from > longestNumber) break;
      for (let at = froms[last]!; at < end; at++) {
        hash = hashStep(hash, characters[at]!);
        if (at >= from + zeros) bareHash = hashStep(bareHash, characters[at]!);
      }
      if (areDigits[last] === 0) isDigits = false;
      if (isGlued(bytes, ends[last]!, lo, to) && !isExponent(bytes, first, last, to)) continue;
      if (
        end - from >= shortestNumber &&
        mayBeNumber(hints, hash, end - from) &&
        real.hasNormal('number', characters, from, end)
      ) {
        best = last;
        isPhone = false;
      }
      if (
        zeros > 0 &&
        end - from - zeros >= shortestBare &&
        mayBeNumber(hints, bareHash, end - from - zeros) &&
        real.hasNormal('number', characters, from + zeros, end)
      ) {
        best = last;
        isPhone = false;
      }
      if (isDigits && end - from >= shortestPhone && end - from <= mostPhoneDigits)
        if (isRealPhone(bytes, first, last, lo, to)) {
          best = last;
          isPhone = true;
        }
    }
    if (best < 0) return first;
    const plus = isPhone ? plusBefore(bytes, starts[first]!, lo) : 0;
    visit(isPhone ? 'phone' : 'number', starts[first]! - plus, ends[best]!);
    return best;
  }

  function leadingZeros(first: number): number {
    const [from, end] = [froms[first]!, froms[first + 1]!];
    let at = from;
    while (at < end && characters[at] === zero) at++;
    return at - from;
  }

  /** `6.12345107e8`: a whole number as sheets write it, all digits of it before the exponent. */
  function isExponent(bytes: Uint8Array, first: number, last: number, to: number): boolean {
    if (last !== first + 1 || froms[last]! - froms[first]! !== 1 || bytes[ends[first]!] !== 46) return false;
    let at = ends[last]!;
    if ((bytes[at]! | 32) !== 101) return false;
    if (bytes[++at] === 43) at++;
    let exponent = 0;
    const begin = at;
    for (; at < to && at - begin < 3 && isDigitByte(bytes[at]!); at++)
      exponent = exponent * 10 + bytes[at]! - zero;
    return at > begin && exponent === width(last);
  }

  function isRealPhone(bytes: Uint8Array, first: number, last: number, lo: number, to: number): boolean {
    const from = froms[first]!;
    const end = froms[last + 1]!;
    const isInternational = plusBefore(bytes, starts[first]!, lo) > 0;
    if (!isInternational && !isPlausible(bytes, first, last, lo, to)) return false;
    const national = Math.max(nationalStart(characters, from, end, isInternational), end - longestPhone);
    const length = end - national;
    if (length < shortestPhone) return false;
    let value = 0;
    for (let at = national; at < end; at++) value = value * 10 + characters[at]! - zero;
    return mayBePhone(hints, value, length) && real.hasNormal('phone', characters, national, end);
  }

  /** Whether digits without a plus are written as telephone numbers are: any number of nine digits may be somebody's. */
  function isPlausible(bytes: Uint8Array, first: number, last: number, lo: number, to: number): boolean {
    const from = froms[first]!;
    const length = froms[last + 1]! - from;
    const groups = last - first + 1;
    const lead = characters[from]!;
    if (lead === zero) {
      // 0.639981234 is a fraction
      if (froms[first + 1]! - from === 1 && bytes[ends[first]!] === 46) return false;
      return characters[from + 1] === zero ? length >= 11 : length >= 9 && length <= 12;
    }
    const shapes = masks[mask.phoneShapes]!;
    if (length < longestPhone)
      return (shapes & phoneShape.short) !== 0 && groups > 1 && groups === count && !isDate(first, last);
    if (length === longestPhone)
      return (
        (shapes & phoneShape.bareNine) !== 0 ||
        (groups >= 3 && !isDate(first, last)) ||
        (groups === 1 && isWholeCell(bytes, starts[first]!, ends[last]!, lo, to)) ||
        isExponent(bytes, first, last, to)
      );
    if (length === 10 && lead > zero + 1)
      return (shapes & phoneShape.bareTen) !== 0 || (groups >= 3 && froms[first + 1]! - from === 3);
    if (length === 11 && lead === zero + 1) return groups > 1 || (shapes & phoneShape.bareTen) !== 0;
    return length >= 11 && length <= 13 && hasCountry(from);
  }

  function width(group: number): number {
    return froms[group + 1]! - froms[group]!;
  }

  /** A year, a month and a day in front. */
  function isDate(first: number, last: number): boolean {
    if (last - first < 2) return false;
    return (width(first) === 4 && width(first + 1) <= 2) || (width(first) <= 2 && width(first + 2) === 4);
  }

  function hasCountry(from: number): boolean {
    const code = (characters[from]! - zero) * 10 + characters[from + 1]! - zero;
    return countries.has(code) && characters[from + 2]! !== zero;
  }

  /** Reads groups from `start` on; returns where to go on. */
  function collect(bytes: Uint8Array, start: number, to: number): number {
    count = digits = 0;
    let length = 0;
    let at = start;
    while (at < to && count < mostGroups && length < mostCharacters) {
      const stop = groupEnd(bytes, at, to);
      if (stop === at) break;
      const isDigit = isDigitByte(bytes[at]!);
      if (stop - at > longestNumber || (!isDigit && stop - at > longestLetters)) {
        // too long for a part of a number
        if (count === 0) return stop;
        break;
      }
      starts[count] = at;
      ends[count] = stop;
      froms[count] = length;
      areDigits[count++] = isDigit ? 1 : 0;
      if (isDigit) digits += stop - at;
      for (let index = at; index < stop; index++) {
        const folded = foldedAscii[bytes[index]!]!;
        characters[length++] = folded >= 97 ? folded - 32 : folded;
      }
      at = gapEnd(bytes, stop, to);
      if (at < 0) {
        at = stop;
        break;
      }
    }
    froms[count] = length;
    if (count === 0) return start + 1;
    // the last groups of a full collection begin the next one
    const isFull = count === mostGroups || length >= mostCharacters;
    return isFull ? starts[Math.max(1, count >> 1)]! : ends[count - 1]!;
  }
}

const countries = new Set([33, 44, 49, 32, 41, 31, 34, 39, 43, 35]);

/** The end of a run of digits, or of letters. */
function groupEnd(bytes: Uint8Array, start: number, to: number): number {
  const isDigit = isDigitByte(bytes[start]!);
  let at = start;
  while (at < to && bytes[at]! < 128 && foldedAscii[bytes[at]!]! > 0 && isDigitByte(bytes[at]!) === isDigit)
    at++;
  return at;
}

function isDigitByte(byte: number): boolean {
  return byte >= zero && byte < zero + 10;
}

/** Where the next group may begin; -1 where none may. Nothing may stand between letters and digits. */
function gapEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start;
  for (let parts = 0; at < to && parts <= widestGap; parts++) {
    const byte = bytes[at]!;
    if (byte < 128) {
      if (foldedAscii[byte]! > 0) return at;
      if (!isSeparator(byte)) return -1;
      at++;
    } else if (byte === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else if (byte === 0xe2 && (bytes[at + 1] === 0x80 || bytes[at + 1] === 0x81)) at += 3;
    else if (byte === 0xa0) at++;
    else return -1;
  }
  return -1;
}

/** Blank, dot, hyphen, slash, brackets, underscore. */
function isSeparator(byte: number): boolean {
  return (
    byte === 32 ||
    (byte >= 45 && byte <= 47) ||
    byte === 40 ||
    byte === 41 ||
    byte === 95 ||
    byte === 91 ||
    byte === 93
  );
}

/** Bytes of `+`, or of `(+`, before the digits; 0 for neither. */
function plusBefore(bytes: Uint8Array, start: number, lo: number): number {
  if (start <= lo || bytes[start - 1] !== 43) return 0;
  return start - 2 >= lo && bytes[start - 2] === 40 ? 2 : 1;
}
