// The whole ledger, row by row, for whoever checks it. In: an open ledger, within one reading. Out: sends with what
// happened to each, recipients with their sends. Nothing is held but one of them.

import type Database from 'better-sqlite3-multiple-ciphers';
import { eventsBySend, type StoredEvent } from './event-rows.ts';
import type { Channel, RecipientState, SendState } from './send-states.ts';

export interface SendHistory {
  send: number;
  plan: number;
  channel: Channel;
  state: SendState;
  attempts: number;
  /** In the order in which they happened. */
  events: StoredEvent[];
}

export interface RecipientSends {
  recipient: number;
  plan: number;
  state: RecipientState;
  channels: string;
  hasReason: boolean;
  sends: SendState[];
}

/** In the order of their numbers. `strayEvents`: of no send. */
export function* sendHistories(db: Database.Database): Generator<SendHistory, { strayEvents: number }> {
  const sends = db
    .prepare('SELECT send, plan, channel, state, attempts FROM send ORDER BY send')
    .iterate() as IterableIterator<Omit<SendHistory, 'events'>>;
  const events = eventsBySend(db);
  let strayEvents = 0;
  let next = events.next();
  for (const send of sends) {
    const own: StoredEvent[] = [];
    for (; !next.done && next.value.send <= send.send; next = events.next())
      if (next.value.send === send.send) own.push(next.value);
      else strayEvents++;
    yield { ...send, events: own };
  }
  for (; !next.done; next = events.next()) strayEvents++;
  return { strayEvents };
}

/** In the order of their numbers. */
export function* recipientSends(db: Database.Database): Generator<RecipientSends> {
  const rows = db
    .prepare(
      `SELECT recipient, recipient.plan AS "plan", recipient.state AS "state", channels,
         why IS NOT NULL AS "hasReason", send.state AS "send"
       FROM recipient LEFT JOIN send USING (recipient) ORDER BY recipient`,
    )
    .iterate() as IterableIterator<
    Omit<RecipientSends, 'sends' | 'hasReason'> & { hasReason: number; send: SendState | null }
  >;
  let current: RecipientSends | null = null;
  for (const { send, hasReason, ...row } of rows) {
    if (current?.recipient !== row.recipient) {
      if (current !== null) yield current;
      current = { ...row, hasReason: hasReason === 1, sends: [] };
    }
    if (send !== null) current.sends.push(send);
  }
  if (current !== null) yield current;
}

/** The highest number of a send. */
export function lastSend(db: Database.Database): number {
  return db.prepare('SELECT coalesce(max(send), 0) FROM send').pluck().get() as number;
}
