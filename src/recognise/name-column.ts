/*
 * Is this a column of people's names, when its own name does not say so outright? `name`, `nom`, a column without a
 * name: decided by the siblings, by how many values begin with a known first name, and by agreement with the e-mail
 * address of the same row, which is close to proof. In: facts of the table's columns. Out: a finding or null.
 */

import type { ColumnFacts } from './column-facts.ts';
import { finding, type ClassFinding } from './finding.ts';
import { isGivenName } from './lexicon/given-names.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import type { TableContext } from './table-context.ts';
import type { ValidatorName } from './validators.ts';

export interface NameSurroundings {
  table: TableContext;
  columns: readonly ColumnFacts[];
  /** Columns whose own name says so. */
  firstNames: readonly ColumnFacts[];
  lastNames: readonly ColumnFacts[];
  /** The `localParts` of columns found to hold e-mail addresses. */
  emails: readonly ReadonlyMap<number, string>[];
  hasPassword: boolean;
  /** E-mail, telephone, date of birth or street address beside it. */
  hasOwnData: boolean;
}

const chanceOfShape = 0.3;
const enoughValues = 10;
/** Towns reach 5 to 14 in 100, so a third is far above chance. */
const manyGivenNames = 0.35;
const mostGivenNames = 0.6;
const fewGivenNames = 0.1;
/** Fewer show neither first names nor variety. */
const fewNames = 5;
const strongAgreement = 0.4;
/** No table has more columns of one kind of name or address; a made-up one would compare each with each. */
export const mostCompared = 100;

/** For a column named `name`, `nom`, `customer_name` and the like. */
export function genericNameFinding(column: ColumnFacts, around: NameSurroundings): ClassFinding | null {
  const sampled = column.values.length;
  if (sampled === 0 || column.header.generic === null || column.numeric > 0.5) return null;
  const hasFirst = around.firstNames.some((other) => other !== column);
  const hasLast = around.lastNames.some((other) => other !== column);
  if (column.header.generic === 'role') return roleFinding(column);
  const person = column.header.generic === 'person';
  const validator: ValidatorName =
    hasFirst && (!hasLast || column.header.words.includes('nom'))
      ? 'lastName'
      : hasLast && !hasFirst
        ? 'firstName'
        : 'fullName';
  const name = column.header.words.join(' ');
  if (validator === 'fullName' && around.table.isAccounts && around.hasPassword && !person) {
    const usernames = shareOf(column, (text) => !/\s/.test(text));
    if (usernames > 0.5) return usernameFinding(column, name);
  }
  const passed = column.passed(validator);
  const values = logLikelihoodRatio(passed, sampled, 0.92, chanceOfShape, valueFloor, 2.5);
  const context = validator !== 'fullName' ? 6 : person ? 5 : 1 + surroundingsWeight(column, around);
  const standing = validator !== 'fullName' || (person && around.hasOwnData) ? 'own' : 'context';
  return finding({
    validator,
    kind: null,
    logOdds: priorLogOdds + context + values,
    standing,
    evidence: { name, sampled, passed, chance: chanceOfShape },
  });
}

function usernameFinding(column: ColumnFacts, name: string): ClassFinding {
  const passed = column.passed('username');
  const logOdds =
    priorLogOdds + 6 + logLikelihoodRatio(passed, column.values.length, 0.96, 0.5, valueFloor, 2);
  const note = 'the name of an account, beside its password';
  return finding({
    validator: 'username',
    kind: null,
    logOdds,
    standing: 'context',
    evidence: { name, sampled: column.values.length, passed, chance: 0.5, note },
  });
}

/** `manager`, `author`: names only if most values are two words and many begin with a known first name. */
function roleFinding(column: ColumnFacts): ClassFinding | null {
  const sampled = column.values.length;
  const isNames =
    givenNameShare(column) >= manyGivenNames && shareOf(column, (text) => /\s/.test(text)) > 0.5;
  if (sampled < enoughValues / 2 || !isNames) return null;
  const passed = column.passed('fullName');
  const logOdds =
    priorLogOdds + 4.5 + logLikelihoodRatio(passed, sampled, 0.92, chanceOfShape, valueFloor, 2.5);
  const note = 'many values begin with common first names';
  return finding({
    validator: 'fullName',
    kind: null,
    logOdds,
    standing: 'context',
    evidence: { name: column.header.words.join(' '), sampled, passed, chance: chanceOfShape, note },
  });
}

function surroundingsWeight(column: ColumnFacts, around: NameSurroundings): number {
  const { table } = around;
  const given = givenNameShare(column);
  let weight = 0;
  if (table.isPeople || table.isAccounts) weight += 3;
  if (table.isOrganisations || table.isAdverts) weight -= 4;
  else if (table.isThings) weight -= 3;
  if (around.emails.length > 0) weight += 2;
  else if (around.hasOwnData) weight += 1;
  if (column.values.length >= 3 && given >= manyGivenNames)
    weight +=
      around.hasOwnData || table.isPeople
        ? 4
        : given > mostGivenNames && shareOf(column, (text) => /\s/.test(text)) > 0.8
          ? 1.5
          : 0.5;
  if (column.values.length >= enoughValues && given < fewGivenNames) weight -= 2.5;
  if (emailAgreement(column, around.emails) >= strongAgreement) weight += 4;
  if (column.values.length < fewNames) weight -= 1;
  if (column.values.length >= 50 && column.distinct < 8) weight -= 5;
  else if (column.values.length >= 2 * enoughValues && column.distinct < 0.25 * column.values.length)
    weight -= 2;
  return weight;
}

/** For a column whose name says nothing, or that has none: only with the e-mail address or many known first names. */
export function unnamedNameFinding(column: ColumnFacts, around: NameSurroundings): ClassFinding | null {
  const sampled = column.values.length;
  const isNamed = column.header.words.length > 0;
  if (isNamed && around.emails.length === 0) return null;
  if (sampled < enoughValues || column.numeric > 0 || column.header.isTurned || column.distinct < 8)
    return null;
  const passed = column.passed('firstName');
  if (passed < 0.9 * sampled) return null;
  const agreement = emailAgreement(column, around.emails);
  const given = givenNameShare(column);
  const isSingle = shareOf(column, (text) => !/\s/.test(text)) > 0.8;
  const hasPeople = around.hasOwnData || around.table.isPeople;
  const evidence = { name: null, sampled, passed, chance: chanceOfShape };
  if (agreement >= 0.5) {
    const validator: ValidatorName = !isSingle
      ? 'fullName'
      : given >= manyGivenNames
        ? 'firstName'
        : 'lastName';
    const note = 'values are part of the e-mail address in the same row';
    return finding({
      validator,
      kind: null,
      logOdds: given >= fewGivenNames || !isSingle ? 2.5 : 1.5,
      standing: 'own',
      evidence: { ...evidence, note },
    });
  }
  if (isNamed || given < manyGivenNames) return isNamed ? null : besideGivenNames(column, around, evidence);
  const note = 'many values are common first names';
  if (isSingle)
    return finding({
      validator: 'firstName',
      kind: null,
      logOdds: hasPeople ? 2 : 0.8,
      standing: 'context',
      evidence: { ...evidence, note },
    });
  return hasPeople
    ? finding({
        validator: 'fullName',
        kind: null,
        logOdds: 1.5,
        standing: 'context',
        evidence: { ...evidence, note },
      })
    : null;
}

/** A column without a name next to one of first names, with many different words: last names, not certainly. */
function besideGivenNames(
  column: ColumnFacts,
  around: NameSurroundings,
  evidence: ClassFinding['evidence'],
): ClassFinding | null {
  const isBeside = [-1, 1].some((step) => leadsToGivenNames(column, around.columns, step));
  if (
    !isBeside ||
    column.distinct < 0.3 * column.values.length ||
    shareOf(column, (text) => !/\s.*\s/.test(text)) < 0.9
  )
    return null;
  const note = 'beside a column of common first names';
  return finding({
    validator: 'lastName',
    kind: null,
    logOdds: around.hasOwnData ? 1.6 : 0.8,
    standing: 'context',
    evidence: { ...evidence, note },
  });
}

/** Whether the next column in that direction, or the one after another of words alone, holds common first names. */
function leadsToGivenNames(column: ColumnFacts, columns: readonly ColumnFacts[], step: number): boolean {
  for (const distance of [1, 2]) {
    const other = columns[column.index + distance * step];
    if (
      other === undefined ||
      other.header.words.length > 0 ||
      other.values.length < enoughValues ||
      other.numeric > 0 ||
      other.passed('firstName') < 0.9 * other.values.length
    )
      return false;
    if (givenNameShare(other) >= manyGivenNames && shareOf(other, (text) => !/\s/.test(text)) > 0.8)
      return true;
  }
  return false;
}

function shareOf(column: ColumnFacts, test: (text: string) => boolean): number {
  return column.values.filter(({ text }) => test(text)).length / Math.max(1, column.values.length);
}

/** Share of distinct values with a common first name as first or last word. */
function givenNameShare(column: ColumnFacts): number {
  const distinct = new Set(column.values.map(({ folded }) => folded));
  let hits = 0;
  for (const value of distinct) {
    const words = value.split(/[^a-z]+/).filter((word) => word !== '');
    if (words.length <= 4 && (isGivenName(words[0] ?? '') || isGivenName(words.at(-1) ?? ''))) hits++;
  }
  return hits / Math.max(1, distinct.size);
}

/** By row, the letters before the `@` of an e-mail address. */
export function localParts(email: ColumnFacts): Map<number, string> {
  return new Map(
    email.values.map(({ rowId, folded }) => [rowId, folded.split('@')[0]!.replaceAll(/[^a-z]/g, '')]),
  );
}

/** Share of rows where a word of the value stands in the local part of the row's address. */
function emailAgreement(column: ColumnFacts, emails: NameSurroundings['emails']): number {
  let best = 0;
  for (const locals of emails.slice(0, mostCompared)) {
    const pairs = column.values.filter(({ rowId }) => locals.has(rowId));
    if (pairs.length < enoughValues / 2) continue;
    const agreeing = pairs.filter(({ rowId, folded }) =>
      folded.split(/[^a-z]+/).some((word) => word.length >= 3 && locals.get(rowId)!.includes(word)),
    );
    best = Math.max(best, agreeing.length / pairs.length);
  }
  return best;
}
