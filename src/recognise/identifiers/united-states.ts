/*
 * Numbers of the United States, neither with a check digit: social security (SSA POMS RM 10201.035: no area 000, 666 or
 * 9xx, no group 00, no serial 0000) and the tax number of those without one, ITIN (IRS Pub. 1915: 9xx and certain groups).
 */

import { bits, numberAt, separators } from './characters.ts';
import { isCounting } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const groups = bits([3, 5]);
/** Published so often that they are void: on a card sold in wallets, in an advertisement, in a pamphlet. */
const voided = new Set([78_051_120, 457_555_462, 219_099_999]);

export const ssn = createIdentifier({
  name: 'ssn',
  label: 'SSN',
  class: 'Social security numbers',
  country: 'US',
  subject: 'person',
  kinds: ['SSN', 'SSN, test'],
  chance: 0.89,
  needsName: true,
  shape: { lengths: [9], gaps: [3, 5] },
  check() {
    const area = numberAt(0, 3);
    if (!isWrittenWhole() || area === 0 || area === 666 || area >= 900) return 0;
    if (numberAt(3, 2) === 0 || numberAt(5, 4) === 0) return 0;
    return voided.has(numberAt(0, 9)) ? 0 : isCounting() ? 2 : 1;
  },
});

export const itin = createIdentifier({
  name: 'itin',
  label: 'ITIN',
  class: 'Government issued IDs',
  country: 'US',
  subject: 'person',
  kinds: ['ITIN', 'ITIN, test'],
  chance: 0.044,
  needsName: true,
  shape: { lengths: [9], gaps: [3, 5] },
  check() {
    const group = numberAt(3, 2);
    const isGiven =
      (group >= 50 && group <= 65) ||
      (group >= 70 && group <= 88) ||
      (group >= 90 && group <= 92) ||
      (group >= 94 && group <= 99);
    if (!isWrittenWhole() || numberAt(0, 3) < 900 || !isGiven || numberAt(5, 4) === 0) return 0;
    return isCounting() ? 2 : 1;
  },
});

/** No separators, or both and the same. */
function isWrittenWhole(): boolean {
  return separators.gaps === 0 || (separators.gaps === groups && !separators.areMixed);
}
