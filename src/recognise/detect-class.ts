/*
 * What the name and the values of one column say for one class, by the row of detectors.ts. In: the row, the column's
 * facts, what the table says and what was found in it. Out: a finding or null. Looks at no other column's values.
 */

import type { ColumnFacts, TypeSort } from './column-facts.ts';
import { dateValue } from './dates.ts';
import type { Detector } from './detector.ts';
import { finding, type ClassFinding } from './finding.ts';
import { hasFound, hasOwnData, type FoundSoFar } from './found-so-far.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import type { TableContext } from './table-context.ts';
import type { ValidatorName } from './validators.ts';

/** Courses and films have full names, too. */
const thingsPenalty = -5;
/** Without these, address and telephone beside a column are those of a place of business. */
const people: readonly ValidatorName[] = ['firstName', 'lastName', 'fullName', 'birthDate'];

/** Whether what the class needs stands in the same table. */
export function isAllowed(
  detector: Detector,
  column: ColumnFacts,
  context: TableContext,
  found: FoundSoFar,
): boolean {
  if (detector.needs === 'names')
    return hasFound(found, ['firstName', 'lastName', 'fullName', 'email'], column.index);
  if (context.isOrganisations && !hasFound(found, people, column.index)) return false;
  if (hasOwnData(found, column.index)) return true;
  // who logs in with a password is somebody
  if (detector.validator === 'username' && hasFound(found, ['password'], column.index)) return true;
  const isWeak = (column.header.matches.get(detector.validator)?.weight ?? 0) < 3 && detector.header > 0;
  return (
    detector.needs === 'link' && !isWeak && (context.hasPersonKey || context.isPeople || context.isAccounts)
  );
}

/** What name and values of a column say for one class; null when they cannot be it. */
export function detect(
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
  if (match === undefined && !column.hints(validator)) return null;
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
  if (validator === 'fullName' && context.isThings && match !== undefined) logOdds += thingsPenalty;
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
  const small = column.values.filter(
    ({ text }) =>
      /^\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,3}$/.test(text) &&
      Number.parseInt(text, 10) < 32 &&
      !text.startsWith('10.'),
  );
  return small.length >= 0.8 * Math.max(1, column.passed('ipAddress'));
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
