/*
 * The Dutch citizen service number (burgerservicenummer, Wabb; Besluit BSN: the eleven test with -1 for the last digit).
 * The first of its nine digits may be 0.
 */

import { characters } from './characters.ts';
import { isCounting, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

export const bsn = createIdentifier({
  name: 'bsn',
  label: 'BSN',
  class: 'Government issued IDs',
  country: 'NL',
  subject: 'person',
  // The test persons of the register have numbers from 999990000 on.
  kinds: ['BSN', 'BSN, test'],
  chance: 0.091,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 4, 6], mayLoseZero: true },
  check() {
    if (weightedSum(weights) % 11 !== 0) return 0;
    if (isCounting()) return 2;
    for (let at = 0; at < 5; at++) if (characters[at] !== 57) return 1;
    return 2;
  },
});
