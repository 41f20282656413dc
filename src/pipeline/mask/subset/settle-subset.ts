// What of each stretch stays, once the keys of all of them are known. In: the plan and the keys of each stretch, in the order of
// the files. Out: marks for its rows, for whoever writes the stretch, and how many rows of each table stay.

import { chooseRows } from './choose-rows.ts';
import { notCut, type StretchKeys } from './gather-keys.ts';
import type { SubsetPlan } from './plan-subset.ts';
import type { KeyHashes } from './row-graph.ts';

export interface StretchRows {
  /** 1 for each row that stays; null where all of them do. */
  kept: Uint8Array<ArrayBuffer> | null;
  /** A row that stays follows in the list with which the stretch ends, so the comma behind it stays too. */
  isListContinued: boolean;
}

export interface SettledSubset {
  /** One for each of the stretches. */
  stretches: StretchRows[];
  tables: { table: string; rows: number; kept: number }[];
}

export interface GatheredKeys {
  /** Its number: lists do not go on from one file to the next. */
  file: number;
  keys: StretchKeys;
}

/** `stretches`: in the order of the files. */
export function settleSubset(plan: SubsetPlan, stretches: readonly GatheredKeys[]): SettledSubset {
  const counts = plan.tables.map(() => 0);
  for (const { keys } of stretches) keys.tables.forEach((table) => table !== notCut && counts[table]!++);
  const rows = chooseRows(plan, joinHashes(plan, stretches, counts), counts);
  const next = plan.tables.map(() => 0);
  const marked = stretches.map(({ keys }) => marksOf(keys, rows, next));
  return {
    stretches: continued(stretches, marked),
    tables: plan.tables.map(({ name }, table) => ({
      table: name,
      rows: counts[table]!,
      kept: rows[table]!.reduce((sum, mark) => sum + mark, 0),
    })),
  };
}

function joinHashes(
  plan: SubsetPlan,
  stretches: readonly GatheredKeys[],
  counts: readonly number[],
): KeyHashes[][] {
  const joined = plan.tables.map(({ keys }, table) =>
    keys.map(() => ({ high: new Uint32Array(counts[table]!), low: new Uint32Array(counts[table]!) })),
  );
  const next = plan.tables.map(() => 0);
  for (const { keys } of stretches) {
    let at = 0;
    for (const table of keys.tables) {
      if (table === notCut) continue;
      const row = next[table]!++;
      for (const { high, low } of joined[table]!) {
        high[row] = keys.hashes[at++]!;
        low[row] = keys.hashes[at++]!;
      }
    }
  }
  return joined;
}

/** Null where all rows stay. */
function marksOf(
  { tables }: StretchKeys,
  rows: readonly Uint8Array[],
  next: number[],
): Uint8Array<ArrayBuffer> | null {
  const marks = new Uint8Array(tables.length);
  let gone = 0;
  tables.forEach((table, row) => {
    const stays = table === notCut || rows[table]![next[table]!++] === 1;
    if (stays) marks[row] = 1;
    else gone++;
  });
  return gone > 0 ? marks : null;
}

/** From the last to the first: whether in the list with which a stretch ends a row stays further on. */
function continued(
  stretches: readonly GatheredKeys[],
  marked: readonly (Uint8Array<ArrayBuffer> | null)[],
): StretchRows[] {
  const found: StretchRows[] = [];
  let follows = false;
  for (let number = stretches.length - 1; number >= 0; number--) {
    const { file, keys } = stretches[number]!;
    if (stretches[number + 1]?.file !== file) follows = false;
    const kept = marked[number]!;
    found.push({ kept, isListContinued: follows });
    const isAllOneList: boolean = keys.opening > 0 && keys.closing === keys.tables.length;
    const staysHere = keys.opening > 0 && (kept === null || kept.subarray(0, keys.opening).includes(1));
    follows = staysHere || (follows && (isAllOneList || keys.tables.length === 0));
  }
  return found.toReversed();
}
