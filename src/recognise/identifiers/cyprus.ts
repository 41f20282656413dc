/*
 * The tax identification code of Cyprus (TIC; Tax Department, OECD: Information on tax identification numbers): eight
 * digits and a letter, which firms have as well as persons: theirs begin with 1, 3, 4 or 5; 12 is not given.
 */

import { areDigits, characters, digitAt, numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';

/** What digits at places 1, 3, 5 and 7 count as. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

export const cyprusTic = createIdentifier({
  name: 'cyprusTic',
  label: 'Cypriot tax code (TIC)',
  class: 'Government issued IDs',
  country: 'CY',
  subject: 'person',
  kinds: ['Cypriot tax code (TIC)', 'Cypriot tax code (TIC), organisation'],
  chance: 0.038,
  needsName: false,
  shape: { lengths: [9], gaps: [8], letters: true, prefix: 'CY' },
  check() {
    if (!areDigits(0, 8) || numberAt(0, 2) === 12) return 0;
    let sum = 0;
    for (let at = 0; at < 8; at++) sum += (at & 1) === 0 ? oddValues[digitAt(at)]! : digitAt(at);
    if (characters[8] !== 65 + (sum % 26)) return 0;
    const first = digitAt(0);
    return first === 1 || (first >= 3 && first <= 5) ? 2 : 1;
  },
});
