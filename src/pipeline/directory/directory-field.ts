// What the columns of a directory may be, and how they were understood. Plain data: it travels to threads and rests in
// the vault.

import { identifiers, type IdentifierName } from '../../recognise/index.ts';
import type { MatchedBy } from './directory-tokens.ts';

/** Besides numbers that a state gives its people, which go by their own names (`nir`). */
export const plainFields = [
  'customer',
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'birth-date',
  'address',
  'postal-code',
  'city',
  'country',
  'language',
] as const;

export type PlainField = (typeof plainFields)[number];
export type DirectoryField = PlainField | IdentifierName;

/** Of these a directory may have several columns: all names are tried, the first filled contact is taken. */
export const severalColumns: ReadonlySet<DirectoryField> = new Set([
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'address',
]);

/** Numbers that a person has for himself: an account or a card may be a couple's. */
export const personNumbers: readonly IdentifierName[] = identifiers
  .filter(({ subject }) => subject === 'person')
  .map(({ name }) => name);

export function isDirectoryField(text: string): text is DirectoryField {
  return (
    (plainFields as readonly string[]).includes(text) || (personNumbers as readonly string[]).includes(text)
  );
}

export interface MappedColumn {
  /** Number of the directory's column. */
  column: number;
  name: string;
  field: DirectoryField;
  /** By its values, by its name alone, or as the user said. */
  how: 'values' | 'name' | 'given';
}

export interface DirectoryMapping {
  columns: MappedColumn[];
  /** Names of columns that are not used. */
  unused: string[];
  /** The column of the leak that holds the customer number; null: usernames are taken for it. */
  leakColumn: string | null;
}

export interface DirectoryKey {
  by: MatchedBy;
  /** What the vault calls it; `customer` for the values of a column of the leak. */
  sort: string;
}

/**
 * By what rows are matched, the surest first. A customer number is another's username by chance: it is compared with
 * usernames only where the user says which column it is.
 */
export function directoryKeys({ columns, leakColumn }: DirectoryMapping): DirectoryKey[] {
  const has = (...fields: DirectoryField[]) => columns.some(({ field }) => fields.includes(field));
  const keys: DirectoryKey[] = personNumbers
    .filter((name) => has(name))
    .map((name) => ({ by: 'number', sort: name }));
  if (has('customer') && leakColumn !== null) keys.push({ by: 'customer', sort: customerSort });
  else if (columns.some(({ field, how }) => field === 'customer' && how === 'given'))
    keys.push({ by: 'customer', sort: 'username' });
  if (has('email')) keys.push({ by: 'email', sort: 'email' });
  if (has('birth-date') && (has('full-name') || (has('first-name') && has('last-name'))))
    keys.push({ by: 'name', sort: 'nameAndBirth' }, { by: 'nameVariant', sort: 'nameAndBirth' });
  return keys;
}

/** No sort of the vault. */
export const customerSort = 'customer';
