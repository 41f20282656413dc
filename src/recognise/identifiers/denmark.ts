/*
 * The Danish CPR number (CPR-loven; CPR-kontoret, Personnummeret i CPR): day of birth, the century by the seventh digit,
 * the sex by the last. Its check digit has not been kept to since 2007, so that only the day speaks for it.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';

/** The test patient of the health network. */
const nancy = 2_512_489_996;

export const cpr = createIdentifier({
  name: 'cpr',
  label: 'CPR number',
  class: 'Government issued IDs',
  country: 'DK',
  subject: 'person',
  kinds: ['CPR number', 'CPR number, test'],
  chance: 0.036,
  needsName: true,
  shape: { lengths: [10], gaps: [6], mayLoseZero: true },
  check() {
    const year = yearOf(digitAt(6), numberAt(4, 2));
    if (!isBirthDay(year, numberAt(2, 2), numberAt(0, 2))) return 0;
    return numberAt(0, 10) === nancy ? 2 : 1;
  },
  decode: (normal) => ({
    sex: Number(normal[9]) % 2 === 1 ? 'M' : 'F',
    birthYear: yearOf(Number(normal[6]), Number(normal.slice(4, 6))),
    birthMonth: Number(normal.slice(2, 4)),
    birthDay: Number(normal.slice(0, 2)),
  }),
});

function yearOf(seventh: number, ofCentury: number): number {
  if (seventh < 4) return 1900 + ofCentury;
  if (seventh === 4 || seventh === 9) return ofCentury < 37 ? 2000 + ofCentury : 1900 + ofCentury;
  return ofCentury < 58 ? 2000 + ofCentury : 1800 + ofCentury;
}
