// Sends of a channel that goes out as a list or message by message: texts, calls. In: an open ledger, a plan. Out: sends by
// the batch, with what is needed to write each; nothing is held for all.

import type Database from 'better-sqlite3-multiple-ciphers';
import type { Channel } from './send-states.ts';

export interface ChannelSend {
  send: number;
  recipient: number;
  attempts: number;
  /** ms. */
  dueAt: number;
  variant: number;
  name: string | null;
  addressee: string | null;
  phone: string | null;
  country: string | null;
  salt: number;
}

/** Behind which send the next batch begins. */
export interface ChannelCursor {
  dueAt: number;
  send: number;
}

export const firstOfChannel: ChannelCursor = { dueAt: -1, send: 0 };

const columns = `send, recipient, attempts, due_at AS "dueAt", variant, name, addressee, phone, country, salt`;

/** Planned ones that are due by `now`, in the order in which they are. */
export function dueOfChannel(
  db: Database.Database,
  { plan, channel }: { plan: number; channel: Channel },
  { after, now, most }: { after: ChannelCursor; now: number; most: number },
): ChannelSend[] {
  return db
    .prepare(
      `SELECT ${columns} FROM send JOIN recipient USING (recipient)
       WHERE send.plan = ? AND channel = ? AND send.state = 'planned' AND domain IS NULL
         AND (due_at, send) > (?, ?) AND due_at <= ?
       ORDER BY due_at, send LIMIT ?`,
    )
    .all(plan, channel, after.dueAt, after.send, now, most) as ChannelSend[];
}

/** How many are planned, and when the first of them is due. */
export function plannedOfChannel(
  db: Database.Database,
  { plan, channel }: { plan: number; channel: Channel },
): { sends: number; dueAt: number | null } {
  return db
    .prepare(
      `SELECT count(*) AS sends, min(due_at) AS "dueAt" FROM send
       WHERE plan = ? AND channel = ? AND state = 'planned'`,
    )
    .get(plan, channel) as { sends: number; dueAt: number | null };
}

/** Those that were leased after an event and are so still, by their numbers. */
export function leasedAfter(
  db: Database.Database,
  { plan, channel, event }: { plan: number; channel: Channel; event: number },
  { after, most }: { after: number; most: number },
): ChannelSend[] {
  return db
    .prepare(
      `SELECT ${columns} FROM send JOIN recipient USING (recipient)
       WHERE send.plan = ? AND channel = ? AND send.state = 'leased' AND send > ?
         AND EXISTS (SELECT 1 FROM event WHERE event.send = send.send AND event > ? AND what = 'leased')
       ORDER BY send LIMIT ?`,
    )
    .all(plan, channel, after, event, most) as ChannelSend[];
}

/** Of a recipient, over a channel; null where there is none. */
export function sendOfRecipient(
  db: Database.Database,
  { recipient, channel }: { recipient: number; channel: Channel },
): { send: number; state: string; attempts: number } | null {
  const found = db
    .prepare('SELECT send, state, attempts FROM send WHERE recipient = ? AND channel = ?')
    .get(recipient, channel);
  return (found ?? null) as { send: number; state: string; attempts: number } | null;
}
