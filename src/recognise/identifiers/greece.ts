/*
 * Numbers of Greece: social security, AMKA (law 3655/2008, article 153: day of birth, order, Luhn), and tax, AFM (mod 11),
 * which firms have as well as persons: theirs begin with 09, 7, 8 or 9.
 */

import { isDayOfCentury } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { isCounting, passesLuhn, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

export const amka = createIdentifier({
  name: 'amka',
  label: 'AMKA',
  class: 'Social security numbers',
  country: 'GR',
  subject: 'person',
  chance: 0.0036,
  needsName: false,
  shape: { lengths: [11], gaps: [6], mayLoseZero: true },
  check: () => (isDayOfCentury(numberAt(4, 2), numberAt(2, 2), numberAt(0, 2)) && passesLuhn(0, 11) ? 1 : 0),
  decode: (normal) => ({
    sex: Number(normal[9]) % 2 === 1 ? 'M' : 'F',
    birthYearOfCentury: Number(normal.slice(4, 6)),
    birthMonth: Number(normal.slice(2, 4)),
    birthDay: Number(normal.slice(0, 2)),
  }),
});

const weights = [256, 128, 64, 32, 16, 8, 4, 2];

export const afm = createIdentifier({
  name: 'afm',
  label: 'AFM',
  class: 'Government issued IDs',
  country: 'GR',
  subject: 'person',
  kinds: ['AFM', 'AFM, organisation', 'AFM, test'],
  chance: 0.1,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 6], mayLoseZero: true, prefix: 'EL' },
  check() {
    if ((weightedSum(weights) % 11) % 10 !== digitAt(8)) return 0;
    if (isCounting()) return 3;
    return digitAt(0) >= 7 || numberAt(0, 2) === 9 ? 2 : 1;
  },
});
