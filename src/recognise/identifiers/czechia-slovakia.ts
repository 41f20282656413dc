/*
 * The birth number of Czechia and Slovakia (rodné číslo; law 133/2000 Sb.; 301/1995 Z. z.): day of birth, women's month
 * + 50, and + 20 where a day's numbers have run out (from 2004); since 1954 divisible by 11, up to 1985 with a remainder
 * of 10 as 0. Before 1954 it had nine digits and no check.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

export const rodneCislo = createIdentifier({
  name: 'rodneCislo',
  label: 'rodné číslo',
  class: 'Government issued IDs',
  country: null,
  subject: 'person',
  kinds: ['rodné číslo', 'rodné číslo, without check digit'],
  chance: 0.0098,
  needsName: false,
  shape: { lengths: [9, 10], gaps: [6] },
  check(length) {
    const year = yearOf(numberAt(0, 2), length);
    const written = numberAt(2, 2);
    if (!isBirthDay(year, monthOf(written), numberAt(4, 2))) return 0;
    if (length === 9) return year < 1954 && written % 50 <= 12 && numberAt(6, 3) > 0 ? 2 : 0;
    if (written % 50 > 12 && year < 2004) return 0;
    const rest = numberAt(0, 9) % 11;
    return rest === digitAt(9) || (rest === 10 && digitAt(9) === 0 && year < 1986) ? 1 : 0;
  },
  decode(normal): DecodedFacts {
    const month = Number(normal.slice(2, 4));
    return {
      sex: month > 50 ? 'F' : 'M',
      birthYear: yearOf(Number(normal.slice(0, 2)), normal.length),
      birthMonth: monthOf(month),
      birthDay: Number(normal.slice(4, 6)),
    };
  },
});

function yearOf(ofCentury: number, length: number): number {
  return ofCentury + (length === 9 || ofCentury >= 54 ? 1900 : 2000);
}

function monthOf(written: number): number {
  const ofYear = written % 50;
  return ofYear > 20 ? ofYear - 20 : ofYear;
}
