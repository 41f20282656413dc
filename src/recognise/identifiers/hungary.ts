/*
 * Numbers of Hungary (law XX of 1996): social security, TAJ (mod 10), and tax, adóazonosító jel: 8, the days from 1867 to
 * the birth, order, mod 11.
 */

import { digitAt, numberAt } from './characters.ts';
import { isCounting, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const tajWeights = [3, 7, 3, 7, 3, 7, 3, 7];

export const taj = createIdentifier({
  name: 'taj',
  label: 'TAJ number',
  kinds: ['TAJ number', 'TAJ number, test'],
  class: 'Social security numbers',
  country: 'HU',
  subject: 'person',
  chance: 0.1,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 6], mayLoseZero: true },
  check: () => (weightedSum(tajWeights) % 10 === digitAt(8) ? (isCounting() ? 2 : 1) : 0),
});

const taxWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** The 2000s end before day 85,107. */
const lastDay = 85_107;
const dayMs = 86_400_000;

export const adoazonosito = createIdentifier({
  name: 'adoazonosito',
  label: 'Hungarian tax number',
  class: 'Government issued IDs',
  country: 'HU',
  subject: 'person',
  chance: 0.0077,
  needsName: false,
  shape: { lengths: [10], gaps: [1, 4, 6, 7] },
  check() {
    if (digitAt(0) !== 8 || numberAt(1, 5) >= lastDay) return 0;
    return weightedSum(taxWeights) % 11 === digitAt(9) ? 1 : 0;
  },
  decode(normal) {
    const day = new Date(Date.UTC(1867, 0, 1) + Number(normal.slice(1, 6)) * dayMs);
    return {
      birthYear: day.getUTCFullYear(),
      birthMonth: day.getUTCMonth() + 1,
      birthDay: day.getUTCDate(),
    };
  },
});
