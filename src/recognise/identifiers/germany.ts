/*
 * Numbers of Germany: the tax number of persons (Steuer-ID, AO § 139b; Bayerisches Landesamt für Steuern, Prüfung der
 * Steuer- und Steueridentifikationsnummer) and the pension insurance number (Versicherungsnummer, VKVV § 2).
 */

import { isDayOfCentury } from './calendar.ts';
import { areDigits, characters, digitAt, numberAt } from './characters.ts';
import { hybridCheckDigit } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

export const steuerId = createIdentifier({
  name: 'steuerId',
  label: 'Steuer-ID',
  class: 'Government issued IDs',
  country: 'DE',
  subject: 'person',
  // The tax offices' test numbers begin with 0, a person's never does.
  kinds: ['Steuer-ID', 'Steuer-ID, test'],
  chance: 0.0037,
  needsName: false,
  shape: { lengths: [11], gaps: [2, 5, 8] },
  check: () =>
    hasOneRepeatedDigit() && hybridCheckDigit(10) === digitAt(10) ? (digitAt(0) === 0 ? 2 : 1) : 0,
});

/** In the first ten digits one stands twice, or three times but not in a row, and no other more than once. */
function hasOneRepeatedDigit(): boolean {
  let once = 0;
  let twice = 0;
  let thrice = 0;
  for (let at = 0; at < 10; at++) {
    const bit = 1 << digitAt(at);
    if ((thrice & bit) !== 0) return false;
    if ((twice & bit) !== 0) thrice |= bit;
    else if ((once & bit) !== 0) {
      if (twice !== 0) return false;
      twice |= bit;
    } else once |= bit;
  }
  if (twice === 0) return false;
  if (thrice === 0) return true;
  for (let at = 2; at < 10; at++) {
    if (characters[at] === characters[at - 1] && characters[at] === characters[at - 2]) return false;
  }
  return true;
}

/** Two digits of the letter count one by one. */
const insuranceWeights = [2, 1, 2, 5, 7, 1, 2, 1];
const afterLetter = [2, 1];

export const rvnr = createIdentifier({
  name: 'rvnr',
  label: 'German pension insurance number',
  class: 'Social security numbers',
  country: 'DE',
  subject: 'person',
  chance: 0.0037,
  needsName: false,
  shape: { lengths: [12], gaps: [2, 4, 6, 8, 9, 11], letters: true },
  check() {
    if (characters[8]! < 65 || !areDigits(0, 8) || !areDigits(9, 3)) return 0;
    if (!isDayOfCentury(numberAt(6, 2), numberAt(4, 2), numberAt(2, 2))) return 0;
    return insuranceCheckDigit() === digitAt(11) ? 1 : 0;
  },
  decode: decodeInsurance,
});

/** The sum of the digits of each product, mod 10; the letter as two digits, A 01 to Z 26. */
function insuranceCheckDigit(): number {
  const letter = characters[8]! - 64;
  let sum = digitSum(2 * Math.floor(letter / 10)) + digitSum(letter % 10);
  for (let at = 0; at < 8; at++) sum += digitSum(insuranceWeights[at]! * digitAt(at));
  for (let at = 0; at < 2; at++) sum += digitSum(afterLetter[at]! * digitAt(9 + at));
  return sum % 10;
}

function digitSum(value: number): number {
  return Math.floor(value / 10) + (value % 10);
}

function decodeInsurance(normal: string): DecodedFacts {
  return {
    sex: Number(normal.slice(9, 11)) < 50 ? 'M' : 'F',
    birthYearOfCentury: Number(normal.slice(6, 8)),
    birthMonth: Number(normal.slice(4, 6)),
    birthDay: Number(normal.slice(2, 4)),
  };
}
