/*
 * The Polish PESEL (law of 24 September 2010): day of birth with the century in the month (+ 80 the 1800s, + 20 the 2000s),
 * order with the sex, check digit.
 */

import { isBirthDay } from './calendar.ts';
import { numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
/** By the month divided by 20: from 1900, 2000, 2100, 2200 and 1800. */
const centuries = [1900, 2000, 2100, 2200, 1800];

export const pesel = createIdentifier({
  name: 'pesel',
  label: 'PESEL',
  class: 'Government issued IDs',
  country: 'PL',
  subject: 'person',
  chance: 0.0074,
  needsName: false,
  shape: { lengths: [11], gaps: [6], mayLoseZero: true },
  check() {
    const month = numberAt(2, 2);
    const year = centuries[Math.floor(month / 20)]! + numberAt(0, 2);
    return isBirthDay(year, month % 20, numberAt(4, 2)) && weightedSum(weights) % 10 === 0 ? 1 : 0;
  },
  decode(normal) {
    const month = Number(normal.slice(2, 4));
    return {
      sex: Number(normal[9]) % 2 === 1 ? 'M' : 'F',
      birthYear: centuries[Math.floor(month / 20)]! + Number(normal.slice(0, 2)),
      birthMonth: month % 20,
      birthDay: Number(normal.slice(4, 6)),
    };
  },
});
