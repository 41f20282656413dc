// One table put together again from what each thread tallied of it.
// In: parts, the table's columns and the plan that the whole file's sample settled. Out: one table whose
// records are read through the plan, whatever layout each part gathered them in.

import { TocsinError } from '../base/index.ts';
import type { ClassFinding } from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import type { KeySchema, TableKeys, TablePlan } from './table-plan.ts';
import type { TallyPart } from './table-tally.ts';

export interface RecordPart {
  words: Uint32Array;
  width: number;
  count: number;
  /** For the i-th gathered column of the plan, its first word in a record of this part. */
  wordOf: Int32Array;
}

export interface MergedTable {
  name: string;
  /** Tables of one database point to one another by key; different databases meet by identifiers only. */
  database: number;
  columns: { name: string | null; type: string | null }[];
  schema: KeySchema | null;
  keys: TableKeys;
  rows: number;
  unreadRows: number;
  filled: Float64Array;
  /** By column, best first. */
  findings: ClassFinding[][];
  plan: TablePlan;
  /** For each gathered column of the plan, values by kind. */
  kinds: Float64Array[];
  parts: RecordPart[];
  /** By column: addresses in texts. */
  mentions: Map<number, { hashes: HashIndex; count: number }>;
}

/** Adds the parts up. Every part must cover the plan (see `covers`). */
export function mergeParts(
  table: Omit<MergedTable, 'rows' | 'unreadRows' | 'filled' | 'kinds' | 'parts' | 'mentions'>,
  parts: { part: TallyPart; columnOf: Int32Array }[],
): MergedTable {
  const merged: MergedTable = {
    ...table,
    rows: 0,
    unreadRows: 0,
    filled: new Float64Array(table.columns.length),
    kinds: table.plan.gathered.map(() => new Float64Array(96)),
    parts: [],
    mentions: new Map(),
  };
  for (const { part, columnOf } of parts) {
    merged.rows += part.rows;
    merged.unreadRows += part.unreadRows;
    part.filled.forEach((count, column) => (merged.filled[columnOf[column]!]! += count));
    for (const { column, hashes, count } of part.mentions)
      addMentions(merged, columnOf[column]!, hashes, count);
    const places = table.plan.gathered.map((wanted) =>
      part.plan.gathered.findIndex(
        (have) => columnOf[have.column] === wanted.column && have.normal === wanted.normal,
      ),
    );
    places.forEach((place, i) =>
      part.kinds[place]?.forEach((count, kind) => (merged.kinds[i]![kind]! += count)),
    );
    if (places.includes(-1))
      throw new TocsinError('WORKER_FAILED', `rows of ${table.name} were not read as they are judged`);
    const { width } = part.plan;
    const wordOf = Int32Array.from(places, (place) => part.plan.gathered[place]?.word ?? -1);
    merged.parts.push({ words: part.records, width, count: part.recordWords / width, wordOf });
  }
  return merged;
}

function addMentions(merged: MergedTable, column: number, hashes: Uint32Array, count: number): void {
  let known = merged.mentions.get(column);
  if (!known) merged.mentions.set(column, (known = { hashes: new HashIndex(hashes.length / 2), count: 0 }));
  for (let i = 0; i < hashes.length; i += 2) known.hashes.add(hashes[i]!, hashes[i + 1]!);
  known.count += count;
}

/** Index in the plan's gathered columns of the key column `column`, or -1. */
export function gatheredKey(table: MergedTable, column: number): number {
  return table.plan.gathered.findIndex((entry) => entry.normal === 'key' && entry.column === column);
}

export function recordCount(table: MergedTable): number {
  return table.parts.reduce((sum, part) => sum + part.count, 0);
}

/** Calls `visit` for each record with its running number, its words and where it begins in them. */
export function forEachRecord(
  table: MergedTable,
  visit: (record: number, words: Uint32Array, from: number, wordOf: Int32Array) => void,
): void {
  let record = 0;
  for (const part of table.parts) {
    for (let i = 0; i < part.count; i++) visit(record++, part.words, i * part.width, part.wordOf);
  }
}
