/*
 * Is this a column of French social security numbers? Numbers with their key speak for themselves where there are
 * several different ones; numbers of 13 digits without key, which every second EAN or order number could be, only under
 * a telling name. In: a column's facts. Out: a finding or null.
 */

import type { ColumnFacts } from './column-facts.ts';
import { finding, type ClassFinding } from './finding.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import { chanceWithKey, chanceWithoutKey, nirKind } from './nir.ts';

/** Numbers typed by people: one in fifty is wrong. */
const p1 = 0.95;
/** One number that happens to pass, many times over, proves nothing. */
const leastDifferent = 3;
/** What keys, and what mere shape, can add at most. */
const ceilingWithKey = 9;
const ceilingWithoutKey = 2.5;

export function nirFinding(column: ColumnFacts): ClassFinding | null {
  const match = column.header.matches.get('nir');
  if (column.type === 'time' || column.type === 'list' || column.type === 'binary') return null;
  if (match === undefined && column.header.isTurned) return null;
  let bare = 0;
  let keyed = 0;
  const different = new Set<string>();
  for (const { bytes, folded } of column.values) {
    const kind = nirKind(bytes, 0, bytes.length);
    if (kind === 3) bare++;
    else if (kind > 0) {
      keyed++;
      if (different.size < leastDifferent) different.add(folded);
    }
  }
  if (match === undefined && different.size < leastDifferent) return null;
  const isBare = match !== undefined && bare > keyed;
  const passed = match === undefined ? keyed : keyed + bare;
  const chance = isBare ? chanceWithoutKey : chanceWithKey;
  const sampled = column.values.length;
  if (passed === 0) return null;
  const values = logLikelihoodRatio(
    passed,
    sampled,
    p1,
    chance,
    valueFloor,
    isBare ? ceilingWithoutKey : ceilingWithKey,
  );
  return finding({
    validator: 'nir',
    kind: isBare ? 'NIR, without key' : null,
    logOdds: priorLogOdds + (match?.weight ?? 0) + values,
    standing: 'own',
    evidence: { name: match?.phrase ?? null, sampled, passed, chance },
  });
}
