/*
 * The Slovenian EMŠO (law on the central population register), which is the JMBG of Yugoslavia going on: day of birth with
 * the last three digits of the year, region, order with the sex, check digit (mod 11, 10 as 0). Regions beside 50 to 59
 * are of the other states that used or use it.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

export const emso = createIdentifier({
  name: 'emso',
  label: 'EMŠO',
  class: 'Government issued IDs',
  country: 'SI',
  subject: 'person',
  kinds: ['EMŠO', 'JMBG'],
  chance: 0.000_69,
  needsName: false,
  shape: { lengths: [13], gaps: [2, 4, 7, 9, 12], mayLoseZero: true },
  check() {
    if (!isBirthDay(yearOf(numberAt(4, 3)), numberAt(2, 2), numberAt(0, 2))) return 0;
    const region = numberAt(7, 2);
    const rest = weightedSum(weights) % 11;
    if (region > 96 || digitAt(12) !== ((11 - rest) % 11) % 10) return 0;
    return region >= 50 && region <= 59 ? 1 : 2;
  },
  decode: (normal) => ({
    sex: Number(normal.slice(9, 12)) < 500 ? 'M' : 'F',
    birthYear: yearOf(Number(normal.slice(4, 7))),
    birthMonth: Number(normal.slice(2, 4)),
    birthDay: Number(normal.slice(0, 2)),
    birthPlace: normal.slice(7, 9),
  }),
});

function yearOf(lastThree: number): number {
  return lastThree < 800 ? 2000 + lastThree : 1000 + lastThree;
}
