/**
 * What the dialects of SQL have in common: quotes in strings doubled, rows cut into groups for one
 * statement each, tables in an order in which keys point backwards.
 */
import type { MadeTable, MadeValue } from './made-table.ts';

/** `'it''s'`; numbers and NULL bare. */
export function standardLiteral(value: MadeValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

export function* groupsOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    if (group.push(item) < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

export interface Key {
  table: string;
  column: string;
}

export function primaryKeys(tables: readonly MadeTable[]): Key[] {
  return tables.flatMap(({ name: table, columns }) =>
    columns.filter(({ isKey }) => isKey).map(({ name: column }) => ({ table, column })),
  );
}

export function foreignKeys(tables: readonly MadeTable[]): (Key & { to: Key })[] {
  return tables.flatMap(({ name: table, columns }) =>
    columns.flatMap(({ name: column, pointsTo }) => (pointsTo ? [{ table, column, to: pointsTo }] : [])),
  );
}
