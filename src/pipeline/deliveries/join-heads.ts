// One table of which several deliveries hold a part: its columns, its schema, and what each column holds, as the part
// with most values of it tells. In: the parts' heads. Out: what is known of the table, and where the columns of each
// part are. Of each value of the plan that a part did not gather, none of its rows has one.

import type { ClassFinding } from '../../recognise/index.ts';
import type { TableSchema } from '../../read/index.ts';
import type { TablePlan } from '../../resolve/index.ts';
import { columnsOf, mapColumns } from '../table-columns.ts';
import { planOf } from '../table-entry.ts';
import type { DeliveredTable } from './delivery.ts';

export interface JoinedHead {
  columns: (string | null)[];
  schema: TableSchema | null;
  findings: ClassFinding[][];
  /** Values in each column, of the part that told most of it. */
  filled: Float64Array;
  plan: TablePlan;
  /** By part, for each of its columns the table's. */
  columnOf: Int32Array[];
}

/** Of parts that know as much of a column, the first one counts. */
export function joinHeads(parts: readonly DeliveredTable[]): JoinedHead {
  const schema = parts.find((part) => part.schema !== null)?.schema ?? null;
  const columns = columnsOf(parts, schema);
  const columnOf = parts.map((part) => mapColumns(part.columns, columns));
  const findings: ClassFinding[][] = columns.map(() => []);
  const filled = new Float64Array(columns.length).fill(-1);
  parts.forEach((part, i) => {
    columnOf[i]!.forEach((column, own) => {
      if (part.filled[own]! <= filled[column]!) return;
      filled[column] = part.filled[own]!;
      findings[column] = part.findings[own]!;
    });
  });
  return { columns, schema, findings, filled, plan: planOf(schema, findings, columns), columnOf };
}

/** For each value that a part gathered its place in the table's plan, or -1. */
export function placesIn(plan: TablePlan, part: DeliveredTable, columnOf: Int32Array): Int32Array {
  return Int32Array.from(part.plan.gathered, ({ column, normal, validator }) =>
    plan.gathered.findIndex(
      (wanted) =>
        wanted.column === columnOf[column] && wanted.normal === normal && wanted.validator === validator,
    ),
  );
}

/** Whether rows of the part may hold something that the table's plan asks for and that was not gathered of them. */
export function lacksValues(
  plan: TablePlan,
  part: DeliveredTable,
  columnOf: Int32Array,
  gatheredOf: Int32Array,
): boolean {
  const has = new Set(gatheredOf);
  return plan.gathered.some(({ column }, wanted) => {
    const own = columnOf.indexOf(column);
    return own >= 0 && part.filled[own]! > 0 && !has.has(wanted);
  });
}
