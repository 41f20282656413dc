// A bulk load into the register's own file: many rows a statement, over a connection of its own. In: a plan and parts of
// batches. Out: rows; between two transactions others get their turn.

import { setTimeout as wait } from 'node:timers/promises';
import { TocsinError } from '../../base/index.ts';
import type { BatchPart, LoadTarget, LoadPlan, RowValue } from './load-plan.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

/** Some 50 rows on, nothing is gained any more; a statement has 32,766 values at most. */
const rowsAStatement = 200;

/** A third of a second, in which nobody else can write. */
const rowsAtOnce = 100_000;

/** Whoever waits to write tries again within 20 ms. */
const turnMs = 25;

export function insertIntoFile({ connect }: RegisterDatabase, plan: LoadPlan): LoadTarget {
  const db = connect!();
  // a load that a loss of power cuts short goes on; what follows it is synced, and this with it
  db.pragma('synchronous = NORMAL');
  const { breach, step, table, columns } = plan;
  const width = columns.length;
  const insert = (rows: number) => {
    const row = `(${Array(width).fill('?').join(',')})`;
    const names = columns.map(({ name }) => name).join(',');
    return db.prepare<[RowValue[]]>(
      `INSERT INTO ${table} (${names}) VALUES ${Array(rows).fill(row).join(',')}`,
    );
  };
  const whole = insert(rowsAStatement);
  const doneSoFar = db
    .prepare<[number, string]>('SELECT done FROM loading WHERE breach = ? AND step = ?')
    .pluck();
  const setDone = db.prepare<[number, number, string]>(
    'UPDATE loading SET done = ? WHERE breach = ? AND step = ?',
  );
  const row: RowValue[] = [];
  const values: RowValue[] = [];
  const addParts = (parts: readonly BatchPart[]): void => {
    for (const { batch, from, to } of parts)
      for (let i = from; i < to; i++) {
        batch.read(i, row);
        for (let column = 0; column < width; column++) values.push(row[column]!);
        if (values.length < width * rowsAStatement) continue;
        whole.run(values);
        values.length = 0;
      }
    if (values.length > 0) insert(values.length / width).run(values);
    values.length = 0;
  };
  const load = db.transaction((parts: readonly BatchPart[], before: number, after: number) => {
    if (doneSoFar.get(breach, step) !== before)
      throw new TocsinError('REGISTER_BUSY', 'another process loads the same breach');
    addParts(parts);
    setDone.run(after, breach, step);
  });
  return {
    rowsAtOnce,
    async load(parts, { before, after }) {
      try {
        load.immediate(parts, before, after);
      } catch (error) {
        values.length = 0;
        throw registerError(error);
      }
      await wait(turnMs);
    },
    async end() {
      db.pragma('optimize');
      db.pragma('wal_checkpoint(PASSIVE)');
    },
    [Symbol.asyncDispose]: async () => void db.close(),
  };
}
