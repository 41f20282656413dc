// One table put together again from what each thread tallied of it.
// In: parts, the table's columns and the plan that the whole file's sample settled. Out: one table whose
// records are read through the plan, whatever layout each part gathered them in.

import { TocsinError } from '../base/index.ts';
import {
  type ClassFinding,
  identifierOf,
  type ValidatorId,
  validatorIds,
  validators,
} from '../recognise/index.ts';
import { type Mentions, MentionTally } from './mention-list.ts';
import { layRecords, noRecords, type PlacedPart, type TableRecords } from './table-records.ts';
import type { KeySchema, TableKeys, TablePlan } from './table-plan.ts';
import type { TallyPart } from './table-tally.ts';

export interface MergedTable {
  name: string;
  /** Tables of one database point to one another by key; different databases meet by identifiers only. */
  database: number;
  /** Further databases that it is in: its file lies in each of them. */
  alsoIn?: readonly number[];
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
  /** What the threads gathered; taken by `layTable`. */
  parts: PlacedPart[];
  /** Empty before `layTable`. */
  records: TableRecords;
  /** Rows left out as doubles of rows that say too little to be surely the same. */
  weakDoubles: number;
  /** Identifiers in texts, by column and validator. */
  mentions: Mentions[];
}

/** Adds the parts up. Every part must cover the plan (see `covers`). */
export function mergeParts(
  table: Omit<
    MergedTable,
    'rows' | 'unreadRows' | 'filled' | 'kinds' | 'parts' | 'records' | 'weakDoubles' | 'mentions'
  >,
  parts: { part: TallyPart; columnOf: Int32Array }[],
): MergedTable {
  const merged: MergedTable = {
    ...table,
    rows: 0,
    unreadRows: 0,
    filled: new Float64Array(table.columns.length),
    kinds: table.plan.gathered.map(() => new Float64Array(96)),
    parts: [],
    records: noRecords,
    weakDoubles: 0,
    mentions: [],
  };
  const mentions = new MentionTally();
  for (const { part, columnOf } of parts) {
    merged.rows += part.rows;
    merged.unreadRows += part.unreadRows;
    merged.weakDoubles += part.weakDoubles;
    part.filled.forEach((count, column) => (merged.filled[columnOf[column]!]! += count));
    for (const mentioned of part.mentions) mentions.add(mentioned, columnOf[mentioned.column]!);
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
    merged.parts.push({ part: part.records, places: Int32Array.from(places) });
  }
  merged.mentions = mentions.list().filter((found) => isNews(found, table.findings[found.column]?.[0]));
  return merged;
}

/** A street in a column of addresses, or a name in one of mail addresses, says nothing that the column does not. */
function isNews({ validator }: Mentions, finding: ClassFinding | undefined): boolean {
  if (finding === undefined) return true;
  if (validator === validatorIds.fullName) return isText(finding);
  return finding.class !== validators[validator]!.class || isIdentifier(validator);
}

function isText({ validator }: ClassFinding): boolean {
  return (
    validator === validatorIds.jobApplication ||
    validator === validatorIds.comment ||
    validator === validatorIds.bio
  );
}

/** A cell of several addresses, telephones or numbers holds more than the first. */
function isIdentifier(validator: ValidatorId): boolean {
  return (
    validator === validatorIds.email || validator === validatorIds.phone || identifierOf(validator) !== null
  );
}

/** Index in the plan's gathered columns of the key column `column`, or -1. */
export function gatheredKey(table: MergedTable, column: number): number {
  return table.plan.gathered.findIndex((entry) => entry.normal === 'key' && entry.column === column);
}

/** Puts the records of a table together, column by column, unless they are. */
export function layTable(table: MergedTable): void {
  if (table.records !== noRecords) return;
  table.records = layRecords(table.plan, table.parts);
  table.parts = [];
}
