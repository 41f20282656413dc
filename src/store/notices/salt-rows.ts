// The salts of references: which recipients a ledger has, in the order in which they came, and what tells their
// references apart. In: an open ledger. Out: typed arrays, as there may be millions; rows changed.

import type Database from 'better-sqlite3-multiple-ciphers';

export interface RecipientSalts {
  recipients: Float64Array;
  salts: Int32Array;
}

/** Of all plans: what is on paper stays true. */
export function readSalts(db: Database.Database): RecipientSalts {
  const most = db.prepare('SELECT count(*) FROM recipient').pluck().get() as number;
  const [recipients, salts] = [new Float64Array(most), new Int32Array(most)];
  let count = 0;
  for (const row of db.prepare('SELECT recipient, salt FROM recipient ORDER BY recipient').raw().iterate()) {
    if (count === most) break;
    [recipients[count], salts[count]] = row as [number, number];
    count++;
  }
  return { recipients: recipients.subarray(0, count), salts: salts.subarray(0, count) };
}

/** Of the recipients of those variants of a plan who are told, or were to be. */
export function recipientSalts(
  db: Database.Database,
  plan: number,
  variants: ReadonlySet<number>,
): RecipientSalts {
  const where = `plan = ? AND state <> 'not-told' AND variant IN (SELECT value FROM json_each(?))`;
  const wanted = [plan, JSON.stringify([...variants])] as const;
  const count = db
    .prepare(`SELECT count(*) FROM recipient WHERE ${where}`)
    .pluck()
    .get(...wanted) as number;
  const [recipients, salts] = [new Float64Array(count), new Int32Array(count)];
  const rows = db.prepare(`SELECT recipient, salt FROM recipient WHERE ${where}`).raw();
  let at = 0;
  for (const row of rows.iterate(...wanted)) {
    if (at === count) break;
    [recipients[at], salts[at]] = row as [number, number];
    at++;
  }
  return { recipients: recipients.subarray(0, at), salts: salts.subarray(0, at) };
}

/** In a transaction of the caller's. */
export function setSalts(db: Database.Database, salts: Iterable<readonly [number, number]>): void {
  const set = db.prepare<[number, number]>('UPDATE recipient SET salt = ? WHERE recipient = ?');
  for (const [recipient, salt] of salts) set.run(salt, recipient);
}
