/*
 * Numbers of France beside the NIR (nir.ts): SIREN and SIRET of firms and their establishments (INSEE, Luhn; La Poste by
 * the sum of its digits), and the tax number of persons, SPI (DGFiP: the first ten digits mod 511 are the last three).
 */

import { digitAt, numberAt } from './characters.ts';
import { passesLuhn } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const laPoste = 356_000_000;

export const siren = createIdentifier({
  name: 'siren',
  label: 'SIREN',
  class: 'Government issued IDs',
  country: 'FR',
  subject: 'organisation',
  chance: 0.1,
  needsName: false,
  shape: { lengths: [9], gaps: [3, 6] },
  check: () => (passesLuhn(0, 9) ? 1 : 0),
});

export const siret = createIdentifier({
  name: 'siret',
  label: 'SIRET',
  class: 'Government issued IDs',
  country: 'FR',
  subject: 'organisation',
  chance: 0.01,
  needsName: false,
  shape: { lengths: [14], gaps: [3, 6, 9] },
  check: () => (passesLuhn(0, 9) && (passesLuhn(0, 14) || isPostOffice()) ? 1 : 0),
});

export const spi = createIdentifier({
  name: 'spi',
  label: 'French tax number (SPI)',
  class: 'Government issued IDs',
  country: 'FR',
  subject: 'person',
  chance: 0.000_4,
  needsName: false,
  shape: { lengths: [13], gaps: [2, 4, 7, 10] },
  check: () => (digitAt(0) < 4 && numberAt(0, 10) % 511 === numberAt(10, 3) ? 1 : 0),
});

/** The offices of La Poste are more than Luhn has numbers for. */
function isPostOffice(): boolean {
  if (numberAt(0, 9) !== laPoste) return false;
  let sum = 0;
  for (let at = 0; at < 14; at++) sum += digitAt(at);
  return sum % 5 === 0;
}
