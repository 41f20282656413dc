// `POST domainverification/…`: a key's account proves that a domain is its own, by a TXT record or a mail to one of the
// addresses that only a domain's keepers read. In: JSON with `DomainName`. Out: the record, or nothing but the status;
// these endpoints tell errors by `message` alone.

import { isWithinLimits, mailLimits } from '../../lookup/index.ts';
import {
  type ApiKey,
  domainName,
  generateToken,
  sendVerificationMail,
  verifyDns,
} from '../../register/index.ts';
import { type ApiAnswer, bareMessage, okEmpty, okJson, tooMany } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

export type VerificationName =
  | 'domainverification/generatednstoken'
  | 'domainverification/verifydnstoken'
  | 'domainverification/sendemail';

const invalidJson = bareMessage(400, 'The request body is not valid JSON.');
const noDomain = bareMessage(400, 'No domainName field was passed in the request body.');
const noAlias = bareMessage(400, 'No emailAlias field was passed in the request body.');
const invalidDomain = bareMessage(400, 'The domain name is invalid.');
const invalidAlias = bareMessage(
  400,
  'The emailAlias is none of admin, hostmaster, info, security and webmaster.',
);
const alreadyVerified = bareMessage(400, 'The domain is already verified.');
const noNameServer = bareMessage(503, 'The name server did not answer. Try again later.');

export async function verifyDomain(
  { context: { register, now }, resolveTxt }: ApiSources,
  { account }: ApiKey,
  name: VerificationName,
  body: string,
): Promise<ApiAnswer> {
  const fields = fieldsOf(body);
  if (fields === null) return invalidJson;
  const domain = fields.get('domainname');
  if (domain === undefined) return noDomain;
  const claim = { account, domain, now: now().getTime() };
  if (name === 'domainverification/generatednstoken') {
    const made = await generateToken(register, claim);
    if (made.state !== 'token') return made.state === 'invalidDomain' ? invalidDomain : alreadyVerified;
    return okJson(JSON.stringify({ txtRecordValue: made.txtRecordValue }));
  }
  if (name === 'domainverification/verifydnstoken') {
    const checked = await verifyDns(register, claim, resolveTxt).catch(nameServerAway);
    if (checked === null) return noNameServer;
    if (checked.state === 'notFound') return bareMessage(404, checked.message);
    return checked.state === 'verified' ? okEmpty() : invalidDomain;
  }
  const alias = fields.get('emailalias');
  if (alias === undefined) return noAlias;
  // whoever has a key may name any domain: its mailboxes are not to be filled by it
  const limit = mailLimits.domain(`${alias.toLowerCase()}@${domainName(domain) ?? ''}`);
  if (!(await isWithinLimits(register, { count: [limit], now: claim.now })))
    return tooMany(Math.ceil((limit.perMs - (claim.now % limit.perMs)) / 1000));
  const { state } = await sendVerificationMail(register, { ...claim, alias });
  return state === 'sent' ? okEmpty() : { invalidDomain, invalidAlias, alreadyVerified }[state];
}

/** Texts of an object by their names in lower case; null for what is no object. */
function fieldsOf(body: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return new Map(texts.map(([name, text]) => [name.toLowerCase(), text.trim()]));
}

/** Errors of the name server; those of the register go on. */
function nameServerAway(error: unknown): null {
  if ((error as { syscall?: string }).syscall === 'queryTxt') return null;
  throw error;
}
