// How many recipients of a plan are told, open or beyond reach, by what they are told and why. In: an open ledger. Out:
// counts; and those beyond reach, by the batch.

import type Database from 'better-sqlite3-multiple-ciphers';
import type { RecipientState } from './send-states.ts';

export interface CountedRecipients {
  variant: number;
  state: RecipientState;
  why: string | null;
  count: number;
}

/** Goes over all of them once. */
export function countRecipients(db: Database.Database, plan: number): CountedRecipients[] {
  return db
    .prepare(
      `SELECT variant, state, why, count(*) AS count FROM recipient WHERE plan = ?
       GROUP BY variant, state, why ORDER BY variant, state, why`,
    )
    .all(plan) as CountedRecipients[];
}

export interface UnreachableRecipient {
  recipient: number;
  person: number;
  variant: number;
  why: string | null;
  name: string | null;
  customer: string | null;
  salt: number;
}

/** With a number above `after`, in order. */
export function unreachableRecipients(
  db: Database.Database,
  plan: number,
  { after, most }: { after: number; most: number },
): UnreachableRecipient[] {
  return db
    .prepare(
      `SELECT recipient, person, variant, why, name, customer, salt FROM recipient
       WHERE recipient > ? AND plan = ? AND state = 'unreachable' ORDER BY recipient LIMIT ?`,
    )
    .all(after, plan, most) as UnreachableRecipient[];
}
