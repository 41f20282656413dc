// One-time links at rest: the hash of a token, what it is for, a sealed body. In: an open register. Out: rows. Taking
// one is a single statement: of two that take at once one gets it.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface LinkRow {
  purpose: string;
  sealed: Buffer;
  made_at: number;
  valid_until: number;
  taken_at: number | null;
}

/** One that is there stays as it is. */
export async function insertLink(
  { rows }: Register,
  link: { token_hash: Buffer; purpose: string; sealed: Buffer; made_at: number; valid_until: number },
  db: RegisterRows = rows,
): Promise<void> {
  await db
    .insertInto('one_time_link')
    .values(link)
    .onConflict((on) => on.column('token_hash').doNothing())
    .execute();
}

export async function readLink(
  { rows }: Register,
  tokenHash: Buffer,
  db: RegisterRows = rows,
): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('one_time_link')
    .select(['purpose', 'sealed', 'made_at', 'valid_until', 'taken_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether it was there to be taken. Its body is gone with that. */
export async function markLinkTaken(
  { rows }: Register,
  tokenHash: Buffer,
  now: number,
  db: RegisterRows = rows,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('one_time_link')
    .set({ taken_at: now, sealed: Buffer.alloc(0) })
    .where('token_hash', '=', tokenHash)
    .where('taken_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteLinks({ rows }: Register, endedBefore: number): Promise<void> {
  await rows.deleteFrom('one_time_link').where('valid_until', '<', endedBefore).execute();
}
