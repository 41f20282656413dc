/*
 * Keys of packed data and of key-value tables that say what their values are (`billing_phone`, `nom`, `dob`), by the
 * lexicon of column names. In: a key. Out: yes or no. What the values then are is decided as for any column.
 */

import { identifierWords, readHeader } from '../column-header.ts';
import { identifierNames } from '../identifiers/identifier.ts';
import type { ValidatorName } from '../validators.ts';

const told: ReadonlySet<ValidatorName> = new Set<ValidatorName>([
  'email',
  'phone',
  'firstName',
  'lastName',
  'fullName',
  'username',
  'password',
  'ipAddress',
  'birthDate',
  'birthPlace',
  'streetAddress',
  'postalCode',
  ...identifierNames,
]);

/** Said of people only where a row of its own says it: packed data hold searches and settings too. */
const toldInRows: ReadonlySet<ValidatorName> = new Set<ValidatorName>([
  'place',
  'gender',
  'nationality',
  'maritalStatus',
  'employer',
  'jobTitle',
  'socialProfile',
]);

/** Log-odds of the lexicon: the key says it, or nearly. */
const leastWeight = 3.5;
const longestKey = 64;

/** `isRow`: of a key-value table, not of packed data. */
export function isTellingKey(key: string, isRow: boolean): boolean {
  if (key.length < 2 || key.length > longestKey) return false;
  const { matches, generic, isTurned } = readHeader(identifierWords(key));
  if (isTurned) return false;
  // `nom`, `name`: of a person or of a thing, as the values show
  if (generic === 'person' || generic === 'alone') return true;
  for (const [validator, { weight }] of matches)
    if (weight >= leastWeight && (told.has(validator) || (isRow && toldInRows.has(validator)))) return true;
  return false;
}
