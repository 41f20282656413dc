// How the columns of a directory are understood: by our own recogniser on samples of their values, by their names where
// values say nothing or are few, and above all as the user says. In: samples of the columns. Out: the mapping, which is
// shown to the user. Directories that could not be joined by anything are refused.

import { TocsinError } from '../../base/index.ts';
import { identifierOf, readTable, type TableSample, validatorIds, valueKind } from '../../recognise/index.ts';
import { fieldByName } from './column-names.ts';
import {
  type DirectoryField,
  directoryKeys,
  type DirectoryMapping,
  isDirectoryField,
  type MappedColumn,
  personNumbers,
  plainFields,
  severalColumns,
} from './directory-field.ts';

/** What the user says: a field and the name of the column that is it. */
export interface GivenColumn {
  field: string;
  name: string;
}

export interface MapOptions {
  given: readonly GivenColumn[];
  /** The column of the leak that holds the customer number. */
  leakColumn: string | null;
  now: Date;
}

const byValidator = new Map<number, DirectoryField>([
  [validatorIds.email, 'email'],
  [validatorIds.phone, 'phone'],
  [validatorIds.firstName, 'first-name'],
  [validatorIds.lastName, 'last-name'],
  [validatorIds.fullName, 'full-name'],
  [validatorIds.birthDate, 'birth-date'],
  [validatorIds.streetAddress, 'address'],
  [validatorIds.postalCode, 'postal-code'],
]);

/** More columns of names than these are not tried. */
const mostOfAField = 4;

/** Throws USAGE where a column is named that is not there, or nothing is left to join by. */
export function mapColumns(sample: TableSample, { given, leakColumn, now }: MapOptions): DirectoryMapping {
  const names = sample.columns.map(({ name }, i) => name ?? `column ${i + 1}`);
  const mapped = new Map<number, MappedColumn>();
  const ignored = new Set<number>();
  const put = (column: number, field: DirectoryField, how: MappedColumn['how']) => {
    if (mapped.has(column) || ignored.has(column)) return;
    const held = [...mapped.values()].filter((other) => other.field === field);
    if (held.some((other) => other.how === 'given') && how !== 'given') return;
    if (held.length >= (severalColumns.has(field) ? mostOfAField : 1)) return;
    mapped.set(column, { column, name: names[column]!, field, how });
  };
  for (const { field, name } of given) {
    const column = columnCalled(name, names);
    if (field === 'ignore') ignored.add(column);
    else if (isDirectoryField(field)) put(column, field, 'given');
    else throw unknownField(field);
  }
  const { findings } = readTable(sample, { today: now });
  findings.forEach((found, column) => {
    const field = fieldOf(found[0]?.validator ?? -1);
    const named = fieldByName(names[column]!);
    if (field !== null && (isSurer(field) || !isToldByName(named))) put(column, field, 'values');
  });
  sample.columns.forEach(({ values }, column) => {
    const field = fieldByName(names[column]!) ?? numberCalled(names[column]!);
    if (field !== null && fits(field, values, now)) put(column, field, 'name');
  });
  const mapping: DirectoryMapping = {
    columns: [...mapped.values()].toSorted((a, b) => a.column - b.column),
    unused: names.filter((_, column) => !mapped.has(column)),
    leakColumn,
  };
  const hasCustomer = mapping.columns.some(({ field }) => field === 'customer');
  if (leakColumn !== null && !hasCustomer)
    throw new TocsinError('USAGE', 'no column of the directory is known to be the customer number', {
      hint: `say which it is, such as --column customer=${names[0] ?? 'NAME'}`,
    });
  if (directoryKeys(mapping).length === 0 && !hasCustomer) throw nothingToJoinBy(names);
  return mapping;
}

function fieldOf(validator: number): DirectoryField | null {
  const identifier = validator < 0 ? null : identifierOf(validator as typeof validatorIds.nir);
  if (identifier !== null) return personNumbers.includes(identifier.name) ? identifier.name : null;
  return byValidator.get(validator) ?? null;
}

/** A column that is called as a number is, whatever its first values are like. */
function numberCalled(name: string): DirectoryField | null {
  return personNumbers.find((number) => number.toLowerCase() === name.trim().toLowerCase()) ?? null;
}

/** Such values prove themselves, whatever the column is called. */
function isSurer(field: DirectoryField): boolean {
  return field === 'email' || (personNumbers as readonly string[]).includes(field);
}

/** Of a town or a customer number the name of the column says more than the values do. */
function isToldByName(field: DirectoryField | null): boolean {
  return field !== null && ['customer', 'postal-code', 'city', 'country', 'language'].includes(field);
}

const validatorOf: Partial<Record<DirectoryField, number>> = Object.fromEntries(
  [...byValidator].map(([validator, field]) => [field, validator]),
);

/** Whether values do not speak against what the column is called. */
function fits(field: DirectoryField, values: readonly string[], now: Date): boolean {
  const validator = validatorOf[field] as typeof validatorIds.nir | undefined;
  if (validator === undefined || values.length === 0) return true;
  const today = Number(now.toISOString().slice(0, 10).replaceAll('-', ''));
  const passed = values.filter((value) => {
    const bytes = Buffer.from(value);
    return valueKind(validator, bytes, 0, bytes.length, today) > 0;
  }).length;
  return passed * 2 >= values.length;
}

function columnCalled(name: string, names: readonly string[]): number {
  const exact = names.indexOf(name);
  const same = names.flatMap((other, i) => (other.toLowerCase() === name.toLowerCase() ? [i] : []));
  if (exact >= 0) return exact;
  if (same.length === 1) return same[0]!;
  throw new TocsinError('USAGE', `the directory has no column of the name ${name}`, {
    hint: `its columns are ${names.join(', ')}`,
  });
}

function unknownField(field: string): TocsinError {
  return new TocsinError('USAGE', `a column of a directory cannot be ${field}`, {
    hint: `say one of ${[...plainFields, 'ignore'].join(', ')}, or a number such as ${personNumbers.slice(0, 4).join(', ')}`,
  });
}

function nothingToJoinBy(names: readonly string[]): TocsinError {
  return new TocsinError('DIRECTORY_UNCLEAR', 'no column of the directory was understood as one to join by', {
    hint: `say which is which, such as --column nir=${names[0] ?? 'NAME'}; needed is a number, a customer number, an e-mail address, or names with a date of birth`,
  });
}
