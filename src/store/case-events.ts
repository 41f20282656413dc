// What happened in a case, in the order it was written down: facts set, notes, evidence taken, clocks. In: a case and an
// event. Out: its number, once it is on the disk; or all of them. An event is never changed or removed; what a fact is
// now is folded from them elsewhere. Encrypted under the case's key, so that it goes with the case.

import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { TocsinError } from '../base/index.ts';
import { connectEncrypted } from './encrypted-database.ts';
import type { CaseRecord } from './case-record.ts';
import { caseGone } from './destroyed-cases.ts';

export interface NewEvent {
  /** Dotted verb: `case.set`, `clock.start`, `evidence`. */
  kind: string;
  /** Name of the acting user. */
  who: string;
  /** ISO 8601, UTC. */
  at: string;
  body: object;
}

export interface CaseEvent extends NewEvent {
  number: number;
}

/** A case as far as its events need it. */
type EventCase = Pick<CaseRecord, 'case' | 'folder' | 'key'>;

const databaseName = 'case.db';

/** An event takes milliseconds; whoever waits longer waits for a process that hangs. */
const busyTimeoutMs = 10_000;

/** Whoever writes may wait for the lock of the instance, which whoever locks a case holds: one of the two gives up. */
const lockTimeoutMs = 1000;

const cacheKilobytes = 1000;

/** `pending`: what has still to be said of it in the custody log, null once it was. */
const schema = `
CREATE TABLE IF NOT EXISTS event (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, body TEXT NOT NULL,
  pending TEXT) STRICT;
CREATE INDEX IF NOT EXISTS event_pending ON event (number) WHERE pending IS NOT NULL;
`;

/** On the disk when it returns. */
export function appendEvent(record: EventCase, event: NewEvent): number {
  return appendEvents(record, [event])[0]!;
}

/** All of them or none. `pendingOf`: what `settlePending` gets for an event. */
export function appendEvents(
  record: EventCase,
  events: readonly NewEvent[],
  pendingOf: (event: NewEvent) => object | null = () => null,
): number[] {
  return withCaseDatabase(record, (db) => {
    const insert = db.prepare('INSERT INTO event (at, kind, who, body, pending) VALUES (?, ?, ?, ?, ?)');
    return inTransaction(db, () =>
      events.map((event) => {
        const pending = pendingOf(event);
        const { at, kind, who, body } = event;
        const said = pending === null ? null : JSON.stringify(pending);
        return Number(insert.run(at, kind, who, JSON.stringify(body), said).lastInsertRowid);
      }),
    );
  });
}

/** In the order of their numbers; those after one of them, where that is given. */
export function readEvents(record: EventCase, after = 0): CaseEvent[] {
  if (!existsSync(join(record.folder, databaseName))) return [];
  return withCaseDatabase(record, (db) =>
    (
      db
        .prepare('SELECT number, at, kind, who, body FROM event WHERE number > ? ORDER BY number')
        .all(after) as StoredEvent[]
    ).map(({ body, ...event }) => ({ ...event, body: JSON.parse(body) as object })),
  );
}

/**
 * Gives `say` what is pending of each event, in order, and takes it off the list. A process that was killed in between
 * leaves it there for the next one: it is said at least once, and only in that case twice.
 */
export function settlePending(record: EventCase, say: (pending: object, event: CaseEvent) => void): void {
  if (!existsSync(join(record.folder, databaseName))) return;
  withCaseDatabase(record, (db) => {
    const pending = db.prepare('SELECT * FROM event WHERE pending IS NOT NULL ORDER BY number');
    if (pending.get() === undefined) return;
    inTransaction(db, () => {
      const settled = db.prepare('UPDATE event SET pending = NULL WHERE number = ?');
      for (const { pending: said, body, ...event } of pending.all() as (StoredEvent & {
        pending: string;
      })[]) {
        say(JSON.parse(said) as object, { ...event, body: JSON.parse(body) as object });
        settled.run(event.number);
      }
    });
  });
}

/** Nobody else writes an event until it is disposed. Throws CASE_BUSY where somebody does for longer than a second. */
export function lockEvents(record: EventCase): Disposable {
  const path = join(record.folder, databaseName);
  if (!existsSync(path)) return { [Symbol.dispose]: () => undefined };
  try {
    const db = connectEncrypted(path, record.key, { busyTimeoutMs: lockTimeoutMs, cacheKilobytes });
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      db.close();
      throw error;
    }
    return {
      [Symbol.dispose]() {
        db.exec('ROLLBACK');
        db.close();
      },
    };
  } catch (error) {
    throw told(error, record.case);
  }
}

interface StoredEvent extends Omit<CaseEvent, 'body'> {
  body: string;
}

function inTransaction<T>(db: Database.Database, work: () => T): T {
  return db.transaction(work).immediate();
}

function withCaseDatabase<T>(record: EventCase, work: (db: Database.Database) => T): T {
  const path = join(record.folder, databaseName);
  try {
    // the engine gives its log the rights of the file
    closeSync(openSync(path, 'a', 0o600));
    const db = connectEncrypted(path, record.key, { busyTimeoutMs, cacheKilobytes });
    try {
      // what is committed outlives a power cut
      db.pragma('synchronous = FULL');
      db.exec(schema);
      return work(db);
    } finally {
      db.close();
    }
  } catch (error) {
    throw told(error, record.case);
  }
}

/** What the engine or the file system says, as one of our errors; it never quotes what was stored. */
function told(error: unknown, id: string): unknown {
  const { code = '' } = error as { code?: string };
  const what = `the record of events of the case ${id}`;
  // the folder was there when the case was found
  if (code === 'ENOENT') return caseGone(id, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new TocsinError('CASE_BUSY', `another process is writing into ${what}`, { cause: error });
  if (/^(?:SQLITE_(?:FULL|CANTOPEN|READONLY)|EACCES|ENOSPC|EROFS)/u.test(code))
    return new TocsinError('HOME_NOT_WRITABLE', `cannot write ${what}`, { cause: error });
  if (error instanceof Database.SqliteError)
    return new TocsinError('CASE_DAMAGED', `${what} is damaged`, { cause: error });
  return error;
}
