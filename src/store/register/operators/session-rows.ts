// Who is logged in, and the challenges that a log-in by passkey answers. In: an open register, hashes of tokens. Out:
// rows. What is taken is taken by one statement: of two that try at once one gets it.

import type { RegisterDatabase } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface SessionRow {
  token_hash: Buffer;
  operator: string;
  begun_at: number;
  seen_at: number;
}

export async function insertSession({ rows }: Register, session: SessionRow): Promise<void> {
  await rows.insertInto('session').values(session).execute();
}

export async function readSession({ rows }: Register, tokenHash: Buffer): Promise<SessionRow | null> {
  const row = await rows
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

export async function touchSession({ rows }: Register, tokenHash: Buffer, now: number): Promise<void> {
  await rows.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
}

/** The latest first. */
export async function listSessions({ rows }: Register): Promise<SessionRow[]> {
  return rows.selectFrom('session').selectAll().orderBy('begun_at', 'desc').execute();
}

export async function deleteSession({ rows }: Register, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteSessionsOf({ rows }: Register, operator: string): Promise<number> {
  const { numDeletedRows } = await rows
    .deleteFrom('session')
    .where('operator', '=', operator)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Those begun or last seen too long ago, or in a time that is still to come. */
export async function deleteOldSessions(
  { rows }: Register,
  { begunBefore, seenBefore, now }: { begunBefore: number; seenBefore: number; now: number },
): Promise<void> {
  await rows
    .deleteFrom('session')
    .where((where) =>
      where.or([
        where('begun_at', '<', begunBefore),
        where('seen_at', '<', seenBefore),
        where('begun_at', '>', now),
      ]),
    )
    .execute();
}

export async function insertChallenge(
  { rows }: Register,
  challenge: { challenge_hash: Buffer; made_at: number; due_at: number },
): Promise<void> {
  await rows.insertInto('challenge').values(challenge).execute();
}

/** Whether it was there, and not too old. */
export async function takeChallenge(
  { rows }: Register,
  challengeHash: Buffer,
  now: number,
): Promise<boolean> {
  const taken = await rows
    .deleteFrom('challenge')
    .where('challenge_hash', '=', challengeHash)
    .returning(['due_at', 'made_at'])
    .executeTakeFirst();
  return taken !== undefined && now <= taken.due_at;
}

export async function deleteOldChallenges({ rows }: Register, now: number): Promise<void> {
  await rows.deleteFrom('challenge').where('due_at', '<', now).execute();
}
