// Millions of rows of a breach into one table, in the order of its primary key. In: a plan and sorted rows. Out: the rows
// in the table, a transaction at a time, with the count of what is done in the same transaction: a load that is killed
// goes on where it was, and one of other content begins anew. Others may read and write in between.

import { breachTables } from './breach-tables.ts';
import { removeTableRows } from './remove-breach-rows.ts';
import { copyIntoServer } from './copy-into-server.ts';
import { insertIntoFile } from './insert-into-file.ts';
import { type BatchPart, listBatch, type LoadPlan, type RowBatch, type RowList } from './load-plan.ts';
import type { RegisterDatabase } from './register-database.ts';

export interface LoadOptions {
  /** Rows that are in the table so far, those of earlier runs too. */
  onRows?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Of one transaction; what suits the engine where nothing is said. */
  rowsAtOnce?: number;
}

/** Of one transaction, where rows are large. */
const bytesAtOnce = 32 << 20;

/** Returns the rows that it loaded itself. A second call with the same plan and digest loads none. */
export async function bulkLoad(
  register: RegisterDatabase,
  plan: LoadPlan,
  rows: Iterable<RowBatch | RowList> | AsyncIterable<RowBatch | RowList>,
  { onRows, signal, rowsAtOnce }: LoadOptions = {},
): Promise<number> {
  const skipped = await beginLoading(register, plan);
  if (skipped === plan.rowCount) return 0;
  await using target =
    register.engine === 'sqlite' ? insertIntoFile(register, plan) : copyIntoServer(register, plan);
  const mostRows = rowsAtOnce ?? target.rowsAtOnce;
  let done = skipped;
  let seen = 0;
  let parts: BatchPart[] = [];
  let [held, heldBytes] = [0, 0];
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted();
    await target.load(parts, { before: done, after: done + held });
    done += held;
    [parts, held, heldBytes] = [[], 0, 0];
    onRows?.(done);
  };
  for await (const given of rows) {
    const batch = 'read' in given ? given : listBatch(given);
    let from = Math.min(batch.count, Math.max(0, skipped - seen));
    seen += batch.count;
    while (from < batch.count) {
      const to = Math.min(batch.count, from + mostRows - held);
      parts.push({ batch, from, to });
      held += to - from;
      heldBytes += (batch.sizeBytes * (to - from)) / batch.count;
      from = to;
      if (held >= mostRows || heldBytes >= bytesAtOnce) await flush();
    }
  }
  if (held > 0) await flush();
  if (done !== plan.rowCount)
    throw new RangeError(`${done} rows were given for ${plan.step}, where ${plan.rowCount} were said`);
  await target.end();
  return done - skipped;
}

/** How many rows are in the table already. */
async function beginLoading(register: RegisterDatabase, plan: LoadPlan): Promise<number> {
  const { breach, step, digest } = plan;
  const known = await register.rows
    .selectFrom('loading')
    .select(['done', 'digest'])
    .where('breach', '=', breach)
    .where('step', '=', step)
    .executeTakeFirst();
  if (known?.digest === digest) return known.done;
  if (known !== undefined) {
    const table = breachTables.find((one) => one.table === plan.table);
    if (table === undefined) throw new RangeError(`${plan.table} is not among the tables of a breach`);
    await removeTableRows(register, table, breach);
  }
  await register.rows
    .insertInto('loading')
    .values({ breach, step, done: 0, digest })
    .onConflict((conflict) => conflict.columns(['breach', 'step']).doUpdateSet({ done: 0, digest }))
    .execute();
  return 0;
}
