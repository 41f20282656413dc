// The ledger of a case: one database file beside its vault, encrypted whole under the case's key. In: a case. Out: an open
// database, made with its first use. A commit is on the disk when it returns.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { syncFolder } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import { type CaseRecord, connectEncrypted } from '../index.ts';
import { noticesSchema, noticesVersion } from './notice-schema.ts';

export interface Notices extends Disposable {
  db: Database.Database;
  /** 32 bytes: Message-IDs and reference codes are derived from it. */
  secret: Buffer;
}

type NoticesCase = Pick<CaseRecord, 'case' | 'folder' | 'key'>;

export const noticesName = 'notices.db';

const busyTimeoutMs = 10_000;
const cacheKilobytes = 64_000;

export function hasNotices({ folder }: Pick<CaseRecord, 'folder'>): boolean {
  return existsSync(join(folder, noticesName));
}

/** Throws NOTICES_NONE where nothing was planned for the case yet, CASE_DAMAGED. */
export function openNotices(record: NoticesCase): Notices {
  if (!hasNotices(record))
    throw new TocsinError('NOTICES_NONE', `nothing is planned for the case ${record.case} yet`, {
      hint: `plan first: tocsin notify plan ${record.case}`,
    });
  const db = connect(join(record.folder, noticesName), record);
  const { version, secret } = db.prepare('SELECT version, secret FROM notices').get() as {
    version: number;
    secret: Buffer;
  };
  if (version !== noticesVersion) {
    db.close();
    throw new TocsinError('CASE_DAMAGED', `the ledger of the case ${record.case} is of another version`);
  }
  return { db, secret, [Symbol.dispose]: () => void db.close() };
}

/** Makes the file where there is none; it is whole or not there. */
export function openOrCreateNotices(record: NoticesCase): Notices {
  if (!hasNotices(record)) {
    const made = join(record.folder, `.${noticesName}.${process.pid}`);
    closeSync(openSync(made, 'w', 0o600));
    try {
      const db = connect(made, record);
      db.exec(noticesSchema);
      db.prepare('INSERT INTO notices (version, secret) VALUES (?, ?)').run(noticesVersion, randomBytes(32));
      // everything is in the file itself, and nothing beside it
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      renameSync(made, join(record.folder, noticesName));
      syncFolder(record.folder);
    } finally {
      rmSync(made, { force: true });
    }
  }
  return openNotices(record);
}

function connect(path: string, { case: id, key }: NoticesCase): Database.Database {
  try {
    const db = connectEncrypted(path, key, { busyTimeoutMs, cacheKilobytes });
    db.pragma('synchronous = FULL');
    return db;
  } catch (cause) {
    throw new TocsinError('CASE_DAMAGED', `the ledger of the case ${id} cannot be opened`, { cause });
  }
}
