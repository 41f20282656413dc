/*
 * The Spanish identity number of citizens, DNI, and of foreigners, NIE (Real Decreto 1553/2005, Orden INT/2058/2008): a
 * letter by the number mod 23; X, Y and Z of a NIE count as 0, 1 and 2. They say nothing of their holder.
 */

import { areDigits, characters, numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** The example of most forms; and what specimens of the card and test certificates carry. */
const published = new Set([12_345_678, 0, 99_999_999]);

export const dni = createIdentifier({
  name: 'dni',
  label: 'DNI',
  class: 'Government issued IDs',
  country: 'ES',
  subject: 'person',
  kinds: ['DNI', 'DNI, test'],
  chance: 0.039,
  needsName: false,
  shape: { lengths: [9], gaps: [2, 5, 8], mayLoseZero: true, letters: true },
  check() {
    if (!areDigits(0, 8)) return 0;
    const number = numberAt(0, 8);
    if (characters[8] !== letters.charCodeAt(number % 23)) return 0;
    return published.has(number) ? 2 : 1;
  },
});

export const nie = createIdentifier({
  name: 'nie',
  label: 'NIE',
  class: 'Government issued IDs',
  country: 'ES',
  subject: 'person',
  chance: 0.0044,
  needsName: false,
  shape: { lengths: [9], gaps: [1, 2, 5, 8], letters: true },
  check() {
    const series = characters[0]! - 88;
    if (series < 0 || series > 2 || !areDigits(1, 7)) return 0;
    return characters[8] === letters.charCodeAt((series * 10_000_000 + numberAt(1, 7)) % 23) ? 1 : 0;
  },
});
