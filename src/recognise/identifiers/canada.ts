/*
 * The Canadian social insurance number (SIN; Service Canada), Luhn. 9 stands first for temporary residents; 0 and 8 are
 * not given.
 */

import { digitAt } from './characters.ts';
import { isCounting, passesLuhn } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

export const sin = createIdentifier({
  name: 'sin',
  label: 'SIN',
  class: 'Social security numbers',
  country: 'CA',
  subject: 'person',
  kinds: ['SIN', 'SIN, test'],
  chance: 0.08,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 6] },
  check() {
    if (digitAt(0) === 0 || digitAt(0) === 8 || !passesLuhn(0, 9)) return 0;
    return isCounting() ? 2 : 1;
  },
});
