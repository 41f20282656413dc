// The register's database: who is in which breach, and all that answering and telling needs. In: the instance, and the
// URL of a PostgreSQL database where it does not lie in the instance's own file. Out: typed queries on either engine.
// Identifiers rest in it as keyed hashes, what has to be read again is sealed.

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { TocsinError } from '../../base/index.ts';
import { connectEncrypted, type InstanceHome } from '../index.ts';
import { migrate } from './migrate.ts';
import type { Engine } from './migration.ts';
import type { RegisterTables } from './register-tables.ts';
import { type RegisterSecrets, registerSecrets } from './register-secrets.ts';

export interface RegisterDatabase extends AsyncDisposable {
  engine: Engine;
  secrets: RegisterSecrets;
  /** For everything but bulk loads and the look-ups that have to be fast. */
  rows: Kysely<RegisterTables>;
  /** The one beneath `rows`; the other is null. */
  sqlite: Database.Database | null;
  pool: pg.Pool | null;
}

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
    [Symbol.asyncDispose]: () => opened.rows.destroy(),
  };
  try {
    await migrate(register);
  } catch (error) {
    await register.rows.destroy().catch(() => {});
    throw error;
  }
  return register;
}

type Opened = Pick<RegisterDatabase, 'engine' | 'rows' | 'sqlite' | 'pool'>;

function openFile(home: InstanceHome, secrets: RegisterSecrets): Opened {
  const path = join(home.path, 'register.db');
  makeFile(path);
  const sqlite = connectEncrypted(path, secrets('database'), { busyTimeoutMs, cacheKilobytes });
  // what is acknowledged is on the disk; bulk loads say otherwise for themselves
  sqlite.pragma('synchronous = FULL');
  const rows = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return { engine: 'sqlite', rows, sqlite, pool: null };
}

function openServer(url: string): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'tocsin',
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? parseInteger : pg.types.getTypeParser(oid, format),
    },
  });
  // a lost connection shows where it is waited for
  pool.on('error', () => {});
  const rows = new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool }) });
  return { engine: 'postgres', rows, sqlite: null, pool };
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
