/*
 * Names in the columns of a table that do not say so outright, once what stands alone was found. In: the table's columns
 * and what was found in them. Out: more findings; a firm's name beside a contact's becomes an employer.
 */

import type { ColumnFacts } from './column-facts.ts';
import { finding, type ClassFinding } from './finding.ts';
import { identifiers } from './identifiers/index.ts';
import { hasFound, hasFoundIn, replaceFindings, type FoundSoFar } from './found-so-far.ts';
import {
  genericNameFinding,
  localParts,
  mostCompared,
  unnamedNameFinding,
  type NameSurroundings,
} from './name-column.ts';
import { normaliseName } from './names.ts';
import { isOrganisationName } from './organisation-name.ts';
import type { TableContext } from './table-context.ts';
import { validatorIds, type ValidatorName } from './validators.ts';

const manyFirms = 0.4;
/** `normaliseName` may take three times the span; longer values are no names. */
const normal = new Uint8Array(3 * 600);

/** People's own data other than names. */
const contactData: readonly ValidatorName[] = [
  'email',
  'phone',
  'birthDate',
  'streetAddress',
  ...identifiers.filter(({ subject }) => subject === 'person').map(({ name }) => name),
];

export function addNames(
  columns: readonly ColumnFacts[],
  table: TableContext,
  found: FoundSoFar,
  add: (column: ColumnFacts, one: ClassFinding | null) => void,
): void {
  const around: NameSurroundings = {
    table,
    columns,
    firstNames: columns.filter(({ header }) => header.matches.has('firstName')),
    lastNames: columns.filter(({ header }) => header.matches.has('lastName')),
    emails: columns.filter(({ index }) => hasFoundIn(found, index, ['email'])).map(localParts),
    hasPassword: hasFound(found, ['password']),
    hasOwnData: hasFound(found, contactData),
  };
  for (const column of columns) {
    if (
      found.columns[column.index]!.length > 0 ||
      column.type === 'number' ||
      column.type === 'time' ||
      column.type === 'list'
    )
      continue;
    if (column.header.generic !== null) add(column, genericNameFinding(column, around));
    else if (column.header.matches.size === 0) add(column, unnamedNameFinding(column, around));
  }
}

/**
 * A `customer_name` beside a contact's first and last name, which it does not repeat, is a firm's; so is one where many
 * values are called as only organisations are.
 */
export function asEmployers(columns: readonly ColumnFacts[], found: FoundSoFar): void {
  const isBeside = hasFound(found, ['firstName']) && hasFound(found, ['lastName']);
  const parts = isBeside
    ? nameParts(columns.filter(({ index }) => hasFoundIn(found, index, ['firstName', 'lastName'])))
    : null;
  for (const column of columns) {
    const [best] = found.columns[column.index]!;
    if (best?.validator !== validatorIds.fullName) continue;
    const note = holdsFirms(column)
      ? 'many values are called as organisations are'
      : parts !== null && !repeats(column, parts)
        ? 'beside the first and last name of a contact'
        : null;
    if (note === null) continue;
    replaceFindings(
      found,
      column.index,
      finding({
        validator: 'employer',
        kind: null,
        logOdds: 1.5,
        standing: 'context',
        evidence: { ...best.evidence, note },
      }),
    );
  }
}

function holdsFirms({ values }: ColumnFacts): boolean {
  const firms = values.filter(({ bytes }) => {
    if (bytes.length > normal.length / 3) return false;
    return isOrganisationName(normal, 0, normaliseName(bytes, 0, bytes.length, normal));
  });
  return firms.length >= manyFirms * values.length;
}

/** First and last names by row. */
function nameParts(columns: readonly ColumnFacts[]): Map<number, Set<string>> {
  const byRow = new Map<number, Set<string>>();
  for (const { rowId, folded } of columns.slice(0, mostCompared).flatMap(({ values }) => values)) {
    const parts = byRow.get(rowId);
    if (parts === undefined) byRow.set(rowId, new Set([folded]));
    else parts.add(folded);
  }
  return byRow;
}

/** In three rows of ten a part of the name stands in the column, too. */
function repeats(column: ColumnFacts, parts: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  const shared = column.values.filter(({ rowId }) => parts.has(rowId));
  const repeating = shared.filter(({ rowId, folded }) =>
    [...parts.get(rowId)!].some((part) => part.length > 1 && folded.includes(part)),
  );
  return shared.length === 0 || repeating.length >= 0.3 * shared.length;
}
