// A bulk load into PostgreSQL: COPY in its binary format, a transaction at a time. In: a plan and parts of batches. Out:
// rows.

import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { TocsinError } from '../../base/index.ts';
import { copyBuffers, type IntegerBytes } from './copy-format.ts';
import type { BatchPart, LoadTarget, LoadPlan } from './load-plan.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

/** Nobody waits for it: the more, the fewer times it waits for the disk. */
const rowsAtOnce = 500_000;

export function copyIntoServer({ pool }: RegisterDatabase, plan: LoadPlan): LoadTarget {
  const { breach, step, table, columns } = plan;
  const copySql = `COPY ${table} (${columns.map(({ name }) => name).join(', ')}) FROM STDIN (FORMAT binary)`;

  let known: IntegerBytes[] | null = null;

  const copy = async (client: pg.PoolClient, parts: readonly BatchPart[]): Promise<void> => {
    const integers = (known ??= await integerBytes(client, plan));
    const stream = client.query(copyFrom(copySql));
    const ended = once(stream, 'finish');
    // the loop below stops by itself where the stream has failed
    ended.catch(() => {});
    for (const buffer of copyBuffers(integers, parts)) {
      if (!stream.write(buffer)) await Promise.race([once(stream, 'drain'), ended]);
    }
    stream.end();
    await ended;
  };

  const inTransaction = async (
    client: pg.PoolClient,
    parts: readonly BatchPart[],
    { before, after }: { before: number; after: number },
  ): Promise<void> => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ done: number }>(
      'SELECT done FROM loading WHERE breach = $1 AND step = $2 FOR UPDATE',
      [breach, step],
    );
    if (rows[0]?.done !== before)
      throw new TocsinError('REGISTER_BUSY', 'another process loads the same breach');
    await copy(client, parts);
    await client.query('UPDATE loading SET done = $3 WHERE breach = $1 AND step = $2', [breach, step, after]);
    await client.query('COMMIT');
  };

  return {
    rowsAtOnce,
    async load(parts, done) {
      let client: pg.PoolClient | null = null;
      let failed = true;
      try {
        client = await pool!.connect();
        await inTransaction(client, parts, done);
        failed = false;
      } catch (error) {
        throw registerError(error);
      } finally {
        // a connection in the middle of a transaction is thrown away, and the server undoes what it did
        client?.release(failed);
      }
    },
    async end() {
      // the plans of queries go by what is counted here
      await pool!.query(`ANALYZE ${table}`).catch((error: unknown) => {
        throw registerError(error);
      });
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** The format has no room for doubt: integers have to come as wide as the columns are. */
async function integerBytes(client: pg.PoolClient, { table, columns }: LoadPlan): Promise<IntegerBytes[]> {
  const { rows } = await client.query<{ name: string; bytes: number }>(
    'SELECT attname AS name, attlen AS bytes FROM pg_attribute WHERE attrelid = $1::regclass',
    [table],
  );
  return columns.map(({ name }) => (rows.find((row) => row.name === name)?.bytes === 4 ? 4 : 8));
}
