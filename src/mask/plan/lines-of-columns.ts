// Where a plan says what becomes of a column. In: the text of a plan. Out: lines, from 1, by table and column; letter case
// tells none apart, as names of a dump may be written in another one.

import { parseYaml } from './parse-yaml.ts';

/** Null where the plan has no such column. Throws MASK_PLAN where the text is no plan. */
export function linesOfColumns(text: string): (table: string, column: string) => number | null {
  const lines = new Map<string, number>();
  const tables = parseYaml(text).entries.get('tables')?.value;
  if (tables?.is === 'map')
    for (const [table, { value }] of tables.entries)
      if (value.is === 'map')
        for (const [column, { line }] of value.entries) lines.set(keyOf(table, column), line);
  return (table, column) => lines.get(keyOf(table, column)) ?? null;
}

function keyOf(table: string, column: string): string {
  return `${table}\0${column}`.toLowerCase();
}
