import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { claimJobs, type RegisterDatabase } from '../../store/register/index.ts';
import { mailKinds, type MailOrder } from '../mail-orders/mail-order.ts';
import { createLink } from '../one-time-links/one-time-links.ts';
import { domainName } from './domain-name.ts';
import {
  approveDomain,
  domainAliases,
  type FetchedPage,
  type FetchPage,
  generateToken,
  isVerifiedDomain,
  sendVerificationMail,
  verifiedDomains,
  verifyDns,
  verifyPage,
} from './domains.ts';

const now = 1_000_000;
const claim = { account: 7, domain: 'Example.ORG', now };

async function record(register: RegisterDatabase): Promise<string> {
  const made = await generateToken(register, claim);
  if (made.state !== 'token') throw new Error('no token');
  return made.txtRecordValue;
}

forBothEngines((open) => {
  test('a TXT record with the token verifies the domain for this account alone', async () => {
    await using opened = await open();
    const { register } = opened;
    const txt = await record(register);
    expect(txt).toMatch(/^hibp-verify=dweb_[a-z0-9]{24}$/u);
    expect(await record(register)).toBe(txt);
    expect(await verifyDns(register, claim, async () => ['v=spf1 -all', txt])).toEqual({ state: 'verified' });
    expect(await isVerifiedDomain(register, 7, 'EXAMPLE.org')).toBe(true);
    expect(await isVerifiedDomain(register, 8, 'example.org')).toBe(false);
    expect(await verifiedDomains(register, 7)).toMatchObject([{ domain: 'example.org', method: 'dns' }]);
    expect(await verifiedDomains(register, 8)).toEqual([]);
    expect(await generateToken(register, claim)).toEqual({ state: 'alreadyVerified' });
  });

  test('without the record, or with that of another account, it says what was found', async () => {
    await using opened = await open();
    const { register } = opened;
    const txt = await record(register);
    expect(await verifyDns(register, claim, async () => ['v=spf1 -all'])).toEqual({
      state: 'notFound',
      message: 'No hibp-verify TXT records were found on the domain.',
    });
    const other = await generateToken(register, { ...claim, account: 8 });
    const foreign = other.state === 'token' ? other.txtRecordValue : '';
    expect(foreign).not.toBe(txt);
    expect(await verifyDns(register, claim, async () => [foreign])).toEqual({
      state: 'notFound',
      message: `Expected a TXT record of ${txt} but instead found ${foreign}`,
    });
    expect(await isVerifiedDomain(register, 7, 'example.org')).toBe(false);
  });

  test('a file or a meta tag on the domain verifies it, each asked for where it belongs', async () => {
    await using opened = await open();
    const { register } = opened;
    const token = (await record(register)).slice('hibp-verify='.length);
    const asked: string[] = [];
    const page =
      (text: string | null): FetchPage =>
      async (url) => {
        asked.push(url);
        return text === null ? { state: 'none', why: 'it answered 404' } : { state: 'page', text };
      };
    const verify = (method: 'file' | 'meta', text: string | null) =>
      verifyPage(register, { ...claim, method }, page(text));
    for (const wrong of [null, '', 'dweb_other', `<p>${token}</p>`])
      expect(await verify('file', wrong)).toMatchObject({ state: 'notFound' });
    for (const wrong of [null, token, `<meta name="description" content="${token}">`])
      expect(await verify('meta', wrong)).toMatchObject({ state: 'notFound' });
    expect(await verify('meta', `<head><META content='${token}' name="hibp-verification" /></head>`)).toEqual(
      {
        state: 'verified',
      },
    );
    expect(await verify('file', ` ${token}\r\n`)).toEqual({ state: 'verified' });
    expect(new Set(asked)).toEqual(
      new Set(['https://example.org/hibp-verification.txt', 'https://example.org/']),
    );
  });

  test('a domain that was not reached is not said to lack its proof', async () => {
    await using opened = await open();
    const { register } = opened;
    const verify = (fetched: FetchedPage) =>
      verifyPage(register, { ...claim, method: 'file' }, async () => fetched);
    expect(await verify({ state: 'unreached', why: 'the connection was refused' })).toEqual({
      state: 'unreached',
      message: 'The domain was not reached: the connection was refused.',
    });
    expect(await verify({ state: 'none', why: 'it answered 404' })).toEqual({
      state: 'notFound',
      message: 'No file /hibp-verification.txt with this token was found on the domain: it answered 404.',
    });
  });

  test('a mail to one of five addresses verifies by its link, and reports go there', async () => {
    await using opened = await open();
    const { register } = opened;
    expect(await sendVerificationMail(register, { ...claim, alias: 'postmaster' })).toEqual({
      state: 'invalidAlias',
    });
    for (const alias of domainAliases)
      expect(await sendVerificationMail(register, { ...claim, alias })).toEqual({ state: 'sent' });
    const jobs = await claimJobs(register, { kind: mailKinds.waitedFor, limit: 10, now, leaseMs: 1000 });
    const orders = jobs.map(({ body }) => body as MailOrder);
    expect(orders.map(({ to }) => to)).toEqual(domainAliases.map((alias) => `${alias}@example.org`));
    const [order] = orders;
    if (order?.mail !== 'domain') throw new Error('no mail');
    expect(await isVerifiedDomain(register, 7, 'example.org')).toBe(false);
    const token = await createLink(register, { ...order.link, now });
    expect(await approveDomain(register, { token, now })).toMatchObject({ state: 'open' });
    expect(await approveDomain(register, { token, now })).toEqual({ state: 'taken' });
    expect(await verifiedDomains(register, null)).toMatchObject([
      { account: 7, domain: 'example.org', method: 'mail', contact: 'admin@example.org' },
    ]);
  });

  test('what is no domain is told so, and asks nobody', async () => {
    await using opened = await open();
    const { register } = opened;
    for (const domain of ['', 'org', 'a@example.org', '127.0.0.1', '[::1]', 'example.org/x', '-a.org']) {
      const ask = { ...claim, domain };
      expect(await generateToken(register, ask)).toEqual({ state: 'invalidDomain' });
      const never = async () => expect.fail('it was asked');
      expect(await verifyDns(register, ask, never)).toEqual({ state: 'invalidDomain' });
      expect(await verifyPage(register, { ...ask, method: 'file' }, never)).toEqual({
        state: 'invalidDomain',
      });
      expect(await sendVerificationMail(register, { ...ask, alias: 'info' })).toEqual({
        state: 'invalidDomain',
      });
    }
  });
});

test('the name of a domain is its own name, whatever was typed', () => {
  expect(domainName(' Bücher.Example ')).toBe('xn--bcher-kva.example');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (text) => {
      const name = domainName(text);
      return name === null || (domainName(name) === name && /^[a-z0-9.-]+$/u.test(name));
    }),
  );
});
