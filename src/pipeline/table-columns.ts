// The columns of one table of which several parts were read, and which of them a part's columns are.
// In: the columns of parts, as they name them, and the schema. Out: the table's columns, and numbers of columns.

import type { TableSchema } from '../read/index.ts';
import { isNestedColumn } from '../resolve/index.ts';

/**
 * The table's columns: as the schema has them, then those that only statements name, then, by name, those that lie
 * packed in others: which of these a thread meets first is chance.
 */
export function columnsOf(
  parts: readonly { columns: readonly (string | null)[] }[],
  schema: Pick<TableSchema, 'columns'> | null,
): (string | null)[] {
  const columns: (string | null)[] = schema?.columns.map((column) => column.name) ?? [];
  const known = new Set(columns.map((name) => name?.toLowerCase()));
  const widest = parts.toSorted(
    (a, b) => b.columns.length - a.columns.length || compare(a.columns.join(), b.columns.join()),
  );
  for (const part of widest) {
    part.columns.forEach((name, i) => {
      if (name === null ? i >= columns.length : !known.has(name.toLowerCase())) columns.push(name);
      if (name !== null) known.add(name.toLowerCase());
    });
  }
  const nested = columns.filter(isNestedColumn).toSorted((a, b) => compare(a!, b!));
  return [...columns.filter((name) => !isNestedColumn(name)), ...nested];
}

export function mapColumns(from: readonly (string | null)[], to: readonly (string | null)[]): Int32Array {
  const positions = new Map(to.map((name, i) => [name?.toLowerCase(), i]));
  return Int32Array.from(from, (name, i) => (name === null ? i : positions.get(name.toLowerCase())!));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
