/*
 * The Bulgarian EGN (law on civil registration, article 11): day of birth with the century in the month (+ 20 the 1800s,
 * + 40 the 2000s), order with the sex, check digit (mod 11, 10 as 0).
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6];

export const egn = createIdentifier({
  name: 'egn',
  label: 'EGN',
  class: 'Government issued IDs',
  country: 'BG',
  subject: 'person',
  chance: 0.0074,
  needsName: false,
  shape: { lengths: [10], gaps: [6], mayLoseZero: true },
  check() {
    const month = numberAt(2, 2);
    const year = numberAt(0, 2) + century(month);
    if (!isBirthDay(year, month % 20, numberAt(4, 2))) return 0;
    return (weightedSum(weights) % 11) % 10 === digitAt(9) ? 1 : 0;
  },
  decode(normal) {
    const month = Number(normal.slice(2, 4));
    return {
      sex: Number(normal[8]) % 2 === 0 ? 'M' : 'F',
      birthYear: century(month) + Number(normal.slice(0, 2)),
      birthMonth: month % 20,
      birthDay: Number(normal.slice(4, 6)),
    };
  },
});

/** Months of other centuries make no year in which a person can be born. */
function century(month: number): number {
  return month < 20 ? 1900 : month < 40 ? 1800 : month < 60 ? 2000 : 0;
}
