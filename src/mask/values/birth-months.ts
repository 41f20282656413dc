/*
 * Months and days of birth, replaced by one permutation wherever they stand: in dates, and inside identifiers. In: a year,
 * a month, a day. Out: those that stand for them. A month becomes another of the same length near it, so that a permutation
 * of its days makes days that exist, and no two days become one. The same every 100 years, so that years of two digits agree
 * with whole ones.
 *
 * Near: within the two calendar years that begin with the even one. February has too few there: one of 28 days goes to
 * another of the same four years, one of 29 to the leap year before or after (four years off). The years 00 are leap years
 * or not: their February stays itself, and only its days are permuted.
 */

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createKeyedNumbers, cycle, type NextNumber } from './keyed-numbers.ts';

const months = 1200;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const longest = 31;

export interface BirthMonths {
  /** What stands for a month (1 to 12) of a year of two or four digits; never itself, but February of a year 00. */
  maskMonth(year: number, month: number): { year: number; month: number };
  /**
   * What stands for a day of the month given, the real one; it exists in the month that `maskMonth` says. A day that the
   * month does not have stays itself.
   */
  maskDay(year: number, month: number, day: number): number;
  /** Of a whole date, yyyymmdd: both at once, never itself. */
  maskDate(date: number): number;
}

export function createBirthMonths(keys: MaskKeys): BirthMonths {
  const next = createKeyedNumbers(keys.of('birth months', 32));
  const places = createPlaces(next);
  const days = createDays(next);
  const placeOf = (year: number, month: number): number => places[(year % 100) * 12 + month - 1]!;
  const maskDay = (year: number, month: number, day: number): number => {
    const last = lastDay(year, month);
    if (day < 1 || day > last) return day;
    const row = ((year % 100) * 12 + month - 1) * (longest + 1);
    let masked = days[row + day]!;
    // What is meant for a day beyond the month's last goes on to what stands for that day: still a permutation.
    while (masked > last) masked = days[row + masked]!;
    return masked;
  };
  return {
    maskMonth(year, month) {
      if (!(month >= 1 && month <= 12)) return { year, month };
      const place = placeOf(year, month);
      return { year: year - (year % 100) + Math.floor(place / 12), month: (place % 12) + 1 };
    },
    maskDay,
    maskDate(date) {
      const year = Math.floor(date / 10_000);
      const month = Math.floor(date / 100) % 100;
      if (!(month >= 1 && month <= 12)) return date;
      const place = placeOf(year, month);
      const masked = year - (year % 100) + Math.floor(place / 12);
      return masked * 10_000 + ((place % 12) + 1) * 100 + maskDay(year, month, date % 100);
    },
  };
}

function lastDay(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : monthDays[month - 1]!;
}

/** Years of two digits are of this century. */
function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** For each month of a century the one that stands for it. */
function createPlaces(next: NextNumber): Uint16Array {
  const places = Uint16Array.from({ length: months }, (_, index) => index);
  const exchange = (members: number[]): void => {
    const order = Uint16Array.from(members);
    cycle(order, next);
    members.forEach((member, index) => (places[member] = order[index]!));
  };
  for (let year = 0; year < 100; year += 2) {
    for (const length of [30, 31]) exchange(within(year, 2, (month) => monthDays[month] === length));
  }
  for (let year = 0; year < 100; year += 4) {
    exchange(within(year + 1, 3, (month) => month === 1));
    if (year % 8 === 4) exchange([year * 12 + 1, ((year + 4) % 100) * 12 + 1].filter((index) => index > 1));
  }
  return places;
}

function within(year: number, count: number, isMember: (month: number) => boolean): number[] {
  const members: number[] = [];
  for (let index = year * 12; index < (year + count) * 12; index++)
    if (isMember(index % 12)) members.push(index);
  return members;
}

/** For each month of a century, 32 bytes: what stands for the day at its number. */
function createDays(next: NextNumber): Uint8Array {
  const days = new Uint8Array(months * (longest + 1));
  for (let index = 0; index < months; index++) {
    const month = index % 12;
    const count = month === 1 ? 29 : monthDays[month]!;
    const row = days.subarray(index * (longest + 1) + 1, index * (longest + 1) + 1 + count);
    for (let day = 1; day <= count; day++) row[day - 1] = day;
    cycle(row, next);
  }
  return days;
}
