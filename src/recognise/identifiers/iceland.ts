/*
 * The Icelandic kennitala (law 140/2019): day of birth, order, check digit (mod 11), century. Organisations have it too,
 * with the day of their founding + 40.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];

export const kennitala = createIdentifier({
  name: 'kennitala',
  label: 'kennitala',
  class: 'Government issued IDs',
  country: 'IS',
  subject: 'person',
  kinds: ['kennitala', 'kennitala, organisation'],
  chance: 0.001,
  needsName: false,
  shape: { lengths: [10], gaps: [6], mayLoseZero: true },
  check() {
    const day = numberAt(0, 2);
    const year = yearOf(digitAt(9), numberAt(4, 2));
    if (!isBirthDay(year, numberAt(2, 2), day > 40 ? day - 40 : day)) return 0;
    return weightedSum(weights) % 11 === 0 ? (day > 40 ? 2 : 1) : 0;
  },
  decode(normal) {
    const day = Number(normal.slice(0, 2));
    if (day > 40) return {};
    return {
      birthYear: yearOf(Number(normal[9]), Number(normal.slice(4, 6))),
      birthMonth: Number(normal.slice(2, 4)),
      birthDay: day,
    };
  },
});

/** 9 from 1900, 0 from 2000; others are no century of people alive. */
function yearOf(century: number, ofCentury: number): number {
  return century === 0 ? 2000 + ofCentury : century === 9 ? 1900 + ofCentury : 0;
}
