/*
 * The Belgian national register number and the BIS number of those outside it (NISS; royal decree of 3 April 1984, and of
 * 8 February 1991 for BIS): day of birth, order, and 97 minus the first nine digits mod 97, after 2000 with a 2 before
 * them. BIS: month + 20, or + 40 where the sex is known. Month or day 00: unknown.
 */

import { isBirthDay } from './calendar.ts';
import { numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

export const niss = createIdentifier({
  name: 'niss',
  label: 'Belgian national number',
  class: 'Government issued IDs',
  country: 'BE',
  subject: 'person',
  kinds: ['Belgian national number', 'Belgian BIS number'],
  chance: 0.0019,
  needsName: false,
  shape: { lengths: [11], gaps: [2, 4, 6, 9], mayLoseZero: true },
  check() {
    const body = numberAt(0, 9);
    const key = numberAt(9, 2);
    const is1900 = 97 - (body % 97) === key;
    const is2000 = 97 - ((2_000_000_000 + body) % 97) === key;
    const order = numberAt(6, 3);
    if ((!is1900 && !is2000) || order === 0 || order > 998) return 0;
    const month = numberAt(2, 2);
    const added = month >= 40 ? 40 : month >= 20 ? 20 : 0;
    const century = is1900 ? 1900 : 2000;
    if (!isDay(century + numberAt(0, 2), month - added, numberAt(4, 2))) return 0;
    return added === 0 ? 1 : 2;
  },
  decode(normal): DecodedFacts {
    const body = Number(normal.slice(0, 9));
    const is1900 = 97 - (body % 97) === Number(normal.slice(9));
    const month = Number(normal.slice(2, 4));
    const day = Number(normal.slice(4, 6));
    const facts: DecodedFacts = {};
    // In month 0 the two digits before may be a year that was unknown, too.
    if (month % 20 !== 0) facts.birthYear = (is1900 ? 1900 : 2000) + Number(normal.slice(0, 2));
    if (month < 20 || month >= 40) facts.sex = Number(normal[8]) % 2 === 1 ? 'M' : 'F';
    if (month % 20 !== 0 && day > 0) Object.assign(facts, { birthMonth: month % 20, birthDay: day });
    return facts;
  },
});

/** A day; or month and day unknown: 00 00, and 00 01 on, once their orders have run out; or the day alone. */
function isDay(year: number, month: number, day: number): boolean {
  return month === 0 ? day < 32 : month <= 12 && (day === 0 || isBirthDay(year, month, day));
}
