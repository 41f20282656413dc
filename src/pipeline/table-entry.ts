// One table of one input as a worker meets it: what is known of its columns, the plan, the tallies.

import { isUtf8 } from 'node:buffer';
import type { ClassFinding, ColumnSample, TableSample } from '../recognise/index.ts';
import type { StretchTally, TableTally } from '../resolve/index.ts';
import {
  isNestedColumn,
  type KeySchema,
  planTable,
  type SampledValue,
  tableKeys,
  type TablePlan,
  tellingName,
} from '../resolve/index.ts';
import type { NestedColumns } from './nested-columns.ts';
import type { TableSchema } from '../read/index.ts';
import type { TableName } from './read-job.ts';

export interface TableEntry {
  name: TableName;
  /** The first leaf that held rows of it. */
  source: string;
  /** Column names in the table's own order; null where nothing names them. */
  columns: (string | null)[];
  schema: TableSchema | null;
  /** Columns that lie packed in others; null before the first row is looked at. */
  nested: NestedColumns | null;
  /** Null until enough rows were seen to make a plan. */
  tally: TableTally | null;
  stretch: StretchTally | null;
  /** By column, ranks that no sample of this thread wants any more, confirmed or not. */
  thresholds: number[];
}

export type ClassifyTable = (table: TableSample) => ClassFinding[][];

/** What recognise is asked about a table: names, types, keys and sampled values of its columns. */
export function tableSampleOf(
  table: string,
  columns: (string | null)[],
  schema: KeySchema | null,
  samples: SampledValue[][],
  counts: { rows: number; filled: ArrayLike<number> },
): TableSample {
  const keys = tableKeys(
    columns.map((name) => (isNestedColumn(name) ? null : name)),
    schema,
  );
  const rowIds = new Map<number, number>();
  return {
    name: table,
    columns: columns.map((name, column): ColumnSample => {
      const values = samples[column] ?? [];
      return {
        name: tellingName(name),
        type: schema?.columns[column]?.type ?? null,
        filled: counts.filled[column] ?? 0,
        rows: counts.rows,
        values: values.map((value) => sampledText(value.bytes)),
        rowIds: values.map((value) => idOf(rowIds, value.rank)),
        isKey: column === keys.primary || keys.pointing.includes(column),
      };
    }),
  };
}

export function planOf(
  schema: TableSchema | null,
  findings: ClassFinding[][],
  columns: readonly (string | null)[],
): TablePlan {
  const names = columns.map((name) => (isNestedColumn(name) ? null : name));
  return planTable(
    findings.map((found) => found[0] ?? null),
    tableKeys(names, schema),
    columns.map(isNestedColumn),
  );
}

const decoder = new TextDecoder();

/** Text as it is; other bytes in hex, as dumps write them. A cut in the middle of a character is no harm. */
export function sampledText(bytes: Uint8Array): string {
  return isUtf8(bytes.subarray(0, Math.max(0, bytes.length - 3)))
    ? decoder.decode(bytes)
    : `0x${Buffer.from(bytes).toString('hex')}`;
}

function idOf(ids: Map<number, number>, rank: number): number {
  let id = ids.get(rank);
  if (id === undefined) ids.set(rank, (id = ids.size));
  return id;
}
