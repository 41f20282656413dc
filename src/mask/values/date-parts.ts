/*
 * Where year, month and day stand in a date, whatever its notation. In: a cell. Out: spans of digits: `1985-03-09`,
 * `09/03/1985`, `9.3.85`, `19850309`, `09031985`, each with a time behind it or none, `1985-03`. Of day and month the day
 * comes first where both orders are possible. Never allocates.
 */

import { isDigit } from '../ascii.ts';

export interface DateParts {
  yearAt: number;
  yearDigits: number;
  monthAt: number;
  monthDigits: number;
  /** 0 digits: the date is a month. */
  dayAt: number;
  dayDigits: number;
  /** Where the date ends and its time, if any, begins. */
  end: number;
  year: number;
  month: number;
  day: number;
}

export function createDateParts(): DateParts {
  return {
    yearAt: 0,
    yearDigits: 0,
    monthAt: 0,
    monthDigits: 0,
    dayAt: 0,
    dayDigits: 0,
    end: 0,
    year: 0,
    month: 0,
    day: 0,
  };
}

/** Fills `parts`; false, where no date stands at `start`. Dates that are all zeros are dates, of the year 0. */
export function readDate(bytes: Uint8Array, start: number, end: number, parts: DateParts): boolean {
  const first = digitsEnd(bytes, start, end);
  const isRead =
    first - start === 8 ? readPacked(bytes, start, parts) : readSplit(bytes, start, first, end, parts);
  if (!isRead || (parts.end < end && !isAfterDate(bytes, parts.end, end))) return false;
  parts.year = numberAt(bytes, parts.yearAt, parts.yearDigits);
  parts.month = numberAt(bytes, parts.monthAt, parts.monthDigits);
  parts.day = numberAt(bytes, parts.dayAt, parts.dayDigits);
  return true;
}

function readPacked(bytes: Uint8Array, start: number, parts: DateParts): boolean {
  const year = numberAt(bytes, start, 4);
  const isYearFirst = (year >= 1850 && year < 2150) || year === 0;
  if (isYearFirst && isDay(numberAt(bytes, start + 4, 2), numberAt(bytes, start + 6, 2)))
    return place(parts, start, 4, start + 4, 2, start + 6, 2, start + 8);
  const last = numberAt(bytes, start + 4, 4);
  if (last < 1850 || last >= 2150) return false;
  if (isDay(numberAt(bytes, start + 2, 2), numberAt(bytes, start, 2)))
    return place(parts, start + 4, 4, start + 2, 2, start, 2, start + 8);
  return (
    isDay(numberAt(bytes, start, 2), numberAt(bytes, start + 2, 2)) &&
    place(parts, start + 4, 4, start, 2, start + 2, 2, start + 8)
  );
}

function readSplit(bytes: Uint8Array, start: number, first: number, end: number, parts: DateParts): boolean {
  const firstDigits = first - start;
  const sign = first < end ? bytes[first]! : 0;
  if (firstDigits === 0 || firstDigits === 3 || firstDigits > 4 || !isSeparator(sign)) return false;
  const second = digitsEnd(bytes, first + 1, end);
  const secondDigits = second - first - 1;
  if (secondDigits < 1 || secondDigits > 2) return false;
  const b = numberAt(bytes, first + 1, secondDigits);
  if (bytes[second] !== sign || second >= end)
    return (
      firstDigits === 4 &&
      secondDigits === 2 &&
      isDay(b, 1) &&
      place(parts, start, 4, first + 1, 2, second, 0, second)
    );
  const third = digitsEnd(bytes, second + 1, end);
  const thirdDigits = third - second - 1;
  if (firstDigits === 4) {
    const isDate = thirdDigits >= 1 && thirdDigits <= 2 && isDay(b, numberAt(bytes, second + 1, thirdDigits));
    return isDate && place(parts, start, 4, first + 1, secondDigits, second + 1, thirdDigits, third);
  }
  if (thirdDigits !== 4 && thirdDigits !== 2) return false;
  const a = numberAt(bytes, start, firstDigits);
  if (isDay(b, a))
    return place(parts, second + 1, thirdDigits, first + 1, secondDigits, start, firstDigits, third);
  return (
    isDay(a, b) && place(parts, second + 1, thirdDigits, start, firstDigits, first + 1, secondDigits, third)
  );
}

function place(
  parts: DateParts,
  yearAt: number,
  yearDigits: number,
  monthAt: number,
  monthDigits: number,
  dayAt: number,
  dayDigits: number,
  end: number,
): boolean {
  parts.yearAt = yearAt;
  parts.yearDigits = yearDigits;
  parts.monthAt = monthAt;
  parts.monthDigits = monthDigits;
  parts.dayAt = dayAt;
  parts.dayDigits = dayDigits;
  parts.end = end;
  return true;
}

function isDay(month: number, day: number): boolean {
  return (month >= 1 && month <= 12 && day >= 1 && day <= 31) || (month === 0 && day === 0);
}

function isSeparator(byte: number): boolean {
  return byte === 45 || byte === 47 || byte === 46;
}

/** A blank or `T`, and a digit. */
function isAfterDate(bytes: Uint8Array, at: number, end: number): boolean {
  return (bytes[at] === 32 || bytes[at] === 84) && at + 1 < end && isDigit(bytes[at + 1]!);
}

function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(bytes[at]!)) at++;
  return at;
}

/** `count` digits as a number. */
export function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) value = value * 10 + bytes[index]! - 48;
  return value;
}
