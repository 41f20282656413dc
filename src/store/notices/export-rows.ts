// The ledger as it is handed to a dossier: every recipient with his sends, every event. In: an open ledger. Out: rows, one
// after the other, as they were at one moment; nothing is held but one.

import type { Notices } from './open-notices.ts';

type Ledger = Notices['db'];

/** One recipient and one of his sends; of whom nothing was sent, one row without. */
export interface LedgerRow {
  recipient: number;
  plan: number;
  person: number;
  variant: number;
  salt: number;
  recipientState: string;
  why: string | null;
  send: number | null;
  channel: string | null;
  state: string | null;
  attempts: number | null;
  /** ms since 1970: when it was last handed over, and of its last change. */
  handedAt: number | null;
  at: number | null;
  code: string | null;
  reply: string | null;
}

/** How somebody is reached: never without a seal in a file. */
export interface ContactRow {
  recipient: number;
  person: number;
  name: string | null;
  addressee: string | null;
  email: string | null;
  phone: string | null;
  lines: string | null;
  country: string | null;
  customer: string | null;
}

export interface ApprovalRow {
  plan: number;
  who: string;
  /** ISO 8601. */
  at: string;
  sha256: string;
}

/** All readings within see the ledger of one moment; whoever sends meanwhile is not held up. */
export function inOneReading<T>(db: Ledger, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('COMMIT');
  }
}

const rows = `
  SELECT recipient.recipient, recipient.plan, person, variant, salt, recipient.state AS "recipientState", why,
    send.send, send.channel, send.state, attempts, send.at, send.code, send.reply,
    (SELECT max(event.at) FROM event WHERE event.send = send.send AND what = 'handed') AS "handedAt"
  FROM recipient LEFT JOIN send USING (recipient)`;

export function ledgerRows(db: Ledger): IterableIterator<LedgerRow> {
  return db
    .prepare(`${rows} ORDER BY recipient.recipient, send.send`)
    .iterate() as IterableIterator<LedgerRow>;
}

/** Of one recipient. */
export function ledgerRowsOf(db: Ledger, recipient: number): LedgerRow[] {
  return db.prepare(`${rows} WHERE recipient.recipient = ? ORDER BY send.send`).all(recipient) as LedgerRow[];
}

export function contactRows(db: Ledger): IterableIterator<ContactRow> {
  return db
    .prepare(
      `SELECT recipient, person, name, addressee, email, phone, lines, country, customer FROM recipient
       ORDER BY recipient`,
    )
    .iterate() as IterableIterator<ContactRow>;
}

export function allApprovals(db: Ledger): ApprovalRow[] {
  return db.prepare('SELECT plan, who, at, sha256 FROM approval ORDER BY plan, at').all() as ApprovalRow[];
}

/** ms since 1970: when the first and the last notice that reached somebody was handed over; null where none was. */
export function handedSpan(db: Ledger): { from: number; to: number } | null {
  const { from, to } = db
    .prepare(`SELECT min(at) AS "from", max(at) AS "to" FROM event WHERE what = 'handed'`)
    .get() as { from: number | null; to: number | null };
  return from === null || to === null ? null : { from, to };
}
