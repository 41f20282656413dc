/*
 * The Croatian personal identification number (OIB, law of 2008): ISO 7064 mod 11,10. Firms have it as well as persons,
 * and it says nothing of either.
 */

import { digitAt } from './characters.ts';
import { hybridCheckDigit, isCounting } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

export const oib = createIdentifier({
  name: 'oib',
  label: 'OIB',
  class: 'Government issued IDs',
  country: 'HR',
  subject: 'person',
  kinds: ['OIB', 'OIB, test'],
  chance: 0.1,
  needsName: false,
  shape: { lengths: [11], gaps: [3, 6, 9], mayLoseZero: true, prefix: 'HR' },
  check: () => (hybridCheckDigit(10) === digitAt(10) ? (isCounting() ? 2 : 1) : 0),
});
