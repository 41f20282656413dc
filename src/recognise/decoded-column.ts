/*
 * Columns without a telling name that say what the identifiers of the same rows say of their holders: dates of birth,
 * and one sign for each sex. In: a column, the columns of identifiers found beside it. Out: a finding or null.
 */

import type { ColumnFacts } from './column-facts.ts';
import { dateValue } from './dates.ts';
import { finding, type ClassFinding } from './finding.ts';
import { longestIdentifier, type DecodedFacts, type Identifier } from './identifiers/identifier.ts';
import { agreesWithBirth } from './sibling-facts.ts';

/** What the numbers of a column say, by row. */
export type DecodedRows = ReadonlyMap<number, DecodedFacts>;

const leastRows = 10;
const leastShare = 0.9;
/** M, F and a slip of the hand or two. */
const mostSigns = 4;
const decoder = new TextDecoder();
const normal = new Uint8Array(longestIdentifier);

export function decodeRows({ values }: ColumnFacts, identifier: Identifier): DecodedRows {
  const rows = new Map<number, DecodedFacts>();
  for (const { rowId, bytes } of values) {
    const length = identifier.normalise(bytes, 0, bytes.length, normal);
    if (length > 0) rows.set(rowId, identifier.decode!(decoder.decode(normal.subarray(0, length))));
  }
  return rows;
}

export function decodedFinding(column: ColumnFacts, decoded: readonly DecodedRows[]): ClassFinding | null {
  for (const rows of decoded) {
    const one = birthFinding(column, rows) ?? sexFinding(column, rows);
    if (one !== null) return one;
  }
  return null;
}

function birthFinding(column: ColumnFacts, rows: DecodedRows): ClassFinding | null {
  let [compared, agreeing] = [0, 0];
  for (const { rowId, bytes } of column.values) {
    const facts = rows.get(rowId);
    const date = facts === undefined ? 0 : dateValue(bytes, 0, bytes.length);
    if (date === 0) continue;
    const agrees = agreesWithBirth(facts!, date);
    if (agrees === null) continue;
    compared++;
    if (agrees) agreeing++;
  }
  if (compared < leastRows || agreeing < leastShare * compared) return null;
  return claim('birthDate', column, agreeing, compared, 'the dates of birth in the numbers beside it');
}

function sexFinding(column: ColumnFacts, rows: DecodedRows): ClassFinding | null {
  if (column.distinct < 2 || column.distinct > mostSigns) return null;
  const signs = new Map<string, { F: number; M: number }>();
  let compared = 0;
  for (const { rowId, folded } of column.values) {
    const sex = rows.get(rowId)?.sex;
    if (sex === undefined) continue;
    const counts = signs.get(folded) ?? { F: 0, M: 0 };
    counts[sex]++;
    signs.set(folded, counts);
    compared++;
  }
  const ofBoth = [...signs.values()];
  const agreeing = ofBoth.reduce((sum, { F, M }) => sum + Math.max(F, M), 0);
  const isBoth = ofBoth.some(({ F, M }) => F > M) && ofBoth.some(({ F, M }) => M > F);
  if (!isBoth || compared < leastRows || agreeing < leastShare * compared) return null;
  return claim('gender', column, agreeing, compared, 'one sign for each sex in the numbers beside it');
}

function claim(
  validator: 'birthDate' | 'gender',
  column: ColumnFacts,
  agreeing: number,
  compared: number,
  what: string,
): ClassFinding {
  return finding({
    validator,
    kind: null,
    logOdds: 5,
    standing: validator === 'birthDate' ? 'own' : 'context',
    evidence: {
      name: null,
      sampled: column.values.length,
      passed: agreeing,
      chance: validator === 'birthDate' ? 0.0005 : 0.5,
      note: `${what}, in ${agreeing} of ${compared} rows`,
    },
  });
}
