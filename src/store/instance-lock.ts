// One process at a time in what belongs to the whole instance: a transaction on instance.db, encrypted under a key that
// is sealed under the instance key. In: the instance and work to do. Out: what the work gives, once it is on the disk.
// Work inside of work takes part in the same transaction, so that whoever holds the lock may call whoever takes it.

import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { TocsinError } from '../base/index.ts';
import { connectEncrypted } from './encrypted-database.ts';
import { instanceDatabaseKey } from './instance-database-key.ts';
import { isLost } from './lost-database.ts';
import { isInstanceKey, type InstanceHome } from './instance-home.ts';
import { instanceSchema } from './instance-schema.ts';

export type InstanceDatabase = Database.Database;

export interface InstanceLockOptions {
  /** False where what is written may lag behind after a power cut: spares the wait for the disk. */
  durable?: boolean;
}

/**
 * Takes the lock, runs `work` and commits; what `work` throws takes back what it wrote. `work` does not wait for
 * anything. Throws HOME_BUSY where another process keeps the lock, HOME_DAMAGED where the file cannot be opened.
 */
export function withInstance<T>(
  home: InstanceHome,
  work: (db: InstanceDatabase) => T,
  { durable = true }: InstanceLockOptions = {},
): T {
  return guarded(home, () => {
    const db = connectionTo(home);
    if (db.inTransaction) return work(db);
    db.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    return inTransaction(db, () => {
      refuseOldKey(home);
      return work(db);
    });
  });
}

/** Makes the database where it is lost: for whoever has said so in the custody log, or is about to. */
export function remakeInstance(home: InstanceHome): void {
  guarded(home, () => connectionTo(home, true));
}

/** Ends the connection that this process keeps: before the file is replaced or removed. */
export function closeInstance(home: InstanceHome): void {
  connections.get(home.path)?.db.close();
  connections.delete(home.path);
}

/** Appending to the log takes milliseconds; who waits longer waits for something that has stopped. */
const busyTimeoutMs = 20_000;
const cacheKilobytes = 2000;

export const databaseName = 'instance.db';

interface Connection {
  db: InstanceDatabase;
  /** Which file it is: a folder may be taken away and made anew under the same name. */
  file: number;
  key: Buffer;
}

/** Opening one costs more than what is done with it. */
const connections = new Map<string, Connection>();

function connectionTo(home: InstanceHome, mayBeLost = false): InstanceDatabase {
  const path = join(home.path, databaseName);
  const kept = connections.get(home.path);
  if (kept && kept.file === fileNumber(path) && kept.key.equals(home.key)) return kept.db;
  closeInstance(home);
  refuseOldKey(home);
  if (!mayBeLost && isLost(home.path, path))
    throw new TocsinError('HOME_DAMAGED', `the database of the instance is missing: ${path}`);
  makeFile(path);
  const key = instanceDatabaseKey(home, path);
  const db = connectEncrypted(path, key, { busyTimeoutMs, cacheKilobytes });
  try {
    inTransaction(db, () => db.exec(instanceSchema));
  } catch (error) {
    db.close();
    throw error;
  }
  connections.set(home.path, { db, file: fileNumber(path) ?? -1, key: Buffer.from(home.key) });
  return db;
}

/** What is sealed under a key that was replaced meanwhile would be lost. */
function refuseOldKey(home: InstanceHome): void {
  if (!isInstanceKey(home))
    throw new TocsinError('HOME_BUSY', `the key of the instance ${home.path} was replaced meanwhile`, {
      hint: 'run the same command again',
    });
}

function inTransaction<T>(db: InstanceDatabase, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function fileNumber(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/** The engine gives its log the rights of the file. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write ${path}`, { cause: error });
  }
}

function guarded<T>(home: InstanceHome, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const { code } = error;
    const path = join(home.path, databaseName);
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new TocsinError('HOME_BUSY', `another process keeps the lock of the instance ${home.path}`, {
        cause: error,
      });
    if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
      throw new TocsinError('HOME_NOT_WRITABLE', `cannot write ${path}`, { cause: error });
    throw new TocsinError('HOME_DAMAGED', `the database of the instance is damaged: ${path}`, {
      cause: error,
    });
  }
}
