// Domains and their proofs, as the command line asks. In: flags. Out: tokens, and whether the proof is there; each change
// is in the custody log.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { fetchPage } from '../../notify/index.ts';
import { acting } from '../../pipeline/index.ts';
import {
  forgetDomain,
  generateToken,
  verifiedDomains,
  type VerifyPageAnswer,
  verifyDns,
  verifyPage,
} from '../../register/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';
import { createTxtResolver } from '../../web/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';
import { accountOfKey } from './account-of-key.ts';

export interface DomainFlags extends RegisterFlags {
  key: string;
  json?: boolean;
}

export interface VerifyFlags extends DomainFlags {
  by: string;
  dns?: string;
  allowPrivateNetwork?: boolean;
}

export async function token(domain: string, flags: DomainFlags): Promise<void> {
  const home = openHome();
  acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const account = await accountOfKey(register, flags.key);
  const made = await generateToken(register, { account, domain, now: Date.now() });
  if (made.state === 'invalidDomain') throw notADomain();
  const record = made.state === 'token' ? made.txtRecordValue : null;
  if (flags.json) return void process.stdout.write(jsonText({ record, verified: record === null }));
  if (record === null) return void process.stderr.write('this domain is proven already\n');
  process.stdout.write(`${record}\n`);
  process.stderr.write(
    'hint: as TXT record of the domain; or in /hibp-verification.txt; or in its page as\nhint: <meta name="hibp-verification" content="…">\n',
  );
}

/** To the exit code. */
export async function verify(domain: string, flags: VerifyFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const account = await accountOfKey(register, flags.key);
  const answer = await lookFor(register, { account, domain, now: Date.now() }, flags);
  if (answer.state === 'invalidDomain') throw notADomain();
  const isVerified = answer.state === 'verified';
  const wasReached = answer.state !== 'unreached';
  if (isVerified) {
    const details = { domain, account, by: flags.by };
    appendCustody(home, { who, case: null, what: 'domain.verify', result: 'done', details });
  }
  const message = answer.state === 'verified' ? null : answer.message;
  if (flags.json) process.stdout.write(jsonText({ verified: isVerified, reached: wasReached, message }));
  else process.stderr.write(isVerified ? 'the domain is proven\n' : `${visibleText(message!)}\n`);
  return isVerified ? 0 : 1;
}

async function lookFor(
  register: RegisterDatabase,
  claim: { account: number; domain: string; now: number },
  { by, dns, allowPrivateNetwork = false }: VerifyFlags,
): Promise<VerifyPageAnswer> {
  if (by === 'dns') {
    const resolve = createTxtResolver(dns ?? null);
    return verifyDns(register, claim, (domain) => resolve(domain)).catch(nameServerAway);
  }
  if (dns !== undefined)
    throw new TocsinError('USAGE', '--dns belongs to --by dns', {
      hint: 'file and meta tag are fetched by the names of this machine',
    });
  if (by === 'file' || by === 'meta')
    return verifyPage(register, { ...claim, method: by }, (url) => fetchPage(url, { allowPrivateNetwork }));
  throw new TocsinError('USAGE', '--by takes dns, file or meta', {
    hint: 'by a mail to one of its addresses: POST domainverification/sendemail of the API',
  });
}

export async function list(flags: Omit<DomainFlags, 'key'>): Promise<void> {
  const home = openHome();
  acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const domains = (await verifiedDomains(register, null)).map(({ account, domain, method, verifiedAt }) => ({
    account,
    domain,
    by: method,
    verifiedAt: new Date(verifiedAt).toISOString(),
  }));
  if (flags.json) return void process.stdout.write(jsonText({ domains }));
  for (const { account, domain, by, verifiedAt } of domains)
    process.stdout.write(`${domain}  account ${account}  by ${by}  ${verifiedAt.slice(0, 10)}\n`);
  if (domains.length === 0) process.stderr.write('no domain is proven yet\n');
}

export async function remove(domain: string, flags: DomainFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const account = await accountOfKey(register, flags.key);
  const wasThere = await forgetDomain(register, account, domain);
  if (wasThere) {
    const details = { domain, account };
    appendCustody(home, { who, case: null, what: 'domain.remove', result: 'done', details });
  }
  if (flags.json) return void process.stdout.write(jsonText({ removed: wasThere }));
  process.stderr.write(wasThere ? 'the domain is forgotten\n' : 'the account has no such domain\n');
}

/** Errors of the name server; those of the register go on. */
function nameServerAway(error: unknown): VerifyPageAnswer {
  if ((error as { syscall?: string }).syscall !== 'queryTxt') throw error;
  return { state: 'unreached', message: 'The name server did not answer.' };
}

function notADomain(): TocsinError {
  return new TocsinError('USAGE', 'this is no name of a domain', { hint: 'write it as example.org' });
}
