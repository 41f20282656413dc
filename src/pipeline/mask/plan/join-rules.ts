// Columns that are joined are masked alike, or equal values would not stay equal. In: the rules, and which column holds keys
// of which. Out: the same rules; of joined columns all have the strictest.

import { type ColumnRule, isMaskRule, type PlanLink, type PlanTable } from '../../../mask/index.ts';
import { stricter } from './stricter.ts';

export function joinRules(tables: ReadonlyMap<string, PlanTable>, links: readonly PlanLink[]): void {
  const groups = new Map<string, Set<string>>();
  const places = new Map<string, { table: PlanTable; column: string; name: string }>();
  for (const [name, table] of tables)
    for (const column of table.keys()) places.set(keyOf(name, column), { table, column, name });
  for (const link of links) {
    const ends = [keyOf(link.table, link.column), keyOf(link.toTable, link.toColumn)];
    if (!ends.every((end) => places.has(end))) continue;
    const joined = new Set(ends.flatMap((end) => [...(groups.get(end) ?? [end])]));
    for (const end of joined) groups.set(end, joined);
  }
  for (const group of new Set(groups.values())) {
    const members = [...group].map((key) => places.get(key)!);
    const rules = members.map(({ table, column }) => table.get(column)!);
    const strictest = rules.reduce((one, other) => stricter(one, other));
    if (!isMaskRule(strictest)) continue;
    const isUnique = rules.some((rule) => isMaskRule(rule) && rule.isUnique === true);
    members.forEach(({ table, column }, i) => table.set(column, joinedRule(rules[i]!, strictest, isUnique)));
  }
}

function joinedRule(
  own: ColumnRule,
  { mask }: Extract<ColumnRule, { mask: string }>,
  isUnique: boolean,
): ColumnRule {
  const reason = isMaskRule(own) && own.mask === mask ? own.reason : 'joined with a column that is masked so';
  return {
    mask,
    ...(isUnique ? { isUnique } : {}),
    ...(own.found === undefined ? {} : { found: own.found }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function keyOf(table: string, column: string): string {
  return `${table}\0${column}`.toLowerCase();
}
