/*
 * The national identification number of Luxembourg (matricule, law of 19 June 2013): day of birth, order, and two check
 * digits over the first eleven, one by Luhn, one by Verhoeff. The form of eleven digits was given up in 2014.
 */

import { isBirthDay } from './calendar.ts';
import { digitAt, numberAt } from './characters.ts';
import { luhnCheckDigit, verhoeffCheckDigit } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

export const matricule = createIdentifier({
  name: 'matricule',
  label: 'Luxembourg matricule',
  class: 'Social security numbers',
  country: 'LU',
  subject: 'person',
  chance: 0.000_009,
  needsName: false,
  shape: { lengths: [13], gaps: [4, 6, 8, 11] },
  check() {
    if (!isBirthDay(numberAt(0, 4), numberAt(4, 2), numberAt(6, 2))) return 0;
    return luhnCheckDigit(11) === digitAt(11) && verhoeffCheckDigit(11) === digitAt(12) ? 1 : 0;
  },
  decode: (normal) => ({
    birthYear: Number(normal.slice(0, 4)),
    birthMonth: Number(normal.slice(4, 6)),
    birthDay: Number(normal.slice(6, 8)),
  }),
});
