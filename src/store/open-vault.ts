// A case's vault: one database file, encrypted whole with AEGIS-256 under the case's key; so is its log, and it writes
// no temporary file. In: the case's folder and key. Out: an open database. Faults of the engine come out as errors
// that say what to do; they never quote what was stored.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { TocsinError } from '../base/index.ts';
import { vaultSchema, vaultVersion } from './vault-schema.ts';

export interface Vault {
  db: Database.Database;
  /** What the hashes of identifiers are keyed by, in all readings of the case. */
  seed: [low: number, high: number];
  [Symbol.dispose](): void;
}

const vaultName = 'vault.db';

/** How long another process may write before it counts as busy. */
const busyTimeoutMs = 1000;

/** For look-ups 64 MB of pages, so that the upper levels of the largest tables stay in memory. */
const cacheKilobytes = 64_000;

/** Rows that come in the order of the table need the last pages only; the rest goes to the log at once. */
export const loadCacheKilobytes = 1000;

export function createVault(folder: string, key: Buffer): void {
  const seed = randomBytes(8);
  const path = join(folder, vaultName);
  // the engine gives its log the rights of the file
  closeSync(openSync(path, 'wx', 0o600));
  const db = connect(path, key);
  try {
    db.exec(vaultSchema);
    db.prepare('INSERT INTO vault (version, seed) VALUES (?, ?)').run(vaultVersion, seed);
  } finally {
    db.close();
  }
}

export function openVault(record: { case: string; folder: string; key: Buffer }): Vault {
  const path = join(record.folder, vaultName);
  if (!existsSync(path))
    throw new TocsinError('CASE_DAMAGED', `the vault of the case ${record.case} is missing`);
  return guarded(record.case, () => {
    const db = connect(path, record.key);
    try {
      const { version, seed } = db.prepare('SELECT version, seed FROM vault').get() as {
        version: number;
        seed: Buffer;
      };
      if (version !== vaultVersion)
        throw new TocsinError('CASE_DAMAGED', `the vault of the case ${record.case} is of another version`);
      return {
        db,
        seed: [seed.readUInt32LE(0), seed.readUInt32LE(4)],
        [Symbol.dispose]: () => void db.close(),
      };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function connect(path: string, key: Buffer): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs });
  db.pragma(`cipher = 'aegis'`);
  // 256 bits as they are: a key derived from a phrase would take 30 ms each time
  db.key(Buffer.from(`raw:${key.toString('hex')}`));
  // sorters and temporary tables would be files of their own
  db.pragma('temp_store = MEMORY');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma(`cache_size = -${cacheKilobytes}`);
  return db;
}

/** Runs `work`; what the engine says against it becomes one of our errors. */
export function guarded<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw vaultError(id, error);
  }
}

export function vaultError(id: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new TocsinError('CASE_BUSY', `another process is writing into the case ${id}`, { cause: error });
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new TocsinError('HOME_NOT_WRITABLE', `cannot write the vault of the case ${id}`, { cause: error });
  return new TocsinError('CASE_DAMAGED', `the vault of the case ${id} is damaged`, { cause: error });
}
