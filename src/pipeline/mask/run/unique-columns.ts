// Which values must not become one. In: the plan and what schemas say. Out: for a column and for a method, whether it is
// masked without collisions. Numbers and addresses are so everywhere as soon as one column has to be, since equal values
// must stay equal across columns; names only where the column, or one joined with it, is unique.

import { isMaskRule, type MaskPlan, type MethodName } from '../../../mask/index.ts';
import type { ColumnFacts } from './column-facts.ts';

export interface UniqueColumns {
  column(table: string, column: string, method: MethodName): boolean;
  method(method: MethodName): boolean;
}

const alone: ReadonlySet<MethodName> = new Set<MethodName>([
  'first-name',
  'last-name',
  'full-name',
  'company',
  'place',
  'street',
  'address',
  'text',
]);

export function uniqueColumns(plan: MaskPlan, facts: readonly ColumnFacts[]): UniqueColumns {
  const stated = new Set(
    facts.filter(({ isUnique }) => isUnique).map(({ table, column }) => keyOf(table, column)),
  );
  const methods = new Set<MethodName>();
  const columns = new Set<string>();
  for (const [table, rules] of plan.tables)
    for (const [column, rule] of rules) {
      const key = keyOf(table, column);
      if (!isMaskRule(rule) || !(rule.isUnique || stated.has(key))) continue;
      columns.add(key);
      methods.add(rule.mask);
    }
  for (const { table, column, toTable, toColumn } of plan.links) {
    const ends = [keyOf(table, column), keyOf(toTable, toColumn)];
    if (ends.some((end) => columns.has(end))) for (const end of ends) columns.add(end);
  }
  return {
    column: (table, column, method) =>
      alone.has(method) ? columns.has(keyOf(table, column)) : methods.has(method),
    method: (method) => !alone.has(method) && methods.has(method),
  };
}

function keyOf(table: string, column: string): string {
  return `${table}\0${column}`.toLowerCase();
}
