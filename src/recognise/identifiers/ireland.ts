/*
 * The Irish Personal Public Service number (Social Welfare Consolidation Act 2005, s. 262): seven digits, a check letter
 * (mod 23), and since 2013 a second letter that counts, A, B or, of organisations, H; W, T and X after older numbers do
 * not count.
 */

import { areDigits, areLetters, characters } from './characters.ts';
import { weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const weights = [8, 7, 6, 5, 4, 3, 2];
const h = 72;

export const pps = createIdentifier({
  name: 'pps',
  label: 'PPS number',
  class: 'Government issued IDs',
  country: 'IE',
  subject: 'person',
  kinds: ['PPS number', 'PPS number, organisation'],
  chance: 0.038,
  needsName: false,
  shape: { lengths: [8, 9], gaps: [7, 8], letters: true },
  check(length) {
    if (!areDigits(0, 7) || !areLetters(7, length - 7)) return 0;
    const last = length === 9 ? characters[8]! : 0;
    const isNew = last === 65 || last === 66 || last === h;
    if (last !== 0 && !isNew && last !== 84 && last !== 87 && last !== 88) return 0;
    const rest = (weightedSum(weights) + (isNew ? 9 * (last - 64) : 0)) % 23;
    if (characters[7] !== (rest === 0 ? 87 : 64 + rest)) return 0;
    return last === h ? 2 : 1;
  },
});
