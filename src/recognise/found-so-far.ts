/*
 * What was found in the columns of one table so far, counted as it is added: whether a class stands anywhere, or
 * anywhere else, is asked many times for each column, and a table may have ten thousand. In: findings that are claims.
 * Out: the findings by column, and yes or no. Decides nothing about a column.
 */

import type { ClassFinding } from './finding.ts';
import { identifiers } from './identifiers/index.ts';
import { validatorIds, type ValidatorName } from './validators.ts';

export interface FoundSoFar {
  /** By column, in the table's order. */
  readonly columns: ClassFinding[][];
  /** By validator: in how many columns it was found. */
  readonly counts: Uint32Array;
}

/** Findings of people's own data, which make their neighbours people's data too. */
const ownData: readonly ValidatorName[] = [
  'firstName',
  'lastName',
  'fullName',
  'email',
  'phone',
  'birthDate',
  'streetAddress',
  'card',
  ...identifiers.filter(({ subject }) => subject === 'person').map(({ name }) => name),
];

export function nothingFound(columns: number): FoundSoFar {
  return {
    columns: Array.from({ length: columns }, () => []),
    counts: new Uint32Array(Object.keys(validatorIds).length),
  };
}

export function addFinding({ columns, counts }: FoundSoFar, index: number, one: ClassFinding): void {
  const column = columns[index]!;
  if (column.every(({ validator }) => validator !== one.validator)) counts[one.validator]! += 1;
  column.push(one);
}

/** What was found in the column gives way to one finding. */
export function replaceFindings(found: FoundSoFar, index: number, one: ClassFinding): void {
  for (const id of new Set(found.columns[index]!.map(({ validator }) => validator))) found.counts[id]! -= 1;
  found.columns[index] = [];
  addFinding(found, index, one);
}

/**
 * Whether any column, other than the column `except`, holds data of one of these validators. Asked for every class of
 * every column: what it left behind for each would be most of what examining a thousand tables allocates.
 */
export function hasFound(
  { columns, counts }: FoundSoFar,
  wanted: readonly ValidatorName[],
  except = -1,
): boolean {
  const here = except < 0 ? undefined : columns[except];
  for (const name of wanted) {
    const id = validatorIds[name];
    const count = counts[id]!;
    if (count > 1 || (count === 1 && !isAmong(here, id))) return true;
  }
  return false;
}

function isAmong(findings: readonly ClassFinding[] | undefined, id: number): boolean {
  return findings !== undefined && findings.some(({ validator }) => validator === id);
}

/** Whether the column holds data of one of these validators. */
export function hasFoundIn(
  { columns }: FoundSoFar,
  index: number,
  wanted: readonly ValidatorName[],
): boolean {
  return columns[index]!.some(({ validator }) => wanted.some((name) => validatorIds[name] === validator));
}

/** Whether people's own data stand in the table, other than in the column `except`. */
export function hasOwnData(found: FoundSoFar, except = -1): boolean {
  return (
    hasFound(found, ownData, except) ||
    (hasFound(found, ['username'], except) && hasFound(found, ['password'], except))
  );
}
