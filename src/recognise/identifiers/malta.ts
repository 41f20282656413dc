/*
 * The Maltese identity card number (Identità: Identity cards, useful information): five digits of the register of births,
 * two of the year, a letter for island and century. No check digit; zeros before it are often left out.
 */

import { areDigits, characters, letterSet, numberAt } from './characters.ts';
import { createIdentifier } from './create-identifier.ts';
import type { DecodedFacts } from './identifier.ts';

/** Of the letters the century in which the birth was registered; A (residents) and P (born abroad) tell none. */
const centuries: Readonly<Record<string, number>> = { B: 1800, Z: 1800, M: 1900, G: 1900, L: 2000, H: 2000 };
const letters = letterSet('ABGHLMPZ');
const ofRegister = letterSet('BGHLMZ');
/** Of the register of births; OECD, Information on tax identification numbers: Malta. */
const mostBirths = 32_000;
const length = 8;

export const malteseId = createIdentifier({
  name: 'malteseId',
  label: 'Maltese identity card number',
  class: 'Government issued IDs',
  country: 'MT',
  subject: 'person',
  chance: 0.15,
  needsName: true,
  shape: { lengths: [5, 6, 7, 8], gaps: [4, 5, 6, 7], letters: true },
  arrange(read) {
    characters.copyWithin(length - read, 0, read);
    characters.fill(48, 0, length - read);
    return length;
  },
  check() {
    if (!areDigits(0, 7) || letters[characters[7]!] === 0) return 0;
    const birth = numberAt(0, 5);
    return ofRegister[characters[7]!] === 0 || (birth > 0 && birth <= mostBirths) ? 1 : 0;
  },
  /** The year is that of the registration, nearly always of the birth. */
  decode(normal): DecodedFacts {
    const century = centuries[normal[7]!];
    const year = Number(normal.slice(5, 7));
    return century === undefined ? {} : { birthYear: century + year };
  },
});
