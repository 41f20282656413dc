// Who is told, and the first attempt at it. In: an open ledger, recipients in the order of their numbers. Out: rows; many
// are written at once and read by the batch, nothing is held for all. The one who writes makes the transaction.

import { BulkInsert } from '../index.ts';
import type { Notices } from './open-notices.ts';
import { personState, type RecipientState } from './send-states.ts';

export interface StoredRecipient {
  recipient: number;
  plan: number;
  person: number;
  variant: number;
  /** Letters of channels that can be taken, best first; '' for whom nothing reaches. */
  channels: string;
  /** Why no channel is left, or why it is not the usual one. */
  why: string | null;
  name: string | null;
  addressee: string | null;
  email: string | null;
  phone: string | null;
  /** Without the name and the country. */
  lines: string[];
  country: string | null;
  customer: string | null;
  salt: number;
  state: RecipientState;
}

/** What is written of a recipient: his number and the plan's are given. */
export type NewRecipient = Omit<StoredRecipient, 'recipient' | 'plan' | 'salt'> & { salt?: number };

type Ledger = Notices['db'];

const columns = `recipient, plan, person, variant, channels, why, name, addressee, email, phone, lines, country,
  customer, salt, state`;

/** Writes recipients with their first sends and the counts of both; `end` before the transaction ends. */
export interface RecipientWriter {
  /** The recipient's number. Those of one person come one after the other. */
  add(recipient: NewRecipient, dueAt: number): number;
  end(): void;
}

export function writeRecipients(db: Ledger, plan: number, atMs: number): RecipientWriter {
  const recipients = new BulkInsert(db, `recipient (${columns})`, 15);
  const sends = new BulkInsert(db, 'send (send, plan, recipient, channel, state, domain, due_at, at)', 8);
  // with those of plans that were taken away
  const last = (table: string) =>
    db
      .prepare('SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?')
      .pluck()
      .get(table) as number;
  let [recipient, send] = [last('recipient'), last('send')];
  const domainOf = domainNumbers(db);
  const tally = createTally();
  return {
    add(row, dueAt) {
      recipient += 1;
      tally.addRecipient(row.person, row.state);
      const lines = row.lines.length === 0 ? null : row.lines.join('\n');
      recipients.add(
        recipient,
        plan,
        row.person,
        row.variant,
        row.channels,
        row.why,
        row.name,
        row.addressee,
        row.email,
        row.phone,
        lines,
        row.country,
        row.customer,
        row.salt ?? 0,
        row.state,
      );
      const channel = row.channels[0];
      if (row.state === 'open' && channel !== undefined) {
        send += 1;
        tally.add(channel, 'planned');
        const domain = channel === 'e' ? domainOf(row.email!) : null;
        sends.add(send, plan, recipient, channel, 'planned', domain, dueAt, atMs);
      }
      return recipient;
    },
    end() {
      recipients.end();
      sends.end();
      const insert = db.prepare('INSERT INTO tally (plan, what, state, count) VALUES (?, ?, ?, ?)');
      for (const [what, state, count] of tally.counts()) insert.run(plan, what, state, count);
    },
  };
}

/** Counts sends by channel, notices and people by state. */
function createTally() {
  const counts = new Map<string, number>();
  let person = -1;
  let states: RecipientState[] = [];
  const add = (what: string, state: string) => {
    const key = `${what} ${state}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const endPerson = () => {
    if (states.length > 0) add('people', personState(states));
    states = [];
  };
  return {
    add,
    addRecipient(of: number, state: RecipientState): void {
      if (of !== person) endPerson();
      person = of;
      states.push(state);
      add('notices', state);
    },
    counts(): [what: string, state: string, count: number][] {
      endPerson();
      return [...counts].map(([key, count]) => [...(key.split(' ') as [string, string]), count]);
    },
  };
}

/** Gives the number of an address's domain, which is entered with its first use. */
export function domainNumbers(db: Ledger): (email: string) => number {
  const known = new Map(
    db.prepare('SELECT name, domain FROM domain').raw().iterate() as Iterable<[string, number]>,
  );
  const insert = db.prepare('INSERT INTO domain (name) VALUES (?)');
  return (email) => {
    const name = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    let domain = known.get(name);
    if (domain === undefined) known.set(name, (domain = Number(insert.run(name).lastInsertRowid)));
    return domain;
  };
}

type RecipientRow = Omit<StoredRecipient, 'lines'> & { lines: string | null };

function recipientFrom(row: RecipientRow): StoredRecipient {
  return { ...row, lines: row.lines === null ? [] : row.lines.split('\n') };
}

export function recipientOf(db: Ledger, recipient: number): StoredRecipient | null {
  const row = db.prepare(`SELECT ${columns} FROM recipient WHERE recipient = ?`).get(recipient);
  return row === undefined ? null : recipientFrom(row as RecipientRow);
}

/** Recipients of a plan with a number above `after`, in order; fewer than `most` only at the end. */
export function recipientsBatch(db: Ledger, plan: number, after: number, most: number): StoredRecipient[] {
  const rows = db
    .prepare(`SELECT ${columns} FROM recipient WHERE recipient > ? AND plan = ? ORDER BY recipient LIMIT ?`)
    .all(after, plan, most) as RecipientRow[];
  return rows.map(recipientFrom);
}
