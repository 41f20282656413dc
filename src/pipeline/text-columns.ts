// Which columns of a table hold one thing each, so that nothing else is looked for in their values. In: the table's
// plan. Out: a mark by column. A name, a number or a date is no text, however long somebody wrote it.

import type { TablePlan } from '../resolve/index.ts';

const holdOneThing: ReadonlySet<string> = new Set([
  'first name',
  'last name',
  'full name',
  'email',
  'phone',
  'identifier',
  'birth date',
]);

const known = new WeakMap<TablePlan, Uint8Array>();

/** 1 for columns that are not searched; columns past the end are searched. Asked of every row: made once a plan. */
export function sparedColumns(plan: TablePlan): Uint8Array {
  const made = known.get(plan);
  if (made !== undefined) return made;
  const spared = new Uint8Array(Math.max(0, ...plan.gathered.map(({ column }) => column + 1)));
  for (const { column, normal } of plan.gathered) if (holdOneThing.has(normal)) spared[column] = 1;
  known.set(plan, spared);
  return spared;
}
