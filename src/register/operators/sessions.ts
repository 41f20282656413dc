// Who is logged in on the web. In: a user, or the token of a session. Out: a token of 32 random bytes, of which only a
// keyed hash is kept, or the user it stands for. A session ends after 12 hours, after 30 minutes without use, with its
// user, and when somebody ends it.

import { createHmac, randomBytes } from 'node:crypto';
import type { InstanceHome } from '../../store/index.ts';
import {
  deleteOldSessions,
  deleteSession,
  insertSession,
  readSession,
  type RegisterDatabase,
  touchSession,
} from '../../store/register/index.ts';
import type { User } from '../users.ts';
import { operatorOf, userOf } from './operator.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

export const sessionMs = 12 * 60 * 60 * 1000;
const idleMs = 30 * 60 * 1000;
/** A session is written to at most this often. */
const touchMs = 60 * 1000;
/** How far a clock may be put back under a session. */
const clockStepMs = 10 * 60 * 1000;
const tokenBytes = 32;

export interface Session {
  user: User;
  operator: string;
  tokenHash: Buffer;
  /** What forms of this session carry: another site cannot know it. */
  formToken: string;
}

/** The token, base64url. */
export async function beginSession(register: Register, user: User, now: number): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url');
  await deleteOldSessions(register, {
    begunBefore: now - sessionMs,
    seenBefore: now - idleMs,
    now: now + clockStepMs,
  });
  await insertSession(register, {
    token_hash: keyed(register, 'session', token),
    operator: operatorOf(user),
    begun_at: now,
    seen_at: now,
  });
  return token;
}

/** Null where there is none, or none any more. */
export async function findSession(
  { home, register }: { home: InstanceHome; register: Register },
  token: string,
  now: number,
): Promise<Session | null> {
  const tokenHash = keyed(register, 'session', token);
  const row = await readSession(register, tokenHash);
  if (!row) return null;
  const isOver =
    now - row.begun_at > sessionMs || now - row.seen_at > idleMs || row.begun_at - now > clockStepMs;
  const user = isOver ? null : userOf(home, row.operator);
  if (!user) {
    await deleteSession(register, tokenHash);
    return null;
  }
  if (Math.abs(now - row.seen_at) > touchMs) await touchSession(register, tokenHash, now);
  return {
    user,
    operator: row.operator,
    tokenHash,
    formToken: keyed(register, 'form', token).toString('base64url'),
  };
}

/** Whether there was such a session. */
export function endSession(register: Register, tokenHash: Buffer): Promise<boolean> {
  return deleteSession(register, tokenHash);
}

function keyed({ secrets }: Register, purpose: string, token: string): Buffer {
  return createHmac('sha256', secrets('token')).update(`${purpose}\0${token}`).digest();
}
