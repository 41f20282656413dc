// The register's database: who is in which breach, and all that answering and telling needs. In: the instance, and the
// URL of a PostgreSQL database where it does not lie in the instance's own file. Out: typed queries on either engine.
// Identifiers rest in it as keyed hashes, what has to be read again is sealed.

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { TocsinError } from '../../base/index.ts';
import { connectEncrypted, type InstanceHome } from '../index.ts';
import { fileDialect, serverDialect } from './engine-dialects.ts';
import { migrate } from './migrate.ts';
import type { Engine } from './migration.ts';
import type { RegisterTables } from './register-tables.ts';
import { registerError } from './register-errors.ts';
import { type RegisterSecrets, registerSecrets } from './register-secrets.ts';

export interface RegisterDatabase extends AsyncDisposable {
  engine: Engine;
  secrets: RegisterSecrets;
  /** For everything but bulk loads and the look-ups that have to be fast. */
  rows: Kysely<RegisterTables>;
  /** Of a file, for look-ups that have to be fast: it cannot write, and sees only what is committed. */
  reader: Database.Database | null;
  /** Of a file, for bulk loads: a connection of its own, which the caller closes. */
  connect: (() => Database.Database) | null;
  /** Of a server: also beneath `rows`. */
  pool: pg.Pool | null;
}

/** What a query needs: the register's `rows`, or a transaction of them. */
export type RegisterRows = Kysely<RegisterTables>;
export type RegisterTransaction = Transaction<RegisterTables>;

const busyTimeoutMs = 20_000;
const cacheKilobytes = 64_000;
const poolSize = 8;
const connectTimeoutMs = 10_000;

/** Makes what is missing. `url`: `postgres://…`. Throws REGISTER_UNREACHABLE. */
export async function openRegister(home: InstanceHome, url: string | null): Promise<RegisterDatabase> {
  const secrets = registerSecrets(home);
  const opened = url === null ? openFile(home, secrets) : openServer(url);
  const register: RegisterDatabase = {
    ...opened,
    secrets,
    [Symbol.asyncDispose]: async () => {
      opened.reader?.close();
      await opened.rows.destroy();
    },
  };
  try {
    await migrate(opened.engine, opened.rows);
    await refuseOthers(opened.rows, secrets('owner'));
  } catch (error) {
    opened.reader?.close();
    await opened.rows.destroy().catch(() => {});
    throw registerError(error);
  }
  return register;
}

/** Person keys of another instance would be found by nobody: every answer would be a denial. */
async function refuseOthers(rows: RegisterRows, proof: Buffer): Promise<void> {
  const owner = await rows.selectFrom('owner').select('proof').executeTakeFirst();
  if (owner === undefined) {
    const taken = { only_row: 1, proof };
    await rows
      .insertInto('owner')
      .values(taken)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return refuseOthers(rows, proof);
  }
  if (!owner.proof.equals(proof))
    throw new TocsinError('REGISTER_OTHER', 'the register is that of another instance');
}

type Opened = Pick<RegisterDatabase, 'engine' | 'rows' | 'reader' | 'connect' | 'pool'>;

function openFile(home: InstanceHome, secrets: RegisterSecrets): Opened {
  const path = join(home.path, 'register.db');
  makeFile(path);
  const key = secrets('database');
  const connect = () => opening(() => connectEncrypted(path, key, { busyTimeoutMs, cacheKilobytes }));
  const writer = connect();
  // it waits beside other work, not inside SQLite
  writer.pragma('busy_timeout = 0');
  // what is acknowledged is on the disk; bulk loads say otherwise for themselves
  writer.pragma('synchronous = FULL');
  const reader = connect();
  reader.pragma('query_only = ON');
  const rows = new Kysely<RegisterTables>({ dialect: fileDialect(writer, busyTimeoutMs) });
  return { engine: 'sqlite', rows, reader, connect, pool: null };
}

function opening<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw registerError(error);
  }
}

/** Compiling a query takes longer than any of these runs; the server would do it where it overrates how much is found. */
const atConnect = 'SET jit = off';

function openServer(url: string): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'tocsin',
    keepAlive: true,
    onConnect: async (client) => void (await client.query(atConnect)),
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? parseInteger : pg.types.getTypeParser(oid, format),
    },
  });
  // a lost connection shows where it is waited for; one that nobody waits for would end the process
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const rows = new Kysely<RegisterTables>({ dialect: serverDialect(pool) });
  return { engine: 'postgres', rows, reader: null, connect: null, pool };
}

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer of the database is beyond 2^53');
  return value;
}

function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}
