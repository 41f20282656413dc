/*
 * Which personal data each column of a table holds: likelihood against chance, from the column's name, its values, its
 * type and what stands beside it. In: samples of the columns. Out: findings per column, best first, each with its
 * evidence. First what stands alone, then names, then what is personal only in company. Never reads more than samples.
 */

import { columnFacts, type ColumnFacts, type ColumnSample, type TypeSort } from './column-facts.ts';
import { commonPrefix, identifierWords, readHeader } from './column-header.ts';
import type { Detector } from './detector.ts';
import { detectors } from './detectors.ts';
import { finding, type ClassFinding } from './finding.ts';
import {
  addFinding,
  hasFound,
  hasFoundIn,
  hasOwnData,
  nothingFound,
  replaceFindings,
  type FoundSoFar,
} from './found-so-far.ts';
import { claimConfidence, logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import {
  genericNameFinding,
  localParts,
  mostCompared,
  unnamedNameFinding,
  type NameSurroundings,
} from './name-column.ts';
import { nirFinding } from './nir-column.ts';
import { passwordFinding } from './password-column.ts';
import { tableContext, type TableContext } from './table-context.ts';
import { unnamedFinding } from './unnamed-column.ts';
import { dateValue } from './dates.ts';
import { validatorIds } from './validators.ts';

export interface TableSample {
  name: string;
  columns: ColumnSample[];
}

export interface ClassifyOptions {
  /** The last day a date of birth may be; also what ages are counted from. */
  today: Date;
}

/** Findings per column of the table, in the table's order; a column that holds nothing personal has none. */
export function classifyTable(table: TableSample, options: ClassifyOptions): ClassFinding[][] {
  const today = packedDay(options.today);
  const words = table.columns.map(({ name }) => (name === null ? [] : identifierWords(name)));
  const prefix = commonPrefix(words);
  const columns = table.columns.map((column, index) =>
    columnFacts(column, index, today, readHeader(words[index]!, prefix)),
  );
  const context = tableContext(table.name, columns);
  const found = nothingFound(columns.length);
  const add = (column: ColumnFacts, one: ClassFinding | null): void => {
    if (one !== null && one.confidence >= claimConfidence) addFinding(found, column.index, one);
  };
  for (const column of columns)
    for (const detector of detectors)
      if (detector.needs === 'nothing') add(column, detect(detector, column, context, today));
  for (const column of columns) add(column, nirFinding(column));
  for (const column of columns) {
    if (found.columns[column.index]!.length === 0)
      add(column, unnamedFinding(column, hasOwnData(found), isTelling(column), today));
  }
  const hasLogin = hasFound(found, ['email']) || columns.some(({ header }) => header.matches.has('username'));
  for (const column of columns)
    add(column, passwordFinding(column, hasLogin, column.header.words.length > 0));
  addNames(columns, context, found, add);
  asEmployers(columns, found);
  if (!context.isAdverts) {
    for (const column of columns) {
      for (const detector of detectors) {
        if (detector.needs !== 'nothing' && isAllowed(detector, column, context, found))
          add(column, detect(detector, column, context, today));
      }
    }
  }
  const isPair = hasFound(found, ['firstName']) && hasFound(found, ['lastName']);
  return found.columns.map((here) => settle(here, context, isPair));
}

/** The name of the column says something by itself. */
function isTelling(column: ColumnFacts): boolean {
  return column.header.matches.size > 0 || column.header.generic !== null || column.header.isTurned;
}

function addNames(
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
    hasOwnData: hasFound(found, ['email', 'phone', 'birthDate', 'streetAddress']),
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

/** A `customer_name` beside a contact's first and last name, which it does not repeat, is a firm's. */
function asEmployers(columns: readonly ColumnFacts[], found: FoundSoFar): void {
  if (!hasFound(found, ['firstName']) || !hasFound(found, ['lastName'])) return;
  const parts = nameParts(columns.filter(({ index }) => hasFoundIn(found, index, ['firstName', 'lastName'])));
  for (const column of columns) {
    const [best] = found.columns[column.index]!;
    if (best?.validator !== validatorIds.fullName || repeats(column, parts)) continue;
    const evidence = { ...best.evidence, note: 'beside the first and last name of a contact' };
    replaceFindings(
      found,
      column.index,
      finding({ validator: 'employer', kind: null, logOdds: 1.5, standing: 'context', evidence }),
    );
  }
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

function isAllowed(
  detector: Detector,
  column: ColumnFacts,
  context: TableContext,
  found: FoundSoFar,
): boolean {
  if (detector.needs === 'names')
    return hasFound(found, ['firstName', 'lastName', 'fullName', 'email'], column.index);
  if (hasOwnData(found, column.index)) return true;
  const isWeak = (column.header.matches.get(detector.validator)?.weight ?? 0) < 3 && detector.header > 0;
  return (
    detector.needs === 'link' && !isWeak && (context.hasPersonKey || context.isPeople || context.isAccounts)
  );
}

/** What name and values of a column say for one class; null when they cannot be it. */
function detect(
  detector: Detector,
  column: ColumnFacts,
  context: TableContext,
  today: number,
): ClassFinding | null {
  const { validator } = detector;
  const sampled = column.values.length;
  const match = column.header.matches.get(validator);
  if (sampled === 0 || detector.not.includes(typeOf(column))) return null;
  if (detector.header > 0 && (match === undefined || match.weight < detector.header)) return null;
  if (match === undefined && validator === 'ipAddress' && isVersion(column)) return null;
  const passed = column.passed(validator);
  const p1 =
    validator === 'email' || validator === 'socialProfile' || validator === 'photo'
      ? Math.min(detector.p1, Math.max(0.2, passed / sampled))
      : detector.p1;
  let logOdds =
    priorLogOdds +
    (match?.weight ?? 0) +
    logLikelihoodRatio(passed, sampled, p1, detector.p0, valueFloor, detector.ceiling);
  if (passed < 2 && passed < sampled) logOdds -= 3;
  if (detector.distinct > 0 && sampled >= 50 && column.distinct < detector.distinct) logOdds -= 5;
  if (validator === 'birthDate') logOdds += ageWeight(column, today);
  if (validator === 'username' && !context.isAccounts && !context.isPeople && column.distinct < sampled / 10)
    logOdds -= 1;
  return finding({
    validator,
    kind: null,
    logOdds,
    standing: detector.standing,
    evidence: { name: match?.phrase ?? null, sampled, passed, chance: detector.p0 },
  });
}

/** A text column of nothing but numbers is one of numbers. */
function typeOf(column: ColumnFacts): TypeSort {
  return column.numeric > 0.95 && (column.type === 'text' || column.type === 'unknown')
    ? 'number'
    : column.type;
}

/** Four small numbers are a version, and so is a column that says so. */
function isVersion(column: ColumnFacts): boolean {
  if (column.header.words.some((word) => /^(?:version|ver|release|build|oid|revision|firmware)$/.test(word)))
    return true;
  return column.values.every(
    ({ text }) =>
      /^\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,3}$/.test(text) &&
      Number.parseInt(text, 10) < 32 &&
      !text.startsWith('10.'),
  );
}

/** Dates of birth are years back and have no time of day. */
function ageWeight(column: ColumnFacts, today: number): number {
  const years = column.values
    .map(({ bytes }) => dateValue(bytes, 0, bytes.length))
    .filter((date) => date > 0)
    .map((date) => Math.floor(date / 10_000))
    .sort((a, b) => a - b);
  const median = years[years.length >> 1] ?? 0;
  const timed = column.values.filter(
    ({ text }) => /[ T]\d/.test(text) && !/[ T]0?0:00(?::00)?|[ T]12:00(?::00)? ?AM/i.test(text),
  ).length;
  const isRecent = years.length > 0 && Math.floor(today / 10_000) - median < 5;
  return (isRecent ? -6 : 0) + (timed > column.values.length / 2 ? -5 : 0);
}

/** One finding per column, unless some cells hold addresses and others something else; then the standing is set. */
function settle(here: readonly ClassFinding[], context: TableContext, isPair: boolean): ClassFinding[] {
  const sorted = here.toSorted(
    (a, b) => b.confidence - a.confidence || b.evidence.passed - a.evidence.passed,
  );
  const [best] = sorted;
  if (best === undefined) return [];
  const second = sorted.find(
    (one) => isEmail(one) !== isEmail(best) && one.validator !== validatorIds.password,
  );
  const kept = second === undefined ? [best] : [best, second];
  for (const one of kept) one.standing = standingOf(one, context, isPair);
  return kept;
}

function standingOf(one: ClassFinding, context: TableContext, isPair: boolean): 'own' | 'context' {
  if (context.isAdverts) return 'context';
  if (
    context.isOrganisations &&
    !isPair &&
    (one.validator === validatorIds.phone || one.validator === validatorIds.streetAddress)
  )
    return 'context';
  const isPart = one.validator === validatorIds.firstName || one.validator === validatorIds.lastName;
  return isPart && !isPair ? 'context' : one.standing;
}

function packedDay(date: Date): number {
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

function isEmail(one: ClassFinding): boolean {
  return one.validator === validatorIds.email;
}
