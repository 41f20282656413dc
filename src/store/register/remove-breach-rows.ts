// The rows of a withdrawn breach, taken away in steps behind what is published. In: the register and the number of a
// breach. Out: nothing is left of it; stopped at any step, the same call goes on, and others write in between.

import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { type BreachTable, breachTables } from './breach-tables.ts';
import type { RegisterDatabase } from './register-database.ts';
import { versionAgeMs } from './version-watch.ts';

export interface RemoveOptions {
  signal?: AbortSignal | undefined;
  /** Of all steps. */
  onStep?: ((done: number, steps: number) => void) | undefined;
}

/** Of the first byte of a key: each step of a file is short enough for others to write in between. */
const stretches = 256;

/** Takes away all rows of a withdrawn breach, itself last: stopped at any step, the same call goes on. */
export async function removeBreachRows(
  register: RegisterDatabase,
  breach: number,
  { signal, onStep }: RemoveOptions = {},
): Promise<void> {
  const steps = breachTables.reduce((sum, { keyColumn }) => sum + (keyColumn === null ? 1 : stretches), 1);
  let done = 0;
  // until then somebody else may answer by a catalogue that still has it
  if (register.engine === 'postgres') await wait(2 * versionAgeMs);
  for (const table of breachTables)
    await removeTableRows(register, table, breach, {
      signal,
      onStep: () => onStep?.(++done, steps),
    });
  signal?.throwIfAborted();
  await register.rows
    .deleteFrom('breach')
    .where('breach', '=', breach)
    .where('state', '=', 'withdrawing')
    .execute();
  onStep?.(++done, steps);
}

/** Those of one table; of a breach that loads too. */
export async function removeTableRows(
  { rows }: RegisterDatabase,
  { table, keyColumn }: BreachTable,
  breach: number,
  { signal, onStep }: RemoveOptions = {},
): Promise<void> {
  const steps = keyColumn === null ? 1 : stretches;
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    await sql`DELETE FROM ${sql.table(table)} WHERE breach = ${breach} ${stretchOf(keyColumn, step)}`.execute(
      rows,
    );
    onStep?.(step + 1, steps);
  }
}

function stretchOf(keyColumn: string | null, step: number) {
  if (keyColumn === null) return sql``;
  const column = sql.ref(keyColumn);
  const from = sql`AND ${column} >= ${Buffer.of(step)}`;
  return step === stretches - 1 ? from : sql`${from} AND ${column} < ${Buffer.of(step + 1)}`;
}
