// Which e-mails are to be sent, and what is needed to write each. In: an open ledger. Out: counts by receiving domain, and
// sends of one domain by the batch, so that nothing is held for all.

import type Database from 'better-sqlite3-multiple-ciphers';

export interface OpenDomain {
  domain: number;
  name: string;
  plan: number;
  /** Sends that are planned. */
  sends: number;
  /** When the first of them is due, ms. */
  dueAt: number;
}

export interface DueSend {
  send: number;
  recipient: number;
  dueAt: number;
  attempts: number;
  variant: number;
  name: string | null;
  addressee: string | null;
  email: string;
  salt: number;
}

/** Behind which send of a domain the next batch begins. */
export interface DueCursor {
  dueAt: number;
  send: number;
}

export const firstDue: DueCursor = { dueAt: -1, send: 0 };

const isPlannedMail = `send.plan = ? AND send.channel = 'e' AND send.state = 'planned'`;

/** Goes over the index of open sends once. */
export function openDomains(db: Database.Database, plan: number): OpenDomain[] {
  return db
    .prepare(
      `SELECT domain, name, plan, sends, "dueAt" FROM (
         SELECT domain, plan, count(*) AS "sends", min(due_at) AS "dueAt" FROM send
         WHERE ${isPlannedMail} GROUP BY domain) JOIN domain USING (domain)`,
    )
    .all(plan) as OpenDomain[];
}

/** How many of a domain are due by `now`, counted no further than `most`; when the first of the others is, else null. */
export function countDue(
  db: Database.Database,
  { plan, domain }: Pick<OpenDomain, 'plan' | 'domain'>,
  { after, now, most }: { after: DueCursor; now: number; most: number },
): { due: number; next: number | null } {
  const { due, next } = statementsOf(db);
  return {
    due: due.get(plan, domain, after.dueAt, after.send, now, most) as number,
    next: (next.get(plan, domain, now) as number | undefined) ?? null,
  };
}

/** In the order in which they are due. */
export function dueSends(
  db: Database.Database,
  { plan, domain }: Pick<OpenDomain, 'plan' | 'domain'>,
  { after, now, most }: { after: DueCursor; now: number; most: number },
): DueSend[] {
  return statementsOf(db).sends.all(plan, domain, after.dueAt, after.send, now, most) as DueSend[];
}

/** Asked for every few mails: prepared once. */
function prepare(db: Database.Database) {
  const ofDomain = `SELECT due_at FROM send WHERE ${isPlannedMail} AND domain = ?`;
  return {
    due: db
      .prepare(`SELECT count(*) FROM (${ofDomain} AND (due_at, send) > (?, ?) AND due_at <= ? LIMIT ?)`)
      .pluck(),
    next: db.prepare(`${ofDomain} AND due_at > ? ORDER BY due_at LIMIT 1`).pluck(),
    sends: db.prepare(
      `SELECT send, recipient, due_at AS "dueAt", attempts, variant, name, addressee, email, salt
       FROM send JOIN recipient USING (recipient)
       WHERE ${isPlannedMail} AND domain = ? AND (due_at, send) > (?, ?) AND due_at <= ?
       ORDER BY due_at, send LIMIT ?`,
    ),
  };
}

const prepared = new WeakMap<Database.Database, ReturnType<typeof prepare>>();

function statementsOf(db: Database.Database): ReturnType<typeof prepare> {
  const known = prepared.get(db) ?? prepare(db);
  prepared.set(db, known);
  return known;
}

/** When the first e-mail of a plan is due that is planned; null where none is. */
export function nextMailDue(db: Database.Database, plan: number): number | null {
  const dues = openDomains(db, plan).map(({ dueAt }) => dueAt);
  return dues.length === 0 ? null : dues.reduce((first, due) => Math.min(first, due));
}

/** E-mails that are leased, by which connection: while nobody sends, what a stopped run left without an answer. */
export function leasedMails(
  db: Database.Database,
  plan: number,
): { send: number; connection: number | null }[] {
  const sends = db
    .prepare(`SELECT send FROM send WHERE plan = ? AND channel = 'e' AND state = 'leased' ORDER BY send`)
    .pluck()
    .all(plan) as number[];
  const connection = db
    .prepare(`SELECT connection FROM event WHERE send = ? AND what = 'leased' ORDER BY event DESC LIMIT 1`)
    .pluck();
  return sends.map((send) => ({ send, connection: connection.get(send) as number | null }));
}
