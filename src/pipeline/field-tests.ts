// Identifiers as read can use them to cut records of fixed width: where a number with a check digit begins and ends,
// a field does. In: what recognise knows of identifiers. Out: a test for each of those that say enough by themselves.

import { type FieldTest } from '../read/index.ts';
import { identifiers } from '../recognise/index.ts';

/** Bytes of an identifier as written into a field: from those of a tax number to an IBAN with blanks. */
const shortest = 8;
const longest = 42;

/** A number that a quarter of all numbers are proves no field. */
const highestChance = 0.25;

export const fieldTests: readonly FieldTest[] = identifiers
  .filter(({ needsName, chance }) => !needsName && chance <= highestChance)
  .map(({ kind, kinds, chance }) => {
    const isKeyless = [false, ...kinds.map((name) => name.endsWith('without key'))];
    const fits = (bytes: Uint8Array, from: number, to: number) => {
      const found = kind(bytes, from, to);
      return found > 0 && !isKeyless[found];
    };
    return { shortest, longest, chance, fits };
  });
