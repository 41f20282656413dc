// What a thread knows of the columns of a table that lie packed in others, or under the keys of a key-value table.
// In: the names of the table's columns. Out: the state that its rows are opened with.

import { isNestedColumn } from '../resolve/index.ts';
import { KeyCache } from './key-cache.ts';
import { keyValueColumns } from './key-value-columns.ts';

/** What is known of the further columns of a table. */
export interface NestedColumns {
  /** By the hash of a key and its column: the further column, or -1. */
  columns: KeyCache;
  isNested: boolean[];
  count: number;
  /** Of a key-value table: the column of keys and that of values; -1 elsewhere. */
  keys: number;
  values: number;
}

export function nestedColumnsOf(names: readonly (string | null)[]): NestedColumns {
  const isNested = names.map(isNestedColumn);
  const count = isNested.filter(Boolean).length;
  return { columns: new KeyCache(), isNested, count, ...keyValueColumns(names) };
}
