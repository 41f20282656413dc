// What a plan names that the source has not. In: the plan and what was seen. Out: sentences. What the source has and the
// plan has not is no drift but a refusal.

import type { MaskPlan } from '../../../mask/index.ts';
import type { SeenSource } from './mask-outcome.ts';

export function planDrift(plan: MaskPlan, { columns, unnamed }: SeenSource): string[] {
  const seen = new Map([...columns].map(([table, names]) => [table.toLowerCase(), lowerCase(names)]));
  const whole = lowerCase(unnamed);
  return [...plan.tables].flatMap(([table, rules]) => {
    const name = table.toLowerCase();
    const names = seen.get(name);
    if (names === undefined) return [`the table ${table} is in the plan and has no rows in the source`];
    if (whole.has(name)) return [];
    return [...rules.keys()]
      .filter((column) => !names.has(column.toLowerCase()))
      .map((column) => `the column ${table}.${column} is in the plan and not in the source`);
  });
}

function lowerCase(names: Iterable<string>): Set<string> {
  return new Set([...names].map((name) => name.toLowerCase()));
}
