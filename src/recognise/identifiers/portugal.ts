/*
 * The Portuguese tax number (NIF, Decreto-Lei 14/2013), mod 11. Persons have 1, 2, 3 or 45 first; 5, 6, 7 and 9 are
 * firms, public bodies, estates and funds, 8 sole traders of old.
 */

import { digitAt } from './characters.ts';
import { isCounting, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [9, 8, 7, 6, 5, 4, 3, 2];

export const nif = createIdentifier({
  name: 'nif',
  label: 'NIF',
  class: 'Government issued IDs',
  country: 'PT',
  subject: 'person',
  kinds: ['NIF', 'NIF, organisation', 'NIF, test'],
  chance: 0.09,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 6], prefix: 'PT' },
  check() {
    const first = digitAt(0);
    const rest = weightedSum(weights) % 11;
    if (first === 0 || digitAt(8) !== (rest < 2 ? 0 : 11 - rest)) return 0;
    if (isCounting()) return 3;
    return first === 5 || first === 6 || first === 7 || first === 9 ? 2 : 1;
  },
});
