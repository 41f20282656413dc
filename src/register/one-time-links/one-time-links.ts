// Links in mails that do one thing once. In: what a link is for and what it is about, which rests sealed. Out: a token
// of 32 random bytes, of which only a hash is kept. Looking at a link changes nothing, as programs that check mails
// open every link; taking it works once, and of two at the same moment for one.

import { createHmac, randomBytes } from 'node:crypto';
import {
  deleteLinks,
  insertLink,
  markLinkTaken,
  openJson,
  readLink,
  type RegisterDatabase,
  type RegisterRows,
  sealJson,
} from '../../store/register/index.ts';

/** What a link does, with the part of the URL before its token. */
export const linkPaths = {
  /** Body: `{ address, language }`. Shows what this person lost. */
  statement: 'statement',
  /** Body: `{ address, language }`. Confirms a subscription. */
  subscribe: 'notify-me',
  /** Body: `{ address, language, kind }`. */
  'opt-out': 'opt-out',
  /** Body: `{ account, domain, alias }`. Approves the verification of a domain. */
  domain: 'domain',
} as const satisfies Record<string, string>;

export type LinkPurpose = keyof typeof linkPaths;

export type LinkAnswer<Body> =
  | { state: 'open'; body: Body; validUntil: number }
  | { state: 'taken' | 'ended' | 'unknown' };

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

const tokenBytes = 32;

export interface NewLink {
  purpose: LinkPurpose;
  body: unknown;
  validMs: number;
  now: number;
  /** Made before; a link that is there for it stays as it is. */
  token?: string;
}

/** The token, base64url. */
export async function createLink(
  register: Register,
  { purpose, body, validMs, now, token = randomBytes(tokenBytes).toString('base64url') }: NewLink,
  db: RegisterRows = register.rows,
): Promise<string> {
  const sealed = sealJson(register.secrets, `link ${purpose}`, body);
  const row = { token_hash: tokenHash(register, token), purpose, sealed };
  await insertLink(register, { ...row, made_at: now, valid_until: now + validMs }, db);
  return token;
}

/** Changes nothing. Whatever is no token is `unknown`. */
export async function lookAtLink<Body>(
  register: Register,
  { purpose, token, now }: { purpose: LinkPurpose; token: string; now: number },
  db: RegisterRows = register.rows,
): Promise<LinkAnswer<Body>> {
  if (!isToken(token)) return { state: 'unknown' };
  const row = await readLink(register, tokenHash(register, token), db);
  if (row === null || row.purpose !== purpose) return { state: 'unknown' };
  if (row.taken_at !== null) return { state: 'taken' };
  if (hasEnded(row, now)) return { state: 'ended' };
  const body = openJson<Body>(register.secrets, `link ${purpose}`, row.sealed);
  return { state: 'open', body, validUntil: row.valid_until };
}

/** As `lookAtLink`, and `open` only for the first who asks. `db`: the transaction of what follows from it. */
export async function takeLink<Body>(
  register: Register,
  { purpose, token, now }: { purpose: LinkPurpose; token: string; now: number },
  db: RegisterRows = register.rows,
): Promise<LinkAnswer<Body>> {
  const link = await lookAtLink<Body>(register, { purpose, token, now }, db);
  if (link.state !== 'open') return link;
  const isOurs = await markLinkTaken(register, tokenHash(register, token), now, db);
  return isOurs ? link : { state: 'taken' };
}

const keptAfterEndMs = 30 * 24 * 3_600_000;

/** Forgets links whose time was over long ago: until then a replay is told what it is. */
export async function forgetEndedLinks(register: Register, now: number): Promise<void> {
  await deleteLinks(register, now - keptAfterEndMs);
}

/** A clock that was put back to before a link was made gives nobody more time than the link had. */
function hasEnded({ made_at, valid_until }: { made_at: number; valid_until: number }, now: number): boolean {
  return now > valid_until || now < made_at - (valid_until - made_at);
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/u.test(text);
}

/** The token itself is random: the key only keeps a dump from being tried with tokens of elsewhere. */
export function tokenHash({ secrets }: Pick<Register, 'secrets'>, token: string): Buffer {
  return createHmac('sha256', secrets('token')).update(token).digest();
}
