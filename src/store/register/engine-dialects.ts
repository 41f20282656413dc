// How typed queries reach either engine: errors in the program's own words, statements prepared once, and no waiting for
// another process that writes, but beside other work. In: open databases. Out: dialects.

import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type pg from 'pg';
import { isFileBusy, registerError } from './register-errors.ts';

/** The file's own waiting would stop the whole process: `waitMs` is waited here instead. */
export function fileDialect(db: Database.Database, waitMs: number): Dialect {
  return {
    createDriver: () => fileDriver(db, waitMs),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (rows) => new SqliteIntrospector(rows),
  };
}

export function serverDialect(pool: pg.Pool): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createDriver: () => tellingDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (rows) => dialect.createIntrospector(rows),
  };
}

function fileDriver(db: Database.Database, waitMs: number): Driver {
  const connection = fileConnection(db, waitMs);
  const run = (sql: string) => async () => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // one that reads first and writes later could be refused in its middle
    beginTransaction: run('BEGIN IMMEDIATE'),
    commitTransaction: run('COMMIT'),
    rollbackTransaction: async () => {
      // a full disk has rolled it back already
      if (db.inTransaction) await run('ROLLBACK')();
    },
    releaseConnection: async () => {},
    destroy: async () => void db.close(),
  };
}

/** More different texts than the program has; beyond it one was made of values. */
const maxStatements = 500;

function fileConnection(db: Database.Database, waitMs: number): DatabaseConnection {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      if (statements.size >= maxStatements) statements.clear();
      statements.set(sql, (statement = db.prepare(sql)));
    }
    return statement;
  };
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      return whenNotBusy(waitMs, () => {
        const statement = prepared(sql);
        if (statement.reader) return { rows: statement.all(parameters) as R[] };
        const { changes, lastInsertRowid } = statement.run(parameters);
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
      });
    },
    async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<R>> {
      for (const row of db.prepare(sql).iterate(parameters)) yield { rows: [row as R] };
    },
  };
}

const firstPauseMs = 2;
const longestPauseMs = 20;

/** Tries again until `waitMs` are over. A turn that a load leaves to others lasts longer than a pause here. */
async function whenNotBusy<T>(waitMs: number, work: () => T): Promise<T> {
  const until = performance.now() + waitMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return work();
    } catch (error) {
      if (!isFileBusy(error) || performance.now() > until) throw registerError(error);
      await wait(pauseMs);
    }
  }
}

function tellingDriver(driver: Driver): Driver {
  const known = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const telling = (connection: DatabaseConnection): DatabaseConnection => {
    const made = known.get(connection) ?? {
      executeQuery: (query, options) => told(connection.executeQuery(query, options)),
      streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
    };
    known.set(connection, made);
    inner.set(made, connection);
    return made;
  };
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => telling(await told(driver.acquireConnection(options))),
    beginTransaction: (connection, settings) =>
      told(driver.beginTransaction(inner.get(connection)!, settings)),
    commitTransaction: (connection) => told(driver.commitTransaction(inner.get(connection)!)),
    rollbackTransaction: (connection) => told(driver.rollbackTransaction(inner.get(connection)!)),
    releaseConnection: (connection, options) => driver.releaseConnection(inner.get(connection)!, options),
    destroy: (options) => driver.destroy(options),
  };
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw registerError(error);
  }
}
