/*
 * Calendar dates in cells, from bytes, as dates of birth are written. In: a span and today as yyyymmdd. Out: kind
 * (0 = none) or the date as a number yyyymmdd. Forms: 1985-03-09, 1985/3/9, 09/03/1985, 9.3.1985, 19850309, 09031985,
 * each with an optional time. Which of day and month comes first is decided by what is possible. Never allocates.
 */

import { byteClass, digit, trimEnd, trimStart } from './byte-class.ts';

export const birthDateKinds = ['full date'] as const;

/** No date of birth before it; also what empty fields are set to by default, so it is not one itself. */
const firstDay = 1900_01_01;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 1 for a real date after 1 January 1900 and not after `today` (yyyymmdd), else 0. */
export function birthDateKind(bytes: Uint8Array, start: number, end: number, today: number): number {
  const date = dateValue(bytes, start, end);
  return date > firstDay && date <= today ? 1 : 0;
}

/** The date as yyyymmdd, or 0. Day before month where both orders are possible. */
export function dateValue(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  const first = digitsEnd(bytes, from, to);
  if (first - from === 8) return isTimeOrNothing(bytes, first, to) ? packedDate(bytes, from) : 0;
  if (first === from || first - from > 4 || first - from === 3 || first >= to) return 0;
  const separator = bytes[first]!;
  if (separator !== 45 && separator !== 47 && separator !== 46) return 0;
  const second = digitsEnd(bytes, first + 1, to);
  if (second === first + 1 || second - first > 3 || bytes[second] !== separator || second >= to) return 0;
  const third = digitsEnd(bytes, second + 1, to);
  if (!isTimeOrNothing(bytes, third, to)) return 0;
  const b = numberIn(bytes, first + 1, second);
  if (first - from === 4) {
    const length = third - second - 1;
    return length === 1 || length === 2
      ? dateOf(numberIn(bytes, from, first), b, numberIn(bytes, second + 1, third))
      : 0;
  }
  if (third - second !== 5) return 0;
  const a = numberIn(bytes, from, first);
  const year = numberIn(bytes, second + 1, third);
  return dateOf(year, b, a) || dateOf(year, a, b);
}

/** Eight digits: year first, else day first. */
function packedDate(bytes: Uint8Array, from: number): number {
  const yearFirst = numberIn(bytes, from, from + 4);
  if (yearFirst >= 1900 && yearFirst < 2100) {
    return dateOf(yearFirst, numberIn(bytes, from + 4, from + 6), numberIn(bytes, from + 6, from + 8));
  }
  return dateOf(
    numberIn(bytes, from + 4, from + 8),
    numberIn(bytes, from + 2, from + 4),
    numberIn(bytes, from, from + 2),
  );
}

function dateOf(year: number, month: number, day: number): number {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > monthDays[month - 1]!)
    return 0;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !isLeap ? 0 : year * 10_000 + month * 100 + day;
}

/** Nothing, or `T` or a space and then only what a time is made of. */
function isTimeOrNothing(bytes: Uint8Array, at: number, end: number): boolean {
  if (at === end) return true;
  if ((bytes[at] !== 32 && bytes[at] !== 84) || end - at > 32 || digitsEnd(bytes, at + 1, end) === at + 1)
    return false;
  for (let index = at + 1; index < end; index++) {
    const byte = bytes[index]!;
    const isTime =
      (byteClass[byte]! & digit) !== 0 ||
      byte === 58 ||
      byte === 46 ||
      byte === 43 ||
      byte === 45 ||
      byte === 90 ||
      byte === 32;
    if (!isTime && !isMeridiem(byte)) return false;
  }
  return true;
}

/** Letters of `AM`, `PM` and `UTC`. */
function isMeridiem(byte: number): boolean {
  return 'AMPUTCampu'.includes(String.fromCharCode(byte));
}

function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (byteClass[bytes[at]!]! & digit) !== 0) at++;
  return at;
}

function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + bytes[at]! - 48;
  return value;
}
