// What happened to sends, as it was entered. In: an open ledger. Out: events in the order in which they happened. They are
// never changed; whoever changes a send enters them (send-rows.ts).

import type Database from 'better-sqlite3-multiple-ciphers';
import type { SendEvent } from './send-states.ts';

export interface StoredEvent {
  event: number;
  send: number;
  /** ms since 1970. */
  at: number;
  what: SendEvent;
  /** Of the mail server, numbered within one run. */
  connection: number | null;
  code: string | null;
  reply: string | null;
}

const columns = 'event, send, at, what, connection, code, reply';

export function eventsOf(db: Database.Database, send: number): StoredEvent[] {
  return db.prepare(`SELECT ${columns} FROM event WHERE send = ? ORDER BY event`).all(send) as StoredEvent[];
}

/** All, by send and within each by moment; read while nothing else is done with the database. */
export function eventsBySend(db: Database.Database): IterableIterator<StoredEvent> {
  return db
    .prepare(`SELECT ${columns} FROM event ORDER BY send, event`)
    .iterate() as IterableIterator<StoredEvent>;
}

/** The number of the last event. */
export function lastEvent(db: Database.Database): number {
  return db.prepare('SELECT coalesce(max(event), 0) FROM event').pluck().get() as number;
}

/** How often a send of the plan may have been handed over without an answer. */
export function countUncertain(db: Database.Database, plan: number): number {
  return db
    .prepare(
      `SELECT count(*) FROM event CROSS JOIN send USING (send) WHERE event.what = 'uncertain' AND send.plan = ?`,
    )
    .pluck()
    .get(plan) as number;
}

/** Mails that a server took between two moments, the last ones: it goes back from the last event. */
export function mailsHandedSince(db: Database.Database, since: number): number {
  const rows = db.prepare('SELECT at, what, connection FROM event ORDER BY event DESC').raw();
  let count = 0;
  for (const row of rows.iterate()) {
    const [at, what, connection] = row as [number, SendEvent, number | null];
    if (at < since) break;
    if (what === 'handed' && connection !== null) count++;
  }
  return count;
}
