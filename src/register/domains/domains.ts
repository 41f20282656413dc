// Whose a domain is: an account of API keys says so, and proves it by a TXT record, a file, a meta tag, or a mail to one
// of the addresses that only its keepers read. In: the account, the domain, and how the world is asked. Out: verified or
// why not. Names and texts are those of Have I Been Pwned's API.

import { randomInt } from 'node:crypto';
import {
  claimDomain,
  deleteClaim,
  domainClaim,
  markDomainVerified,
  openJson,
  type RegisterDatabase,
  sealJson,
  verifiedClaims,
} from '../../store/register/index.ts';
import { linkValidMs, type MailLanguage, orderMail } from '../mail-orders/mail-order.ts';
import { type LinkAnswer, takeLink } from '../one-time-links/one-time-links.ts';
import { domainName } from './domain-name.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

export type DomainMethod = 'dns' | 'file' | 'meta' | 'mail';

export const domainAliases = ['admin', 'hostmaster', 'info', 'security', 'webmaster'] as const;

export type DomainAlias = (typeof domainAliases)[number];

export interface VerifiedDomain {
  account: number;
  domain: string;
  method: DomainMethod;
  verifiedAt: number;
  /** Where reports go; null: nowhere. */
  contact: string | null;
}

export type TokenAnswer =
  | { state: 'token'; txtRecordValue: string }
  | { state: 'invalidDomain' | 'alreadyVerified' };

/** The same token as long as the domain is not verified. */
export async function generateToken(
  register: Register,
  { account, domain, now }: { account: number; domain: string; now: number },
): Promise<TokenAnswer> {
  const name = domainName(domain);
  if (name === null) return { state: 'invalidDomain' };
  const claim = await claimDomain(register, { account, domain: name, token: newToken(), made_at: now });
  if (claim.verified_at !== null) return { state: 'alreadyVerified' };
  return { state: 'token', txtRecordValue: recordOf(claim.token) };
}

/** `message`: as it goes over the wire. */
export type VerifyAnswer =
  | { state: 'verified' }
  | { state: 'invalidDomain' }
  | { state: 'notFound'; message: string };

/** `unreached`: nobody can tell whether the proof is there. */
export type VerifyPageAnswer = VerifyAnswer | { state: 'unreached'; message: string };

/** The records of a name; rejects where the name server cannot be reached, empty where it has none. */
export type ResolveTxt = (domain: string) => Promise<string[]>;

export async function verifyDns(
  register: Register,
  { account, domain, now }: { account: number; domain: string; now: number },
  resolveTxt: ResolveTxt,
): Promise<VerifyAnswer> {
  const name = domainName(domain);
  if (name === null) return { state: 'invalidDomain' };
  const records = (await resolveTxt(name)).filter((record) => record.startsWith(recordStart));
  if (records.length === 0)
    return { state: 'notFound', message: 'No hibp-verify TXT records were found on the domain.' };
  const claim = await claimDomain(register, { account, domain: name, token: newToken(), made_at: now });
  const expected = recordOf(claim.token);
  if (records.some((record) => record.trim() === expected))
    return verified(register, { account, domain: name, method: 'dns', now });
  const shown = records.slice(0, mostShown).map((record) => record.slice(0, longestShown));
  const message = `Expected a TXT record of ${expected} but instead found ${shown.join(', ')}`;
  return { state: 'notFound', message };
}

/** `why`: for whoever asked for it; without address or name. */
export type FetchedPage =
  | { state: 'page'; text: string }
  | { state: 'none'; why: string }
  | { state: 'unreached'; why: string };

/** A page on the domain, over HTTPS. */
export type FetchPage = (url: string) => Promise<FetchedPage>;

/** By the file `/hibp-verification.txt`, or the tag in the page at `/`: each holds the token or the whole record. */
export async function verifyPage(
  register: Register,
  { account, domain, method, now }: { account: number; domain: string; method: 'file' | 'meta'; now: number },
  fetchPage: FetchPage,
): Promise<VerifyPageAnswer> {
  const name = domainName(domain);
  if (name === null) return { state: 'invalidDomain' };
  const { token } = await claimDomain(register, { account, domain: name, token: newToken(), made_at: now });
  const page = await fetchPage(`https://${name}/${method === 'file' ? 'hibp-verification.txt' : ''}`);
  if (page.state === 'unreached')
    return { state: 'unreached', message: `The domain was not reached: ${page.why}.` };
  const text = page.state === 'page' ? page.text : '';
  const found = method === 'file' ? [text.trim()] : metaContents(text);
  if (found.some((one) => one === token || one === recordOf(token)))
    return verified(register, { account, domain: name, method, now });
  const what = method === 'file' ? 'file /hibp-verification.txt' : 'meta tag hibp-verification';
  const why = page.state === 'none' ? `: ${page.why}` : '';
  return { state: 'notFound', message: `No ${what} with this token was found on the domain${why}.` };
}

/** What the link of the mail is about. */
export interface AskedDomain {
  account: number;
  domain: string;
  alias: DomainAlias;
}

export type MailAnswer = { state: 'sent' } | { state: 'invalidDomain' | 'invalidAlias' | 'alreadyVerified' };

export async function sendVerificationMail(
  register: Register,
  {
    account,
    domain,
    alias,
    language = 'en',
    now,
  }: {
    account: number;
    domain: string;
    alias: string;
    language?: MailLanguage;
    now: number;
  },
): Promise<MailAnswer> {
  const name = domainName(domain);
  if (name === null) return { state: 'invalidDomain' };
  const known = domainAliases.find((one) => one === alias.trim().toLowerCase());
  if (known === undefined) return { state: 'invalidAlias' };
  const claim = await claimDomain(register, { account, domain: name, token: newToken(), made_at: now });
  if (claim.verified_at !== null) return { state: 'alreadyVerified' };
  const body: AskedDomain = { account, domain: name, alias: known };
  const link = { purpose: 'domain', body, validMs: linkValidMs.answer } as const;
  await orderMail(register, { mail: 'domain', to: `${known}@${name}`, language, domain: name, link }, now);
  return { state: 'sent' };
}

/** By a POST of the page behind the mail's link. Reports go to the address that the mail went to. */
export async function approveDomain(
  register: Register,
  { token, now }: { token: string; now: number },
): Promise<LinkAnswer<AskedDomain>> {
  return register.rows.transaction().execute(async (db) => {
    const link = await takeLink<AskedDomain>(register, { purpose: 'domain', token, now }, db);
    if (link.state !== 'open') return link;
    const { account, domain, alias } = link.body;
    const contact = sealJson(register.secrets, 'domain contact', `${alias}@${domain}`);
    await markDomainVerified(db, { account, domain, method: 'mail', contact, now });
    return link;
  });
}

async function verified(
  register: Register,
  proof: { account: number; domain: string; method: DomainMethod; now: number },
): Promise<VerifyAnswer> {
  await markDomainVerified(register.rows, { ...proof, contact: null });
  return { state: 'verified' };
}

/** By name. `account`: null for all. */
export async function verifiedDomains(register: Register, account: number | null): Promise<VerifiedDomain[]> {
  const claims = await verifiedClaims(register, account);
  return claims.map((row) => ({
    account: row.account,
    domain: row.domain,
    method: row.method as DomainMethod,
    verifiedAt: row.verified_at!,
    contact: row.contact && openJson<string>(register.secrets, 'domain contact', row.contact),
  }));
}

export async function isVerifiedDomain(
  register: Register,
  account: number,
  domain: string,
): Promise<boolean> {
  const name = domainName(domain);
  if (name === null) return false;
  const claim = await domainClaim(register, account, name);
  return claim !== null && claim.verified_at !== null;
}

/** Whether there was one. */
export async function forgetDomain(register: Register, account: number, domain: string): Promise<boolean> {
  return deleteClaim(register, account, domainName(domain) ?? domain);
}

const recordStart = 'hibp-verify=';
const tokenSigns = 'abcdefghijklmnopqrstuvwxyz0123456789';
const tokenLength = 24;
const mostShown = 5;
const longestShown = 100;

function newToken(): string {
  return `dweb_${Array.from({ length: tokenLength }, () => tokenSigns[randomInt(tokenSigns.length)]).join('')}`;
}

function recordOf(token: string): string {
  return `${recordStart}${token}`;
}

/** Of `<meta name="hibp-verification" content="…">`, in either order of its attributes. */
function metaContents(page: string): string[] {
  return [...page.matchAll(/<meta\s[^<>]{1,500}>/giu)].flatMap(([tag]) => {
    if (!/\bname\s*=\s*["']?hibp-verification["'\s/>]/iu.test(tag)) return [];
    return /\bcontent\s*=\s*["']([^"']*)["']/iu.exec(tag)?.[1]?.trim() ?? [];
  });
}
