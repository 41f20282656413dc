/*
 * What values alone can say, for columns whose name is missing or unknown: telephone numbers written as such, and
 * street lines. In: a column's facts. Out: a finding or null. Digits without separators stay silent unless people's
 * data stand beside them: they may be anything.
 */

import type { ColumnFacts } from './column-facts.ts';
import { priorLogOdds, valueFloor } from './detectors.ts';
import { finding, type ClassFinding } from './finding.ts';
import { logLikelihoodRatio } from './likelihood.ts';
import { hasStreetWord } from './value-test.ts';

/** `+` and a country; groups with a trunk zero or a bracketed area, as people write them. */
const written = /^(?:\+[1-9][\d .()/-]{6,20}|0[1-9](?:[ .-]\d{2}){4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,4}|\(\d{2,5}\) ?\d{3,4}[ -]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4})$/;
/** National numbers without separators; needs people beside it. */
const bare = /^0[1-9]\d{8}$/;
const enoughValues = 5;

/** `isTelling`: the column's name says something, if not what its values look like; then nothing is claimed. */
export function unnamedFinding(column: ColumnFacts, hasPeople: boolean, isTelling: boolean): ClassFinding | null {
  const sampled = column.values.length;
  if (sampled < enoughValues || isTelling || column.type === 'number' || column.type === 'time') return null;
  return phoneFinding(column, hasPeople) ?? streetFinding(column);
}

function phoneFinding(column: ColumnFacts, hasPeople: boolean): ClassFinding | null {
  const sampled = column.values.length;
  const passed = column.values.filter(({ text }) => written.test(text) || (hasPeople && bare.test(text))).length;
  if (passed < 0.8 * sampled || column.distinct < 0.3 * sampled) return null;
  const logOdds = priorLogOdds + logLikelihoodRatio(passed, sampled, 0.92, 0.01, valueFloor, hasPeople ? 7 : 5.5);
  const note = 'written as telephone numbers are';
  return finding({ validator: 'phone', kind: null, logOdds, standing: 'own', evidence: { name: null, sampled, passed, chance: 0.01, note } });
}

function streetFinding(column: ColumnFacts): ClassFinding | null {
  const sampled = column.values.length;
  const passed = column.values.filter(({ text, folded }) => text.length <= 100 && /\d/.test(text) && /\p{L}{3}/u.test(text) && hasStreetWord(folded)).length;
  if (passed < 0.5 * sampled || column.distinct < 0.3 * sampled) return null;
  const logOdds = priorLogOdds + logLikelihoodRatio(passed, sampled, 0.75, 0.02, valueFloor, 5.5);
  const note = 'house numbers and words that streets have';
  return finding({ validator: 'streetAddress', kind: null, logOdds, standing: 'own', evidence: { name: null, sampled, passed, chance: 0.02, note } });
}
