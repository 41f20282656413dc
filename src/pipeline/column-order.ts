// Statements may list the columns of their values, in any order: where each value belongs.

import type { TableEntry } from './table-entry.ts';

/** For each value of the statement its column in the table; null where the order is the table's own. New names are added. */
export function columnOrder(entry: TableEntry, columns: string[]): Int32Array | null {
  let isSame = columns.length === entry.columns.length;
  const order = Int32Array.from(columns, (name, i) => {
    const lower = name.toLowerCase();
    let column =
      entry.columns[i]?.toLowerCase() === lower
        ? i
        : entry.columns.findIndex((known) => known?.toLowerCase() === lower);
    if (column < 0) column = entry.columns.push(name) - 1;
    if (column !== i) isSame = false;
    return column;
  });
  return isSame ? null : order;
}
