// Brings a register's schema up to date. In: an open register. Out: nothing; each step is there whole or not at all,
// also where several processes begin at once.

import { type Kysely, sql } from 'kysely';
import { TocsinError } from '../../base/index.ts';
import { dialects, type Engine } from './migration.ts';
import { migrations } from './migrations/index.ts';
import type { RegisterTables } from './register-tables.ts';

/** Of an advisory lock on PostgreSQL: any number that nobody else uses. */
const lockNumber = 7_083_246;

/** Throws REGISTER_NEWER where a later version of the program has written the register. */
export async function migrate(engine: Engine, rows: Kysely<RegisterTables>): Promise<void> {
  await rows.connection().execute(async (db) => {
    await sql.raw(engine === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN').execute(db);
    try {
      if (engine === 'postgres') await sql`SELECT pg_advisory_xact_lock(${lockNumber})`.execute(db);
      const { integer, end } = dialects[engine];
      await sql
        .raw(
          `CREATE TABLE IF NOT EXISTS migration (number ${integer} PRIMARY KEY, name TEXT NOT NULL) ${end}`,
        )
        .execute(db);
      const { rows: applied } = await sql<{ number: number }>`SELECT number FROM migration`.execute(db);
      const numbers = new Set(applied.map(({ number }) => number));
      const newest = Math.max(0, ...numbers);
      if (newest > migrations.at(-1)!.number)
        throw new TocsinError('REGISTER_NEWER', `the register has the schema ${newest}, of a later version`);
      for (const { number, name, statements } of migrations) {
        if (numbers.has(number)) continue;
        for (const statement of statements(dialects[engine])) await sql.raw(statement).execute(db);
        await sql`INSERT INTO migration (number, name) VALUES (${number}, ${name})`.execute(db);
      }
      await sql.raw('COMMIT').execute(db);
    } catch (error) {
      await sql.raw('ROLLBACK').execute(db);
      throw error;
    }
  });
}
