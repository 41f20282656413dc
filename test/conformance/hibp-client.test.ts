/*
 * The npm package `hibp`, unmodified, against a real `tocsin serve`: every function it has, and the shapes of errors that
 * it reads.
 */
import * as hibp from 'hibp';
import { expect, test } from 'vitest';
import { optOut } from '../../src/register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';
import { keepsContract } from './contract.fixture.ts';
import { startNameServer } from './name-server.fixture.ts';
import { keyFor, people, plantRegister } from './planted-register.fixture.ts';

// what the client receives is held against the published contract
const { fetch: realFetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const response = await realFetch(input, init);
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  const body = await response.clone().text();
  const contentType = response.headers.get('content-type') ?? undefined;
  const method = init?.method ?? 'GET';
  keepsContract({ method, target: pathname + search, status: response.status, contentType, body });
  return response;
};

async function started({ home, register, url }: OpenedRegister, flags: string[] = []) {
  await plantRegister(register);
  const served = await startServe({
    home: home.path,
    flags: [...flags, ...(url === null ? [] : ['--database', url])],
  });
  return { ...served, baseUrl: `${served.url}/api/v3` };
}

forBothEngines((open) => {
  test('what needs no key is the catalogue as it is published', async () => {
    await using opened = await open();
    const { baseUrl, stop } = await started(opened);
    const all = await hibp.breaches({ baseUrl });
    expect(all.map(({ Name }) => Name)).toEqual(['BirchClinic', 'CedarLists', 'DogwoodToys', 'AlderLtd']);
    expect(Object.keys(all[0]!).join(' ')).toBe(
      'Name Title Domain BreachDate AddedDate ModifiedDate PwnCount Description LogoPath Attribution DisclosureUrl ' +
        'DataClasses IsVerified IsFabricated IsSensitive IsRetired IsSpamList IsMalware IsSubscriptionFree ' +
        'IsStealerLog Controllers VendorChain',
    );
    expect(await hibp.breaches({ baseUrl, domain: 'Alder.Example' })).toHaveLength(1);
    expect((await hibp.breach('alderltd', { baseUrl }))!.Title).toBe('zz Alder Ltd');
    expect(await hibp.breach('Unknown', { baseUrl })).toBeNull();
    expect((await hibp.latestBreach({ baseUrl }))!.Name).toBe('CedarLists');
    expect(await hibp.dataClasses({ baseUrl })).toEqual(['Email addresses', 'Names']);
    expect(await stop()).toBe(0);
  });

  test('an account has its breaches, but for sensitive and retired ones', async () => {
    await using opened = await open();
    const { baseUrl, stop } = await started(opened);
    const { key: apiKey } = await keyFor(opened.register, 'pro');
    const names = async (account: string, more: object = {}) =>
      (await hibp.breachedAccount(account, { apiKey, baseUrl, ...more }))?.map(({ Name }) => Name) ?? null;
    expect(await names(people.anna)).toEqual(['AlderLtd', 'CedarLists']);
    expect(await names(` ${people.anna.toUpperCase()} `)).toEqual(['AlderLtd', 'CedarLists']);
    expect(await names(people.anna, { includeUnverified: false })).toEqual(['AlderLtd']);
    expect(await names(people.anna, { domain: 'alder.example' })).toEqual(['AlderLtd']);
    expect(await names(people.anna, { domain: 'birch.example' })).toBeNull();
    expect(await names(people.bruno)).toEqual(['AlderLtd']);
    expect(await names(people.bruno.replace('+', ' '))).toBeNull();
    expect(await names(people.dora)).toEqual(['AlderLtd']);
    expect(await names(people.phone)).toEqual(['AlderLtd']);
    expect(await names(people.username.toUpperCase())).toEqual(['AlderLtd']);
    for (const nobody of [people.clara, people.nobody, 'birch.tree']) expect(await names(nobody)).toBeNull();
    const [whole] = (await hibp.breachedAccount(people.bruno, { apiKey, baseUrl, truncate: false }))!;
    expect(whole).toEqual(await hibp.breach('AlderLtd', { baseUrl }));
    expect(await hibp.pasteAccount(people.anna, { apiKey, baseUrl })).toEqual([
      { Source: 'Pastebin', Id: 'AbCd1234', Title: null, Date: '2026-04-05T00:00:00Z', EmailCount: 1 },
    ]);
    expect(await hibp.pasteAccount(people.bruno, { apiKey, baseUrl })).toBeNull();
    expect(await hibp.search(people.anna, { apiKey, baseUrl })).toMatchObject({
      breaches: [{ Name: 'AlderLtd' }, { Name: 'CedarLists' }],
      pastes: [{ Id: 'AbCd1234' }],
    });
    expect(await hibp.subscriptionStatus({ apiKey, baseUrl })).toMatchObject({
      SubscriptionName: 'Pro 1',
      Rpm: 500,
      IncludesKAnon: true,
    });
    expect(await stop()).toBe(0);
  });

  test('a domain is searched once it is verified, sensitive breaches too', async () => {
    await using opened = await open();
    await using names = await startNameServer();
    const { baseUrl, stop } = await started(opened, ['--dns', names.address]);
    const { key: apiKey, number } = await keyFor(opened.register, 'pro');
    const options = { apiKey, baseUrl };
    await expect(hibp.breachedDomain('example.org', options)).rejects.toThrow('Forbidden');
    const ask = (path: string, body: string) =>
      fetch(`${baseUrl}/domainVerification/${path}`, {
        method: 'POST',
        body,
        headers: { 'hibp-api-key': apiKey, 'Content-Type': 'application/json' },
      });
    const domain = JSON.stringify({ DomainName: 'Example.ORG' });
    const none = await ask('verifydnstoken', domain);
    expect([none.status, await none.json()]).toEqual([
      404,
      { message: 'No hibp-verify TXT records were found on the domain.' },
    ]);
    const { txtRecordValue } = (await (await ask('generatednstoken', domain)).json()) as {
      txtRecordValue: string;
    };
    expect(txtRecordValue).toMatch(/^hibp-verify=dweb_\w+$/u);
    names.records.set('example.org', ['v=spf1 -all', 'hibp-verify=dweb_other']);
    expect(await (await ask('verifydnstoken', domain)).json()).toEqual({
      message: `Expected a TXT record of ${txtRecordValue} but instead found hibp-verify=dweb_other`,
    });
    names.records.set('example.org', [txtRecordValue]);
    const verified = await ask('verifyDnsToken/', domain);
    expect([verified.status, await verified.text()]).toEqual([200, '']);
    expect((await ask('generatednstoken', domain)).status).toBe(400);
    const mail = await ask('sendemail', domain);
    expect([mail.status, await mail.json()]).toEqual([
      400,
      { message: 'No emailAlias field was passed in the request body.' },
    ]);
    expect((await ask('generatednstoken', '{')).status).toBe(400);

    expect(await hibp.subscribedDomains(options)).toMatchObject([{ DomainName: 'example.org' }]);
    expect(await hibp.breachedDomain('EXAMPLE.org', options)).toEqual({
      anna: ['AlderLtd', 'BirchClinic', 'CedarLists'],
      'bruno+news': ['AlderLtd'],
      clara: ['BirchClinic'],
      "o'dora/x": ['AlderLtd'],
    });
    expect(await hibp.stealerLogsByEmail(people.anna, options)).toEqual(['example.org', 'shop.example']);
    expect(await hibp.stealerLogsByEmail(people.bruno, options)).toBeNull();
    expect(await hibp.stealerLogsByWebsiteDomain('example.org', options)).toEqual([people.anna]);
    expect(await hibp.stealerLogsByEmailDomain('example.org', options)).toEqual({
      anna: ['example.org', 'shop.example'],
    });
    await expect(hibp.stealerLogsByWebsiteDomain('shop.example', options)).rejects.toThrow('Forbidden');
    const later = await keyFor(opened.register, 'core', { sameAccountAs: number });
    expect(await hibp.breachedDomain('example.org', { apiKey: later.key, baseUrl })).not.toBeNull();
    const other = await keyFor(opened.register, 'pro');
    await expect(hibp.breachedDomain('example.org', { apiKey: other.key, baseUrl })).rejects.toThrow(
      'Forbidden',
    );
    expect(await stop()).toBe(0);
  });

  test('what it refuses has the shapes that the client reads', async () => {
    await using opened = await open();
    const { baseUrl, stop } = await started(opened);
    const ask = (apiKey: string | undefined, account: string = people.anna) =>
      hibp.breachedAccount(account, { ...(apiKey === undefined ? {} : { apiKey }), baseUrl });
    await expect(ask(undefined)).rejects.toThrow('missing hibp-api-key');
    await expect(ask('not a key')).rejects.toThrow('improperly formed hibp-api-key');
    await expect(ask('0'.repeat(32))).rejects.toThrow('invalid hibp-api-key');
    const { key } = await keyFor(opened.register, 'core', { rpm: 2 });
    await expect(ask(key, 'a@b')).rejects.toThrow('Bad request');
    await expect(hibp.stealerLogsByEmail(people.anna, { apiKey: key, baseUrl })).rejects.toThrow('Forbidden');
    // a minute may end in between, and then the block begins anew
    const failed: unknown[] = [];
    for (let i = 0; i < 5; i++) await ask(key).catch((error: unknown) => failed.push(error));
    expect(failed.length).toBeGreaterThan(0);
    const limited = failed[0] as hibp.RateLimitError;
    expect(limited).toBeInstanceOf(hibp.RateLimitError);
    expect(limited.message).toMatch(/^Rate limit is exceeded\. Try again in \d+ seconds?\.$/u);
    expect(limited.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(limited.retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(await stop()).toBe(0);
  });

  test('an account that is hidden is found by nobody', async () => {
    await using opened = await open();
    const { register } = opened;
    const { baseUrl, stop } = await started(opened);
    await register.rows
      .transaction()
      .execute((rows) => optOut(register, { address: people.anna, kind: 'hide', now: Date.now() }, rows));
    const { key: apiKey } = await keyFor(register, 'pro');
    expect(await hibp.breachedAccount(people.anna, { apiKey, baseUrl })).toBeNull();
    expect(await hibp.pasteAccount(people.anna, { apiKey, baseUrl })).toBeNull();
    expect(await hibp.breachedAccount(people.bruno, { apiKey, baseUrl })).not.toBeNull();
    expect(await stop()).toBe(0);
  });
});
