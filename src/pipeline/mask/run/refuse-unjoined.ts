// Joins that would break. In: the plan and the schemas. Out: a refusal for each pair of columns of which one refers to the
// other and which are not masked alike: equal values would not stay equal.

import { coverageOf, isMaskRule, type MaskPlan } from '../../../mask/index.ts';
import type { TableSchema } from '../../../read/index.ts';
import { type Refusal, refusal } from './refusal.ts';

interface Join {
  table: string;
  column: string;
  toTable: string;
  toColumn: string;
}

export function refuseUnjoined(plan: MaskPlan, schemas: readonly TableSchema[]): Refusal[] {
  const coverage = coverageOf(plan);
  const joins = new Map<string, Join>();
  for (const join of [...declaredJoins(schemas), ...plan.links]) joins.set(JSON.stringify(join), join);
  return [...joins.values()].flatMap(({ table, column, toTable, toColumn }) => {
    const one = coverage.methodOf(table, column);
    const other = coverage.methodOf(toTable, toColumn);
    if (one === null || other === null) return [];
    const methods = [one, other].map((rule) => (isMaskRule(rule) ? rule.mask : null));
    if (methods[0] === methods[1]) return [];
    const [how, toHow] = methods.map((method) => (method === null ? 'kept' : `masked as ${method}`));
    const reason = `it refers to ${toTable}.${toColumn}, which is ${toHow}, but is ${how} itself: the join would break`;
    return [refusal('', reason, { table, column })];
  });
}

function declaredJoins(schemas: readonly TableSchema[]): Join[] {
  return schemas.flatMap(({ name, foreignKeys }) =>
    foreignKeys.map(({ column, table, toColumn }) => ({ table: name, column, toTable: table, toColumn })),
  );
}
