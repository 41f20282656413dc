// What came back for mails: which reports were taken in, and the mails that a report may be about. In: an open ledger. Out:
// rows; whoever takes reports in makes the transaction.

import type { Notices } from './open-notices.ts';
import type { Channel, SendState } from './send-states.ts';

type Ledger = Notices['db'];

export interface ReturnedSend {
  send: number;
  recipient: number;
  channel: Channel;
  state: SendState;
  /** The receiving domain of an e-mail. */
  domain: { domain: number; name: string } | null;
  /** How often it was handed over. */
  timesHanded: number;
}

export interface ReturnedRows {
  /** Null where the ledger has no send of that number. */
  sendOf(send: number): ReturnedSend | null;
  /** False where a report of that digest was taken in before. */
  keep(digest: Buffer, send: number, what: string): boolean;
  /** No channel is left for the recipient. */
  isUnreachable(send: ReturnedSend): boolean;
}

export function returnedRows(db: Ledger): ReturnedRows {
  const sendOf = db.prepare<[number]>(
    `SELECT send, recipient, channel, state, domain, name,
       (SELECT count(*) FROM event WHERE event.send = send.send AND what = 'handed') AS "timesHanded"
     FROM send LEFT JOIN domain USING (domain) WHERE send = ?`,
  );
  const keep = db.prepare<[Buffer, number, string]>(
    'INSERT OR IGNORE INTO returned (digest, send, what) VALUES (?, ?, ?)',
  );
  const unreachable = db
    .prepare<[number]>(`SELECT state = 'unreachable' FROM recipient WHERE recipient = ?`)
    .pluck();
  return {
    sendOf(send) {
      const row = sendOf.get(send) as
        | (Omit<ReturnedSend, 'domain'> & { domain: number | null; name: string | null })
        | undefined;
      if (row === undefined) return null;
      const { domain, name, ...rest } = row;
      return { ...rest, domain: domain === null ? null : { domain, name: name! } };
    },
    keep: (digest, send, what) => keep.run(digest, send, what).changes > 0,
    isUnreachable: ({ recipient }) => unreachable.get(recipient) === 1,
  };
}

/**
 * By address in lower case: the only e-mail to it that was handed over and of which nothing is known since; null where
 * there are several. Goes over all of them once, whatever is asked for.
 */
export function findHanded(db: Ledger, addresses: ReadonlySet<string>): Map<string, number | null> {
  const found = new Map<string, number | null>();
  const rows = db
    .prepare(
      `SELECT send, email FROM send JOIN recipient USING (recipient)
       WHERE send.channel = 'e' AND send.state = 'handed'`,
    )
    .raw()
    .iterate() as Iterable<[number, string]>;
  for (const [send, email] of rows) {
    const address = email.toLowerCase();
    if (addresses.has(address)) found.set(address, found.has(address) ? null : send);
  }
  return found;
}

export interface SpentContact {
  channel: Channel;
  email: string | null;
  /** With line breaks between. */
  lines: string | null;
}

/** By what a recipient was not reached, or by what he was and complained. */
export function createSpentContacts(db: Ledger): (recipient: number) => SpentContact[] {
  const rows = db.prepare<[number]>(
    `SELECT channel, email, lines FROM send JOIN recipient USING (recipient)
     WHERE recipient = ? AND send.state IN ('bounced', 'complained')`,
  );
  return (recipient) => rows.all(recipient) as SpentContact[];
}
