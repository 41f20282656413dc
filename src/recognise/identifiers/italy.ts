/*
 * The Italian tax code of persons (codice fiscale, Decreto MEF 23 December 1976): letters of the name, year, month
 * letter, day (women + 40), place of birth, a check letter. Where two people would have the same, digits from the right
 * are written as letters (omocodia), so that both spellings stay apart: they are two people.
 */

import { isDayOfCentury } from './calendar.ts';
import { areLetters, characters } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

const months = 'ABCDEHLMPRST';
const digitLetters = 'LMNPQRSTUV';
/** What A to Z count as at places 1, 3, 5 …; 0 to 9 count as A to J. */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
/** By code: the month of a letter; the digit of a digit or of its letter. */
const monthOf = lookup(months, 1);
const digitOf = lookup(digitLetters, 0);

export const codiceFiscale = createIdentifier({
  name: 'codiceFiscale',
  label: 'codice fiscale',
  class: 'Government issued IDs',
  country: 'IT',
  subject: 'person',
  chance: 0.011,
  needsName: false,
  shape: { lengths: [16], gaps: [3, 6, 8, 9, 11, 12, 15], letters: true },
  check() {
    if (!areLetters(0, 6) || characters[11]! < 65 || characters[15]! < 65) return 0;
    const month = monthOf[characters[8]!]!;
    if (month < 0) return 0;
    const day = pair(9);
    const year = pair(6);
    if (day < 0 || year < 0 || pair(12) < 0 || digitOf[characters[14]!]! < 0) return 0;
    if (!isDayOfCentury(year, month, day > 40 ? day - 40 : day)) return 0;
    return checkLetter() === characters[15] ? 1 : 0;
  },
  decode(normal): DecodedFacts {
    const digits = [...normal].map((letter) => String(digitOf[letter.charCodeAt(0)]!));
    const day = Number(digits[9]! + digits[10]!);
    return {
      sex: day > 40 ? 'F' : 'M',
      birthYearOfCentury: Number(digits[6]! + digits[7]!),
      birthMonth: monthOf[normal.charCodeAt(8)]!,
      birthDay: day % 40,
      birthPlace: normal[11]! + digits[12]! + digits[13]! + digits[14]!,
    };
  },
});

/** Two digits, or letters that stand for them, as a number; negative for others. */
function pair(at: number): number {
  const tens = digitOf[characters[at]!]!;
  const ones = digitOf[characters[at + 1]!]!;
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

function checkLetter(): number {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const byte = characters[at]!;
    const value = byte < 65 ? byte - 48 : byte - 65;
    sum += (at & 1) === 1 ? value : oddValues[value]!;
  }
  return 65 + (sum % 26);
}

function lookup(letters: string, first: number): Int8Array {
  const table = new Int8Array(128).fill(-1);
  if (first === 0) for (let digit = 0; digit < 10; digit++) table[48 + digit] = digit;
  for (const [index, letter] of [...letters].entries()) table[letter.charCodeAt(0)] = index + first;
  return table;
}
