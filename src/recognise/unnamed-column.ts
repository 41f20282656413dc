/*
 * What values alone can say, for columns whose name is missing or unknown: telephone numbers written as such, street
 * lines; beside people's data also dates of birth, profiles and pictures. In: a column's facts. Out: a finding or null.
 * Digits without separators stay silent unless people's data stand beside them: they may be anything.
 */

import type { ColumnFacts } from './column-facts.ts';
import { dateValue } from './dates.ts';
import { finding, type ClassFinding } from './finding.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import { hasStreetWord } from './value-test.ts';
import type { ValidatorName } from './validators.ts';

/** `+` and a country; groups with a trunk zero or a bracketed area, as people write them. */
const written =
  /^(?:(?:\+|00)[1-9][\d .()/-]{6,20}|0[1-9](?:[ .-]?\d{2}){4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,4}|\(\d{2,5}\) ?\d{3,4}[ -]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4})$/;
/** Digits without separators, such as order numbers filled up with zeros; they count only with people beside them. */
const bare = /^\d+$/;
const enoughValues = 5;
const enoughDates = 10;
/** Working life and then some: what the dates of birth of any body of people spread over. */
const leastSpreadYears = 20;

/** `hasPeople`: people's own data stand in the table. `isTelling`: the column's name says something: nothing is claimed. */
export function unnamedFinding(
  column: ColumnFacts,
  hasPeople: boolean,
  isTelling: boolean,
  today: number,
): ClassFinding | null {
  if (column.values.length < enoughValues || isTelling || column.type === 'number') return null;
  const beside = hasPeople && column.header.words.length === 0 ? besidePeople(column, today) : null;
  if (column.type === 'time') return beside;
  return phoneFinding(column, hasPeople) ?? streetFinding(column) ?? beside;
}

function phoneFinding(column: ColumnFacts, hasPeople: boolean): ClassFinding | null {
  const sampled = column.values.length;
  const passed = column.values.filter(
    ({ text }) => written.test(text) && (hasPeople || !bare.test(text)),
  ).length;
  if (passed < 0.7 * sampled || column.distinct < 0.15 * sampled) return null;
  const p1 = passed / sampled > 0.9 ? 0.95 : 0.8;
  const logOdds =
    priorLogOdds + logLikelihoodRatio(passed, sampled, p1, 0.02, valueFloor, hasPeople ? 7 : 5.5);
  const note = 'written as telephone numbers are';
  return finding({
    validator: 'phone',
    kind: null,
    logOdds,
    standing: 'own',
    evidence: { name: null, sampled, passed, chance: 0.02, note },
  });
}

function streetFinding(column: ColumnFacts): ClassFinding | null {
  const sampled = column.values.length;
  const passed = column.values.filter(
    ({ text, folded }) =>
      text.length <= 100 && /\d/.test(text) && /\p{L}{3}/u.test(text) && hasStreetWord(folded),
  ).length;
  if (passed < 0.5 * sampled || column.distinct < 0.15 * sampled) return null;
  const logOdds = priorLogOdds + logLikelihoodRatio(passed, sampled, 0.75, 0.02, valueFloor, 5.5);
  const note = 'house numbers and words that streets have';
  return finding({
    validator: 'streetAddress',
    kind: null,
    logOdds,
    standing: 'own',
    evidence: { name: null, sampled, passed, chance: 0.02, note },
  });
}

/** What only people's data beside it makes likely. */
function besidePeople(column: ColumnFacts, today: number): ClassFinding | null {
  const sampled = column.values.length;
  const claim = (validator: ValidatorName, passed: number, logOdds: number, note: string): ClassFinding =>
    finding({
      validator,
      kind: null,
      logOdds,
      standing: 'context',
      evidence: { name: null, sampled, passed, chance: 0.02, note },
    });
  if (isSpreadOverAges(column, today)) {
    return claim(
      'birthDate',
      column.passed('birthDate'),
      1.2,
      'days without a time, spread over the ages of people',
    );
  }
  const [profiles, pictures] = (['socialProfile', 'photo'] as const).map((validator) =>
    column.hints(validator) ? column.passed(validator) : 0,
  ) as [number, number];
  if (profiles >= 0.8 * sampled) return claim('socialProfile', profiles, 2, 'addresses on social networks');
  return pictures >= 0.8 * sampled ? claim('photo', pictures, 1.5, 'pictures') : null;
}

function isSpreadOverAges(column: ColumnFacts, today: number): boolean {
  if (column.values.length < enoughDates || column.distinct < 0.5 * column.values.length) return false;
  const thisYear = Math.floor(today / 10_000);
  const dates = column.values.filter(({ text }) => !/[ T](?!00:00)\d/.test(text));
  const ages = dates
    .map(({ bytes }) => dateValue(bytes, 0, bytes.length))
    .filter((date) => date > 0)
    .map((date) => thisYear - Math.floor(date / 10_000))
    .filter((age) => age >= 14 && age <= 105)
    .sort((a, b) => a - b);
  if (ages.length < 0.95 * column.values.length) return false;
  const median = ages[ages.length >> 1]!;
  return median >= 20 && median <= 80 && ages.at(-1)! - ages[0]! >= leastSpreadYears;
}
