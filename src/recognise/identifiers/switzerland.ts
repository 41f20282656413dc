/*
 * The Swiss social insurance number (AHV/AVS number, AHVG art. 50c), which Liechtenstein uses too: 756 and the check
 * digit of EAN-13. It says nothing of its holder.
 */

import { digitAt, numberAt } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3];
/** Printed on specimens of the insurance card and in its handbooks. */
const specimens = new Set([7_561_234_567_897, 7_569_217_076_985]);

export const ahv = createIdentifier({
  name: 'ahv',
  label: 'AHV number',
  class: 'Social security numbers',
  country: 'CH',
  subject: 'person',
  kinds: ['AHV number', 'AHV number, test'],
  chance: 0.000_096,
  needsName: false,
  shape: { lengths: [13], gaps: [3, 7, 11] },
  check() {
    if (numberAt(0, 3) !== 756 || (weightedSum(weights) + digitAt(12)) % 10 !== 0) return 0;
    return specimens.has(numberAt(0, 13)) ? 2 : 1;
  },
});
