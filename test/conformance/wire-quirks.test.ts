/*
 * What clients send and read on the wire, by plain curl: spellings of paths and accounts, headers, and the exact words of
 * refusals.
 */
import { expect, test } from 'vitest';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { nirWithKey } from '../directory/nir-with-key.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';
import { curl, type CurlAnswer } from './curl.fixture.ts';
import { keyFor, people, plantRegister, sha1Of } from './planted-register.fixture.ts';

const json = ({ body }: CurlAnswer): unknown => JSON.parse(body);

forBothEngines((open) => {
  test('one account in all its spellings', async () => {
    await using opened = await open();
    const { register, url, home } = opened;
    await plantRegister(register);
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const { key } = await keyFor(register, 'pro', { rpm: 1000 });
    const get = (path: string, ...args: string[]) =>
      curl('-H', `hibp-api-key: ${key}`, ...args, `${served.url}${path}`);

    for (const path of [
      '/api/v3/breachedaccount/bruno+news@example.org',
      '/api/v3/breachedaccount/bruno%2Bnews%40example.org',
      '/api/v3/breachedaccount/bruno%2bnews%40example.org/',
      '/API/V3/BreachedAccount/BRUNO+NEWS@EXAMPLE.ORG',
      '/api/v3/breachedaccount/%20bruno+news@example.org%20/?truncateResponse=true',
      '/api/v3/breachedaccount/bruno+news@example.org?',
      "/api/v3/breachedaccount/o'dora%2Fx@example.org",
      '/api/v3/breachedaccount/%2B33639980001',
      '/api/v3/breachedaccount/+33%206%2039%2098%2000%2001',
      '/api/v3/breachedaccount/anna@example.org?INCLUDEUNVERIFIED=False&x=1',
      '/api/v3/breachedaccount/anna@example.org?Domain=alder.example',
      '/api/v3//breachedaccount/elm.tree',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.body]).toEqual([path, 200, '[{"Name":"AlderLtd"}]']);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers).not.toHaveProperty('cf-ray');
      expect(answer.headers).not.toHaveProperty('server');
    }
    for (const path of ['bruno%20news@example.org', "o'dora/x@example.org", 'bruno%252Bnews@example.org'])
      expect((await get(`/api/v3/breachedaccount/${path}`)).status).toBe(404);
    const whole = await get('/api/v3/breachedaccount/anna@example.org/?TruncateResponse=FALSE');
    expect(json(whole)).toMatchObject([
      { Name: 'AlderLtd', IsVerified: true },
      { Name: 'CedarLists', IsVerified: false },
    ]);
    const head = await get('/api/v3/breachedaccount/anna@example.org', '-I');
    expect([head.status, head.body]).toEqual([200, '']);
    // a key may be written in capitals
    const shouted = await curl(
      '-H',
      `HIBP-API-KEY: ${key.toUpperCase()}`,
      `${served.url}/api/v3/breachedaccount/elm.tree`,
    );
    expect(shouted.status).toBe(200);
    expect(await served.stop()).toBe(0);
  });

  test('a range has everybody whose SHA-1 begins so, but for sensitive and retired breaches', async () => {
    await using opened = await open();
    const { register, url, home } = opened;
    await plantRegister(register);
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const { key } = await keyFor(register, 'high-rpm');
    const range = (prefix: string, withKey = key, ...args: string[]) =>
      curl('-H', `hibp-api-key: ${withKey}`, ...args, `${served.url}/api/v3/breachedAccount/range/${prefix}`);
    const { prefix, suffix } = sha1Of(people.anna);
    for (const asked of [prefix, prefix.toLowerCase(), `${prefix}/`])
      expect(json(await range(asked))).toEqual([
        { hashSuffix: suffix, websites: ['AlderLtd', 'CedarLists'] },
      ]);
    for (const bad of ['12345', '1234567', 'zzzzzz', '12345%36x', '%00']) {
      const { status, body, headers } = await range(bad);
      expect([bad, status, body]).toEqual([bad, 400, 'Invalid hex prefix']);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    }
    const empty = await range(sha1Of(people.clara).prefix);
    expect([empty.status, empty.body]).toEqual([404, 'There are no hashes beginning with that prefix']);
    const small = await range(prefix, (await keyFor(register, 'core')).key);
    expect([small.status, small.body]).toEqual([
      403,
      'Your HIBP API key does not have access to this resource',
    ]);
    const unnamed = await range(prefix, key, '-A', '');
    expect([unnamed.status, unnamed.body]).toEqual([403, 'API request must include a user agent']);
    const test = await range('6B5917', '0'.repeat(32));
    expect(json(test)).toEqual([
      { hashSuffix: 'C6C0AADE0C085843D66E4944E108C4A4CD', websites: ['Adobe', 'Gawker', 'Stratfor'] },
    ]);
    expect((await range('567159', '0'.repeat(32))).status).toBe(401);
    expect(await served.stop()).toBe(0);
  });

  test('refusals say exactly what clients look for', async () => {
    await using opened = await open();
    const { register, url, home } = opened;
    await plantRegister(register);
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const ask = (path: string, ...args: string[]) => curl(...args, `${served.url}/api/v3/${path}`);
    const account = 'breachedaccount/anna@example.org';
    const told = async (answer: Promise<CurlAnswer>) => {
      const { status, body } = await answer;
      return [status, JSON.parse(body)] as const;
    };
    const denied = (why: string) => [
      401,
      { statusCode: 401, message: `Access denied due to ${why} hibp-api-key.` },
    ];
    expect(await told(ask(account))).toEqual(denied('missing'));
    expect(await told(ask(account, '-H', 'hibp-api-key;'))).toEqual(denied('missing'));
    expect(await told(ask(account, '-H', 'hibp-api-key: 123'))).toEqual(denied('improperly formed'));
    expect(await told(ask(account, '-H', `hibp-api-key: ${'f'.repeat(32)}`))).toEqual(denied('invalid'));
    const noAgent = [403, { statusCode: 403, message: 'API request must include a user agent' }];
    expect(await told(ask(account, '-A', ''))).toEqual(noAgent);
    expect(await told(ask('breaches', '-A', ''))).toEqual(noAgent);
    expect(await told(ask('breach/Nothing'))).toEqual([404, { statusCode: 404, message: 'Not found.' }]);
    expect((await ask('nothing')).status).toBe(404);
    expect((await ask('')).status).toBe(404);
    const { key: old } = await keyFor(register, 'pro', { expiresAt: Date.now() - 1 });
    expect(await told(ask(account, '-H', `hibp-api-key: ${old}`))).toEqual(denied('invalid'));
    expect(await told(ask('subscription/status', '-H', `hibp-api-key: ${old}`))).toEqual([
      404,
      { statusCode: 404, message: 'No active subscription found.' },
    ]);
    const { key } = await keyFor(register, 'pro');
    const keyed = (path: string, ...args: string[]) => ask(path, '-H', `hibp-api-key: ${key}`, ...args);
    for (const secret of [nirWithKey('1850575056001'), '1850575056001', '1 85 05 75 056 001'])
      expect((await keyed(`breachedaccount/${encodeURIComponent(secret)}`)).status).toBe(400);
    expect(await told(keyed('breachedaccount/not%20an@address'))).toEqual([
      400,
      {
        statusCode: 400,
        message: 'The account is empty or does not comply with an acceptable format.',
      },
    ]);
    for (const bad of ['', '%20', 'a@', '%zz', '%c3%28', '%00', 'a%0Ab', '%F0%9F%98', 'x'.repeat(255)])
      expect([bad, (await keyed(`breachedaccount/${bad}`)).status]).toEqual([bad, 400]);
    for (const bad of ['', 'x', '127.0.0.1', 'a..b', '-a.org', '%zz', `${'a'.repeat(64)}.org`])
      expect([bad, (await keyed(`breacheddomain/${bad}`)).status]).toEqual([bad, 400]);
    expect((await keyed('breacheddomain/example.org')).status).toBe(403);
    const post = await keyed(account, '-X', 'POST');
    expect([post.status, post.headers['allow']]).toEqual([405, 'GET, HEAD']);
    const put = await keyed('domainverification/sendemail');
    expect([put.status, put.headers['allow']]).toEqual([405, 'POST']);
    const fromPage = await ask('breaches', '-H', 'Origin: https://page.example');
    expect(fromPage.headers['access-control-allow-origin']).toBe('*');
    const preflight = await ask('latestBreach', '-X', 'OPTIONS', '-H', 'Origin: https://page.example');
    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect((await ask(account, '-X', 'OPTIONS')).headers).not.toHaveProperty('access-control-allow-origin');
    expect(served.said()).not.toContain('anna');
    expect(await served.stop()).toBe(0);
  });

  test('the accounts that clients test themselves with need no key of their own', async () => {
    await using opened = await open();
    const { home, url } = opened;
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const ask = (path: string) =>
      curl('-H', `hibp-api-key: ${'0'.repeat(32)}`, `${served.url}/api/v3/${path}`);
    const counts = new Map<string, [breaches: number, pastes: number]>([
      ['account-exists', [1, 1]],
      ['multiple-breaches', [3, 0]],
      ['not-active-and-active-breach', [1, 0]],
      ['not-active-breach', [0, 0]],
      ['opt-out', [0, 0]],
      ['opt-out-breach', [0, 0]],
      ['paste-sensitive-breach', [0, 1]],
      ['permanent-opt-out', [0, 0]],
      ['sensitive-and-other-breaches', [2, 0]],
      ['sensitive-breach', [0, 0]],
      ['spam-list-only', [1, 0]],
      ['spam-list-and-others', [3, 0]],
      ['stealer-log', [1, 0]],
      ['subscription-free-breach', [1, 0]],
      ['subscription-free-and-other-breaches', [3, 0]],
      ['unverified-breach', [1, 0]],
    ]);
    const found = async (path: string) => {
      const answer = await ask(path);
      expect([200, 404]).toContain(answer.status);
      return answer.status === 404 ? 0 : (json(answer) as unknown[]).length;
    };
    for (const [alias, expected] of counts) {
      const account = `${alias}@HIBP-integration-tests.com`;
      expect([
        alias,
        await found(`breachedaccount/${account}`),
        await found(`pasteaccount/${account}`),
      ]).toEqual([alias, ...expected]);
    }
    expect(json(await ask('breachedaccount/multiple-breaches@hibp-integration-tests.com'))).toEqual([
      { Name: 'Adobe' },
      { Name: 'Gawker' },
      { Name: 'Stratfor' },
    ]);
    expect(
      await found('breachedaccount/unverified-breach@hibp-integration-tests.com?includeUnverified=false'),
    ).toBe(0);
    expect(json(await ask('stealerlogsbyemail/stealer-log@hibp-integration-tests.com'))).toEqual([
      'example.com',
    ]);
    expect(json(await ask('breacheddomain/hibp-integration-tests.com'))).toMatchObject({
      'sensitive-breach': ['TestSensitive'],
    });
    expect((await ask('breachedaccount/other@hibp-integration-tests.com')).status).toBe(401);
    expect((await ask('breachedaccount/anna@example.org')).status).toBe(401);
    expect(await served.stop()).toBe(0);
  });
});
