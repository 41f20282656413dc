/*
 * Numbers of India: Aadhaar (UIDAI: first digit 2 to 9, Verhoeff, no palindrome) and the tax number PAN (Income Tax Rules,
 * rule 114), whose fourth letter says what its holder is and whose last is a check nobody has published.
 */

import { areDigits, areLetters, characters, digitAt, letterSet, numberAt } from './characters.ts';
import { isPalindrome, passesVerhoeff } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

/** The people of UIDAI's own tests. */
const testPeople = new Set([
  999_941_057_058, 999_971_658_847, 999_933_119_405, 999_955_183_433, 999_990_501_894,
]);

export const aadhaar = createIdentifier({
  name: 'aadhaar',
  label: 'Aadhaar number',
  class: 'Government issued IDs',
  country: 'IN',
  subject: 'person',
  kinds: ['Aadhaar number', 'Aadhaar number, test'],
  chance: 0.08,
  needsName: false,
  shape: { lengths: [12], gaps: [4, 8] },
  check() {
    if (digitAt(0) < 2 || isPalindrome(12) || !passesVerhoeff(12)) return 0;
    return testPeople.has(numberAt(0, 12)) ? 2 : 1;
  },
});

/** Association, body, company, firm, government, family, local authority, juridical person, person, trust; K is rare. */
const holders = letterSet('ABCFGHJKLPT');
const p = 80;

export const pan = createIdentifier({
  name: 'pan',
  label: 'PAN',
  class: 'Government issued IDs',
  country: 'IN',
  subject: 'person',
  kinds: ['PAN', 'PAN, organisation'],
  chance: 0.42,
  needsName: true,
  shape: { lengths: [10], gaps: [5, 9], letters: true },
  check() {
    if (!areLetters(0, 5) || !areDigits(5, 4) || characters[9]! < 65) return 0;
    const holder = characters[3]!;
    if (holders[holder] === 0 || numberAt(5, 4) === 0) return 0;
    return holder === p ? 1 : 2;
  },
});
