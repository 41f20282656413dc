/*
 * The Latvian personal code (personas kods; Iedzīvotāju reģistra likums): day of birth, century, order, check digit
 * (mod 11, 10 as 0). Codes given since July 2017 begin with 32 and say nothing of their holder.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

const weights = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];

export const personasKods = createIdentifier({
  name: 'personasKods',
  label: 'personas kods',
  class: 'Government issued IDs',
  country: 'LV',
  subject: 'person',
  chance: 0.0018,
  needsName: false,
  shape: { lengths: [11], gaps: [6], mayLoseZero: true },
  check() {
    if (((weightedSum(weights) + 1) % 11) % 10 !== digitAt(10)) return 0;
    if (numberAt(0, 2) === 32) return 1;
    return isBirthDay(yearOf(digitAt(6), numberAt(4, 2)), numberAt(2, 2), numberAt(0, 2)) ? 1 : 0;
  },
  decode(normal): DecodedFacts {
    if (normal.startsWith('32')) return {};
    return {
      birthYear: yearOf(Number(normal[6]), Number(normal.slice(4, 6))),
      birthMonth: Number(normal.slice(2, 4)),
      birthDay: Number(normal.slice(0, 2)),
    };
  },
});

/** 0 from 1800, 1 from 1900, 2 from 2000. */
function yearOf(century: number, ofCentury: number): number {
  return 1800 + 100 * century + ofCentury;
}
