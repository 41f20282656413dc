/*
 * The Norwegian fødselsnummer (Folkeregisterforskriften § 2-2-1): day of birth, order with the century and the sex, two
 * check digits (mod 11). D-numbers of those not registered have the day + 40, H-numbers of health the month + 40, and
 * the test people of the tax administration the month + 80. The looser first check digit of 2032 is not in use yet.
 */

import { isBirthDay } from './calendar.ts';
import { numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

export const fodselsnummer = createIdentifier({
  name: 'fodselsnummer',
  label: 'fødselsnummer',
  class: 'Government issued IDs',
  country: 'NO',
  subject: 'person',
  kinds: ['fødselsnummer', 'D-number', 'H-number', 'fødselsnummer, test'],
  chance: 0.0016,
  needsName: false,
  shape: { lengths: [11], gaps: [6], mayLoseZero: true },
  check() {
    if (weightedSum(firstWeights) % 11 !== 0 || weightedSum(secondWeights) % 11 !== 0) return 0;
    const day = numberAt(0, 2);
    const month = numberAt(2, 2);
    const year = yearOf(numberAt(6, 3), numberAt(4, 2));
    if (!isBirthDay(year, month % 40, day > 40 ? day - 40 : day)) return 0;
    if (month > 80) return 4;
    return month > 40 ? 3 : day > 40 ? 2 : 1;
  },
  decode(normal) {
    const day = Number(normal.slice(0, 2));
    return {
      sex: Number(normal[8]) % 2 === 1 ? 'M' : 'F',
      birthYear: yearOf(Number(normal.slice(6, 9)), Number(normal.slice(4, 6))),
      birthMonth: Number(normal.slice(2, 4)) % 40,
      birthDay: day > 40 ? day - 40 : day,
    };
  },
});

/** 0 where the order and the year do not go together. */
function yearOf(order: number, ofCentury: number): number {
  if (order < 500) return 1900 + ofCentury;
  if (ofCentury < 40) return 2000 + ofCentury;
  if (order >= 900) return 1900 + ofCentury;
  return order < 750 && ofCentury >= 54 ? 1800 + ofCentury : 0;
}
