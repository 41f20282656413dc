/*
 * Which personal data each column of a table holds: likelihood against chance, from the column's name, its values, its
 * type and what stands beside it. In: samples of the columns. Out: findings per column, best first, each with its
 * evidence. First what stands alone, then names, then what is personal only in company. Never reads more than samples.
 */

import { columnFacts, type ColumnFacts, type ColumnSample } from './column-facts.ts';
import { commonPrefix, identifierWords, readHeader } from './column-header.ts';
import { countryHints } from './country-hints.ts';
import { decodedFinding, decodeRows, type DecodedRows } from './decoded-column.ts';
import { detect, isAllowed } from './detect-class.ts';
import { detectors } from './detectors.ts';
import type { ClassFinding } from './finding.ts';
import {
  addFinding,
  hasFound,
  hasOwnData,
  nothingFound,
  replaceFindings,
  type FoundSoFar,
} from './found-so-far.ts';
import type { IdentifierSurroundings } from './identifier-candidates.ts';
import { identifierReading } from './identifier-column.ts';
import { claimConfidence } from './likelihood.ts';
import { mostCompared } from './name-column.ts';
import { addNames, asEmployers } from './name-findings.ts';
import { packedDay } from './packed-day.ts';
import { passwordFinding } from './password/password-column.ts';
import { settle } from './settle-findings.ts';
import { siblingFacts } from './sibling-facts.ts';
import { tableContext, type TableContext } from './table-context.ts';
import { unnamedFinding } from './unnamed-column.ts';
import { identifierOf, validatorIds } from './validators.ts';

export interface TableSample {
  name: string;
  columns: ColumnSample[];
}

export interface ClassifyOptions {
  /** The last day a date of birth may be; also what ages are counted from. */
  today: Date;
}

export interface TableReading {
  /** Findings per column of the table, in the table's order; a column that holds nothing personal has none. */
  findings: ClassFinding[][];
  /** Per column, what was recognised although it is nobody's personal data, such as numbers of organisations; or null. */
  notes: (string | null)[];
}

export function classifyTable(table: TableSample, options: ClassifyOptions): ClassFinding[][] {
  return readTable(table, options).findings;
}

export function readTable(table: TableSample, options: ClassifyOptions): TableReading {
  const today = packedDay(options.today);
  const words = table.columns.map(({ name }) => (name === null ? [] : identifierWords(name)));
  const prefix = commonPrefix(words);
  const columns = table.columns.map((column, index) =>
    columnFacts(column, index, today, readHeader(words[index]!, prefix)),
  );
  const named = tableContext(table.name, columns);
  const found = nothingFound(columns.length);
  const add = (column: ColumnFacts, one: ClassFinding | null): void => {
    if (one !== null && (one.confidence >= claimConfidence || one.candidates !== undefined))
      addFinding(found, column.index, one);
  };
  for (const column of columns)
    for (const detector of detectors)
      if (detector.needs === 'nothing') add(column, detect(detector, column, named, today));
  const notes = addIdentifiers(columns, found);
  const context = {
    ...named,
    isOrganisations: named.isOrganisations || (!named.isPeople && notes.some((note) => note !== null)),
  };
  const decoded = decodedColumns(columns, found);
  for (const column of columns) {
    if (decoded.length > 0 && isOpen(column, found, notes) && !isTelling(column))
      add(column, decodedFinding(column, decoded));
  }
  for (const column of columns) {
    if (isOpen(column, found, notes))
      add(column, unnamedFinding(column, hasOwnData(found), isTelling(column), today));
  }
  const hasLogin = hasFound(found, ['email']) || columns.some(({ header }) => header.matches.has('username'));
  for (const column of columns) {
    if (!holdsIdentifier(column, found) && mayBePasswords(column))
      add(column, passwordFinding(column, { table: table.name, columns, hasLogin }));
  }
  addNames(columns, context, found, add);
  asEmployers(columns, found);
  if (!context.isAdverts) {
    for (const column of columns) {
      if (holdsIdentifier(column, found) || notes[column.index] !== null) continue;
      for (const detector of detectors) {
        if (detector.needs !== 'nothing' && isAllowed(detector, column, context, found))
          add(column, detect(detector, column, context, today));
      }
    }
  }
  withoutStrays(columns, context, found);
  const isPair = hasFound(found, ['firstName']) && hasFound(found, ['lastName']);
  return { findings: found.columns.map((here) => settle(here, context, isPair)), notes };
}

/** Numbers with check digits take the place of weaker readings of the same column; returns the notes by column. */
function addIdentifiers(columns: readonly ColumnFacts[], found: FoundSoFar): (string | null)[] {
  const around: IdentifierSurroundings = {
    facts: once(() => siblingFacts(columns)),
    hints: once(() => countryHints(columns)),
  };
  return columns.map((column) => {
    const reading = identifierReading(column, around);
    if (reading === null) return null;
    const known = found.columns[column.index]!;
    const one = reading.finding;
    if (known.some(({ confidence }) => confidence > (one?.confidence ?? 1))) return null;
    if (one !== null) replaceFindings(found, column.index, one);
    return reading.note;
  });
}

/** What the identifiers found say of the people of the sampled rows. */
function decodedColumns(columns: readonly ColumnFacts[], found: FoundSoFar): DecodedRows[] {
  return columns.slice(0, mostCompared).flatMap((column) =>
    found.columns[column.index]!.flatMap(({ validator, candidates }) => {
      const identifier = identifierOf(validator);
      return identifier?.decode === undefined || candidates !== undefined
        ? []
        : [decodeRows(column, identifier)];
    }),
  );
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function isOpen(column: ColumnFacts, found: FoundSoFar, notes: readonly (string | null)[]): boolean {
  return found.columns[column.index]!.length === 0 && notes[column.index] === null;
}

function holdsIdentifier(column: ColumnFacts, found: FoundSoFar): boolean {
  return found.columns[column.index]!.some(({ validator }) => identifierOf(validator) !== null);
}

/** Half a pair of coordinates says where nobody is, and a bank's code without an account or a person whose bank it is. */
function withoutStrays(columns: readonly ColumnFacts[], context: TableContext, found: FoundSoFar): void {
  const isPair = found.counts[validatorIds.coordinates]! > 1;
  const hasHolder = hasFound(found, ['iban']) || (hasOwnData(found) && !context.isOrganisations);
  for (const { index, values } of columns) {
    found.columns[index] = found.columns[index]!.filter(({ validator }) => {
      if (validator === validatorIds.coordinates)
        return isPair || values.every(({ text }) => /\d[,; ]+-?\d/.test(text));
      return validator !== validatorIds.bic || hasHolder;
    });
  }
}

/** A telling name, or a fifth of the first values in one piece and as long as the shortest hash. */
function mayBePasswords({ header, values }: ColumnFacts): boolean {
  if (header.matches.has('password')) return true;
  const first = values.slice(0, 32);
  return first.filter(({ text }) => text.length >= 13 && !/[\s@]/.test(text)).length >= first.length / 5;
}

/** The name of the column says something by itself. */
function isTelling(column: ColumnFacts): boolean {
  return column.header.matches.size > 0 || column.header.generic !== null || column.header.isTurned;
}
