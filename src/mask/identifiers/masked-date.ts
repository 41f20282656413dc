// Dates of birth inside numbers are replaced as dates are everywhere. In: the permutation of months and days, and a date as
// yyyymmdd, the day 0 where there is none. Out: the date that stands for it, or that it stands for.

import type { BirthMonths } from '../values/birth-months.ts';

export function maskDate(months: BirthMonths, date: number): number {
  const year = Math.floor(date / 10_000);
  const month = Math.floor(date / 100) % 100;
  const masked = months.maskMonth(year, month);
  return masked.year * 10_000 + masked.month * 100 + months.maskDay(year, month, date % 100);
}

/** Months stand for each other in circles: the one before is found by going round. */
export function unmaskDate(months: BirthMonths, date: number): number {
  const target = Math.floor(date / 100);
  let year = Math.floor(target / 100);
  let month = target % 100;
  for (;;) {
    const next = months.maskMonth(year, month);
    if (next.year * 100 + next.month === target) break;
    ({ year, month } = next);
  }
  let day = date % 100;
  for (let at = 1; at <= 31; at++) if (months.maskDay(year, month, at) === date % 100) day = at;
  return year * 10_000 + month * 100 + day;
}
