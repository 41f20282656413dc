/*
 * The Austrian social insurance number (Sozialversicherungsnummer, ASVG § 460d): three digits, a check digit, the day of
 * birth. Months 13 to 15 are given for days whose numbers have run out.
 */

import { isDayOfCentury } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

/** The fourth digit is the check digit itself. */
const weights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];

export const svnr = createIdentifier({
  name: 'svnr',
  label: 'Austrian social insurance number',
  class: 'Social security numbers',
  country: 'AT',
  subject: 'person',
  chance: 0.0038,
  needsName: false,
  shape: { lengths: [10], gaps: [3, 4] },
  check() {
    const month = numberAt(6, 2);
    if (digitAt(0) === 0 || month > 15) return 0;
    const day = numberAt(4, 2);
    if (month > 12 ? day < 1 || day > 31 : !isDayOfCentury(numberAt(8, 2), month, day)) return 0;
    return weightedSum(weights) % 11 === digitAt(3) ? 1 : 0;
  },
  decode(normal): DecodedFacts {
    const month = Number(normal.slice(6, 8));
    const facts: DecodedFacts = { birthYearOfCentury: Number(normal.slice(8, 10)) };
    if (month <= 12) Object.assign(facts, { birthMonth: month, birthDay: Number(normal.slice(4, 6)) });
    return facts;
  },
});
