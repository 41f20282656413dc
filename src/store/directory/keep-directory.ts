// Takes a controller's directory into a vault, or joins the one it holds anew: all of it or nothing, in one
// transaction. In: pieces of rows in order, then what the join came to. Out: rows in the tables. An earlier directory of
// the controller is replaced. While it is open nobody else writes into the case; everybody may read.

import type Database from 'better-sqlite3-multiple-ciphers';
import { BulkInsert } from '../bulk-insert.ts';
import { loadCacheKilobytes, openVault, type Vault, vaultError } from '../open-vault.ts';

export interface VaultChange {
  vault: Vault;
  /** Everything is in the vault for good from here on. */
  commit(): void;
  /** Leaves the vault as it was, if nothing was committed. */
  [Symbol.dispose](): void;
}

/** CASE_BUSY where another process is writing. */
export function beginVaultChange(record: { case: string; folder: string; key: Buffer }): VaultChange {
  const vault = openVault(record);
  const { db } = vault;
  try {
    db.pragma(`cache_size = -${loadCacheKilobytes}`);
    // what is acknowledged lies on the disk
    db.pragma('synchronous = FULL');
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    vault[Symbol.dispose]();
    throw vaultError(record.case, error);
  }
  return {
    vault,
    commit() {
      try {
        db.exec('COMMIT');
      } catch (error) {
        throw vaultError(record.case, error);
      }
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    [Symbol.dispose]() {
      if (db.inTransaction) db.exec('ROLLBACK');
      vault[Symbol.dispose]();
    },
  };
}

export interface DirectoryHead {
  controller: string;
  /** ISO 8601. */
  at: string;
  /** Where it came from, as it may be shown: never with a password. */
  source: string;
  /** How its columns were understood, as JSON keeps it. */
  mapping: unknown;
}

/** Makes room for the controller's directory, dropping the one that was there; returns its number. */
export function beginDirectory(db: Database.Database, head: DirectoryHead): number {
  const earlier = db
    .prepare('SELECT directory FROM directory WHERE controller = ?')
    .pluck()
    .get(head.controller) as number | undefined;
  if (earlier !== undefined)
    for (const table of ['directory', 'directory_token', 'directory_row', 'directory_join', 'reach', 'doubt'])
      db.prepare(`DELETE FROM ${table} WHERE directory = ?`).run(earlier);
  const directory = (db.prepare('SELECT coalesce(max(directory), 0) + 1 FROM directory').pluck().get() ??
    1) as number;
  db.prepare('INSERT INTO directory VALUES (?, ?, ?, ?, 0, ?)').run(
    directory,
    head.controller,
    head.at,
    head.source,
    JSON.stringify(head.mapping),
  );
  return directory;
}

export interface DirectoryPiece {
  firstRow: number;
  rows: number;
  bytes: Uint8Array;
}

export function keepContacts(db: Database.Database, directory: number, piece: DirectoryPiece): void {
  db.prepare('INSERT INTO directory_row VALUES (?, ?, ?, ?)').run(
    directory,
    piece.firstRow,
    piece.rows,
    piece.bytes,
  );
}

export function keepTokens(db: Database.Database, directory: number, piece: DirectoryPiece): void {
  db.prepare('INSERT INTO directory_token VALUES (?, ?, ?, ?)').run(
    directory,
    piece.firstRow,
    piece.rows,
    piece.bytes,
  );
}

export interface KeptJoin {
  /** One entry a row that is taken, in the order of people, then rows. */
  person: Uint32Array;
  row: Uint32Array;
  by: Uint8Array;
  doubts: { row: Uint32Array; reason: Uint8Array; fits: Uint32Array };
  /** As JSON keeps it. */
  counts: unknown;
}

/** Lets signals and timers run; called every now and then. */
export type Pause = () => Promise<void>;

const rowsBetweenPauses = 1 << 16;

/** Puts what the join came to in the place of an earlier one. */
export async function keepJoin(
  db: Database.Database,
  directory: number,
  rows: number,
  join: KeptJoin,
  pause: Pause,
): Promise<void> {
  for (const table of ['directory_join', 'reach', 'doubt'])
    db.prepare(`DELETE FROM ${table} WHERE directory = ?`).run(directory);
  db.exec('DELETE FROM reachability');
  const reach = new BulkInsert(db, 'reach', 4);
  for (let i = 0; i < join.row.length; i++) {
    reach.add(join.person[i]!, directory, join.row[i]!, join.by[i]!);
    if (i % rowsBetweenPauses === 0) await pause();
  }
  reach.end();
  const doubts = new BulkInsert(db, 'doubt', 4);
  const { row, reason, fits } = join.doubts;
  for (let i = 0; i < row.length; i++) {
    doubts.add(directory, row[i]!, reason[i]!, fits[i]!);
    if (i % rowsBetweenPauses === 0) await pause();
  }
  doubts.end();
  db.prepare('UPDATE directory SET row_count = ? WHERE directory = ?').run(rows, directory);
  db.prepare('INSERT INTO directory_join VALUES (?, ?)').run(directory, JSON.stringify(join.counts));
}

/** So that a controller whose people are all of the case has its number too. */
export function makeController(db: Database.Database, name: string): void {
  db.prepare(
    'INSERT OR IGNORE INTO controller SELECT coalesce(max(controller), 0) + 1, ? FROM controller',
  ).run(name);
}
