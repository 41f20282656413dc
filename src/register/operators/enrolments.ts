// Links by which a user of the instance adds a way to log in on the web. In: a user. Out: a token of 32 random bytes, of
// which only a keyed hash is kept; it works once, for a day, and not beside a newer one. With it goes the secret of the
// one-time codes that the link may be used for.

import { createHmac, randomBytes } from 'node:crypto';
import type { InstanceHome } from '../../store/index.ts';
import {
  openJson,
  putEnrolment,
  readEnrolment,
  type RegisterDatabase,
  type RegisterRows,
  sealJson,
  takeEnrolment,
} from '../../store/register/index.ts';
import type { User } from '../users.ts';
import { operatorOf, userOf } from './operator.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

const validMs = 24 * 60 * 60 * 1000;
const tokenBytes = 32;
/** As RFC 4226 asks for, 4. */
const codeSecretBytes = 20;

export interface Enrolment {
  user: User;
  tokenHash: Buffer;
  /** Base64, of the one-time codes. */
  codeSecret: string;
}

/** The token, base64url. */
export async function createEnrolment(register: Register, user: User, now: number): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const codeSecret = randomBytes(codeSecretBytes).toString('base64');
  await putEnrolment(register, {
    token_hash: hashOf(register, token),
    operator: operatorOf(user),
    sealed: sealJson(register.secrets, 'enrolment', { codeSecret }),
    made_at: now,
    due_at: now + validMs,
    taken_at: null,
  });
  return token;
}

/** Null where it is unknown, used, too old, or its user was removed. */
export async function lookAtEnrolment(
  { home, register }: { home: InstanceHome; register: Register },
  token: string,
  now: number,
): Promise<Enrolment | null> {
  const row = await readEnrolment(register, hashOf(register, token));
  if (!row || row.taken_at !== null || now > row.due_at) return null;
  const user = userOf(home, row.operator);
  const { codeSecret } = openJson<{ codeSecret: string }>(register.secrets, 'enrolment', row.sealed);
  return user && { user, tokenHash: row.token_hash, codeSecret };
}

/** Keeps what was enrolled and ends the link, both or neither; false where it was used meanwhile. */
export function endEnrolment(
  register: Register,
  { tokenHash }: Enrolment,
  now: number,
  keep: (db: RegisterRows) => Promise<void>,
): Promise<boolean> {
  return takeEnrolment(register, tokenHash, now, keep);
}

function hashOf({ secrets }: Register, token: string): Buffer {
  return createHmac('sha256', secrets('token')).update(`enrolment\0${token}`).digest();
}
