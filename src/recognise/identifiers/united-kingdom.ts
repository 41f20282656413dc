/*
 * Numbers of the United Kingdom: the National Insurance number (HMRC NIM39110), which has no check digit, and the NHS
 * number of England, Wales and Man with its like in Scotland and Northern Ireland (NHS data dictionary, mod 11).
 */

import { areDigits, areLetters, characters, letterSet, numberAt } from './characters.ts';
import { isCounting, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const notPrefixes = new Set(
  ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].map((pair) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1)),
);
const firstLetters = letterSet('ABCEGHJKLMNOPRSTWXYZ');
const secondLetters = letterSet('ABCEGHJKLMNPRSTWXYZ');
const q = 81;

export const nino = createIdentifier({
  name: 'nino',
  label: 'National Insurance number',
  class: 'Social security numbers',
  country: 'GB',
  subject: 'person',
  // QQ is no prefix: forms and guidance show QQ 12 34 56 C.
  kinds: ['National Insurance number', 'National Insurance number, test'],
  chance: 0.085,
  needsName: true,
  shape: { lengths: [9], gaps: [2, 4, 6, 8], letters: true },
  check() {
    if (!areLetters(0, 2) || !areDigits(2, 6) || characters[8]! < 65 || characters[8]! > 68) return 0;
    const first = characters[0]!;
    const second = characters[1]!;
    if (first === q && second === q) return 2;
    if (firstLetters[first] === 0 || secondLetters[second] === 0) return 0;
    return notPrefixes.has(first * 256 + second) ? 0 : 1;
  },
});

const nhsWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

export const nhs = createIdentifier({
  name: 'nhs',
  label: 'NHS number',
  class: 'Government issued IDs',
  country: 'GB',
  subject: 'person',
  // The range from 999 000 0000 on is reserved for tests.
  kinds: ['NHS number', 'NHS number, test'],
  chance: 0.091,
  needsName: false,
  shape: { lengths: [10], gaps: [3, 6] },
  check: () => (weightedSum(nhsWeights) % 11 === 0 ? (numberAt(0, 3) === 999 || isCounting() ? 2 : 1) : 0),
});
