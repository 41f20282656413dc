/*
 * The service as a process: one line when it is ready, everything asked before a SIGTERM answered, its headers, TLS,
 * who may read the metrics, and a database that goes and comes back.
 */
import { request } from 'node:https';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { addUser } from '../../src/register/index.ts';
import { openHome } from '../../src/store/index.ts';
import { startPostgres } from '../../src/store/register/postgres-server.fixture.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { rawClient } from './raw-client.fixture.ts';
import { startServe } from './serve.fixture.ts';
import { testCertificate, tlsFlags } from './tls.fixture.ts';

const folder = scratchFolder();
let homes = 0;
const newHome = () => join(folder, `home-${++homes}`);
const agent = { 'user-agent': 'test' };

test('it says one line when it answers, and ends with 0 on SIGTERM and on SIGINT', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const home = newHome();
    const serve = await startServe({ home });
    expect(serve.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect((await fetch(`${serve.url}/`)).status).toBe(200);
    expect((await fetch(`${serve.url}/api/v3/breaches`, { headers: agent })).status).toBe(200);
    expect(await serve.stop(signal)).toBe(0);
    expect([...listCustody(openHome(home), () => null)].map(({ what }) => what)).toContain('serve');
  }
});

test('what was begun before SIGTERM is answered, and nobody new is let in', async () => {
  const serve = await startServe({ home: newHome() });
  using slow = await rawClient(serve.url);
  using idle = await rawClient(serve.url);
  idle.send('GET /robots.txt HTTP/1.1\r\nHost: h\r\n\r\n');
  await idle.until(/\r\n\r\n/u);
  const form = 'address=a%40example.org';
  slow.send(
    `POST /operators/log-in HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n`,
  );
  // the server has the first part once another request behind it was answered
  expect((await fetch(`${serve.url}/robots.txt`)).status).toBe(200);
  const ended = serve.stop();
  await idle.closed;
  await expect(fetch(`${serve.url}/robots.txt`)).rejects.toThrow('fetch failed');
  slow.send(form);
  expect(await slow.closed).toMatch(/^HTTP\/1\.1 403 /u);
  expect(await ended).toBe(0);
});

test('a second signal ends it at once', async () => {
  const serve = await startServe({ home: newHome() });
  using slow = await rawClient(serve.url);
  slow.send('POST /operators/log-in HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n');
  expect((await fetch(`${serve.url}/robots.txt`)).status).toBe(200);
  const ended = serve.stop();
  // the first was taken when nobody is let in any more
  await expect
    .poll(
      async () =>
        fetch(`${serve.url}/robots.txt`).then(
          () => 'in',
          () => 'out',
        ),
      { timeout: 20_000 },
    )
    .toBe('out');
  serve.child.kill('SIGTERM');
  expect(await ended).toBe(143);
});

test('a port that is taken and flags that mean nothing end it with 2 and a hint', async () => {
  const serve = await startServe({ home: newHome() });
  const { port } = new URL(serve.url);
  const wrong: [string[], RegExp][] = [
    [['--port', port], /cannot listen at 127\.0\.0\.1 port \d+: EADDRINUSE\nhint: choose another --port/u],
    [['--port', '65536'], /--port is a number/u],
    [['--port', '0', '--public-url', 'ftp://example.org'], /--public-url is/u],
    [['--port', '0', '--smtp', 'example.org'], /--smtp is/u],
    [['--port', '0', '--metrics-token', 'short'], /--metrics-token is/u],
    [['--port', '0', '--tls-cert', 'nowhere.pem'], /given together/u],
    [['--port', '0', '--tls-cert', 'nowhere.pem', '--tls-key', 'nowhere.pem'], /cannot read nowhere\.pem/u],
  ];
  for (const [flags, words] of wrong) {
    const { exit, stderr } = await runTocsin(['serve', ...flags], folder, {
      env: { TOCSIN_HOME: newHome() },
    });
    expect(exit).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).toContain('hint: ');
  }
  await serve.stop();
}, 60_000);

test('who may not serve is refused', async () => {
  const home = newHome();
  const now = new Date('2026-11-23');
  addUser(openHome(home), { name: 'ada', role: 'owner', addedBy: 'test', now });
  const secret = addUser(openHome(home), { name: 'bob', role: 'reader', addedBy: 'test', now });
  const env = { TOCSIN_HOME: home, TOCSIN_USER: 'bob', TOCSIN_SECRET: secret };
  const { exit, stderr } = await runTocsin(['serve', '--port', '0'], folder, { env });
  expect(exit).toBe(2);
  expect(stderr).toContain('the role reader does not allow this');
});

test('pages and answers to programs have their headers, no cookie and nothing of a third party', async () => {
  const serve = await startServe({ home: newHome() });
  for (const path of ['/', '/breaches', '/operators/log-in', '/nowhere']) {
    const { headers } = await fetch(`${serve.url}${path}`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/u);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    for (const name of ['set-cookie', 'server', 'x-powered-by', 'strict-transport-security'])
      expect(headers.get(name)).toBeNull();
  }
  for (const path of ['/', '/api/v3/breaches', '/range/00000', '/enterprise/range/search/000000', '/nowhere'])
    expect((await fetch(`${serve.url}${path}`)).headers.get('x-content-type-options')).toBe('nosniff');
  await serve.stop();
});

test('with a certificate it answers by TLS, and says so for two years', async () => {
  const serve = await startServe({ home: newHome(), flags: ['--host', 'localhost', ...tlsFlags(folder)] });
  expect(serve.url).toMatch(/^https:\/\/localhost:\d+$/u);
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    request(serve.url, { ca: testCertificate }, (answer) => {
      answer.resume();
      resolve(answer.headers);
    })
      .on('error', reject)
      .end();
  });
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  await serve.stop();
});

test('under the host name of passwords there are ranges and nothing else, under that of enterprises no page', async () => {
  const flags = ['--passwords-host', 'passwords.test', '--enterprise-host', 'ranges.test'];
  const serve = await startServe({ home: newHome(), flags });
  const status = async (host: string, path: string) => {
    using client = await rawClient(serve.url);
    client.send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: test\r\n\r\n`);
    return Number((await client.until(/\r\n\r\n/u)).slice(9, 12));
  };
  const paths = [
    '/range/00000',
    '/range/search/000000',
    '/',
    '/api/v3/breaches',
    '/operators/log-in',
    '/metrics',
  ];
  const asked = async (host: string) => Promise.all(paths.map((path) => status(host, path)));
  expect(await asked('passwords.test')).toEqual([200, 404, 404, 404, 404, 404]);
  expect(await asked('Ranges.test:8443')).toEqual([200, 401, 404, 200, 404, 404]);
  expect(await asked('tocsin.test')).toEqual([200, 401, 200, 200, 200, 200]);
  await serve.stop();
});

test('metrics are for this machine, or for who has the token, and hold nothing that was asked', async () => {
  const open = await startServe({ home: newHome() });
  await fetch(`${open.url}/api/v3/breachedaccount/somebody@example.org`, { headers: agent });
  await fetch(`${open.url}/somebody-else`);
  await expect
    .poll(async () => (await fetch(`${open.url}/metrics`)).text(), { timeout: 20_000 })
    .toContain('tocsin_requests_total{group="account",status="401"} 1');
  const text = await (await fetch(`${open.url}/metrics`)).text();
  expect(text).toContain('tocsin_register_up 1');
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /mu);
  expect(text).not.toMatch(/somebody|example\.org/u);
  expect((await fetch(`${open.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(
    404,
  );
  await open.stop();
  const token = 'a-token-of-this-test';
  const closed = await startServe({ home: newHome(), env: { TOCSIN_METRICS_TOKEN: token } });
  const ask = async (given: string) =>
    (await fetch(`${closed.url}/metrics`, { headers: { authorization: `Bearer ${given}` } })).status;
  expect(await ask('another-token-of-it')).toBe(404);
  expect(await ask(token)).toBe(200);
  expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
  await closed.stop();
  // a proxy beside it may send no header of its own
  const proxied = await startServe({ home: newHome(), flags: ['--public-url', 'https://leaks.example.org'] });
  expect((await fetch(`${proxied.url}/metrics`)).status).toBe(404);
  await proxied.stop();
});

test('while the database is gone it says so, and it is back when the database is', async () => {
  await using server = await startPostgres();
  const home = newHome();
  const serve = await startServe({ home, flags: ['--database', await server.makeDatabase()] });
  const api = `${serve.url}/api/v3/breachedaccount/somebody@example.org`;
  const ask = async (url: string) => {
    const answer = await fetch(url, { headers: { ...agent, 'hibp-api-key': 'a'.repeat(32) } });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      text: await answer.text(),
    };
  };
  expect((await ask(api)).status).toBe(401);
  await server.stop();
  const gone = await ask(api);
  expect(gone.status).toBe(503);
  expect(Number(gone.retryAfter)).toBeGreaterThan(0);
  expect(JSON.parse(gone.text)).toHaveProperty('message');
  const page = await fetch(`${serve.url}/operators/log-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' },
    body: 'name=a&secret=b&code=c',
  });
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('Indisponible')]);
  expect(await (await fetch(`${serve.url}/metrics`)).text()).toContain('tocsin_register_up 0');
  await server.start();
  await expect.poll(async () => (await ask(api)).status, { timeout: 20_000 }).toBe(401);
  expect(serve.said()).not.toContain('somebody');
  expect(await serve.stop()).toBe(0);
}, 60_000);
