/*
 * What the private look-up answers to whoever does not keep to it: other bytes, too many questions, other addresses.
 */
import { ristretto255 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { createApp } from '../../src/web/create-app.ts';
import { privateRoutes } from '../../src/web/private/private-routes.ts';
import { everybodyPerHour, networkLimit } from '../../src/web/private/private-limits.ts';
import { madeUpNir, plant, someSets } from './planted-index.fixture.ts';

const element = Buffer.from(ristretto255.Point.BASE.toBytes()).toString('hex');
const json = { 'content-type': 'application/json' };
const question = (blinded: unknown, kind: unknown = 'nir') => JSON.stringify({ kind, blinded });

interface Asks {
  request: (path: string, init?: RequestInit, env?: object) => Response | Promise<Response>;
}

function evaluate(app: Asks, body: string, headers: Record<string, string> = json, address = '203.0.113.7') {
  const env = { incoming: { socket: { remoteAddress: address } } };
  return app.request('/api/private/evaluate', { method: 'POST', headers, body }, env);
}

test('what is no blinded number is refused without a word about it', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const refused = [
    question('00'.repeat(32)),
    question('ff'.repeat(32)),
    question(element.slice(2)),
    question(`${element}00`),
    question(element.toUpperCase().replace(/^../u, 'E2')),
    question([element]),
    question(null),
    question(element, 'email'),
    question(element, '__proto__'),
    question(element, ['nir']),
    '',
    'null',
    '[]',
    '{"kind":"nir"',
    '\u0000',
    `{"kind":"nir","blinded":"${element}","more":"${'x'.repeat(600)}"}`,
  ];
  for (const [i, body] of refused.entries()) {
    const answer = await evaluate(app, body, json, `198.51.${i}.1`);
    expect([answer.status, body]).toEqual([400, body]);
    const told = await answer.text();
    expect(told).not.toContain(element.slice(0, 16));
    expect(told.length).toBeLessThan(200);
  }
  expect((await evaluate(app, question(element))).status).toBe(200);
  expect((await evaluate(app, 'x'.repeat(300_000))).status).toBe(413);
});

test('a page of another site cannot have its visitors guess', async () => {
  await using context = await testContext();
  const app = createApp(context);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
    expect((await evaluate(app, question(element), { 'content-type': type })).status).toBe(400);
  const preflight = await app.request('/api/private/evaluate', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  expect(preflight.ok).toBe(false);
});

test('a network may ask so often in an hour and in a day, also from another process, and others go on', async () => {
  let now = Date.UTC(2026, 10, 23);
  await using context = await testContext({ now: () => new Date(now) });
  const apps = [privateRoutes(context), privateRoutes(context)];
  const ask = async (address: string, app = apps[0]!) =>
    (await evaluate(app, question(element), json, address)).status;
  for (let i = 0; i < networkLimit.perHour; i++) expect(await ask(`203.0.113.${i}`, apps[i % 2])).toBe(200);
  expect(await ask('203.0.113.99')).toBe(429);
  expect(await ask('203.0.113.99', apps[1])).toBe(429);
  expect(await ask('203.0.114.1')).toBe(200);
  let answered = networkLimit.perHour;
  for (let hour = 1; hour < 24; hour++) {
    now += 3_600_000;
    const fresh = privateRoutes(context);
    while ((await ask('203.0.113.5', fresh)) === 200) answered++;
  }
  expect(answered).toBeLessThanOrEqual(networkLimit.perDay);
  expect(answered).toBeGreaterThan(networkLimit.perDay - networkLimit.perHour);
  const limited = await evaluate(privateRoutes(context), question(element), json, '203.0.113.5');
  expect([limited.status, Number(limited.headers.get('retry-after')) > 0]).toEqual([429, true]);
});

test('at the limit of all together, trying every NIR would take centuries', () => {
  const candidates = 1e11;
  const years = candidates / (everybodyPerHour.nir * 24 * 365);
  expect(years).toBeGreaterThan(500);
});

test('buckets are only those of the list that is published now', async () => {
  await using context = await testContext();
  const people = Array.from({ length: 600 }, (_, i) => ({
    kind: 'nir' as const,
    typed: madeUpNir(i),
    sets: [0],
  }));
  await plant(context.register, { name: 'Jobs', sets: someSets, people });
  const app = createApp(context);
  const list = async () =>
    (await (await app.request('/api/private/indexes')).json()) as {
      version: string;
      kinds: { nir: { bits: number } };
    };
  const { version, kinds } = await list();
  expect(kinds.nir.bits).toBe(2);
  const status = async (path: string) => (await app.request(`/api/private/${path}`)).status;
  const lengths = new Set<number>();
  for (let prefix = 0; prefix < 4; prefix++) {
    const answer = await app.request(`/api/private/${version}/nir/${prefix}`);
    expect(answer.headers.get('cache-control')).toContain('public');
    lengths.add((await answer.arrayBuffer()).byteLength);
  }
  expect(lengths.size).toBe(1);
  for (const path of [
    `${version}/nir/4`,
    `${version}/nir/9999999999`,
    `${version}/nir/-1`,
    `${version}/nir/0x1`,
    `${version}/email/0`,
    `${version}/__proto__/0`,
    `${'0'.repeat(16)}/nir/0`,
    `${version}/nir/`,
    `${version}/nir/%00`,
  ])
    expect([path, await status(path)]).toEqual([path, 404]);
  await plant(context.register, { name: 'More', sets: someSets, people: people.slice(0, 20) });
  expect((await list()).version).not.toBe(version);
  expect(await status(`${version}/nir/0`)).toBe(404);
});

test('only the files of the list are served to the browser', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const page = await (await app.request('/private')).text();
  const script = /src="(\/assets\/private-[^"]+)"/u.exec(page)![1]!;
  expect((await app.request(script)).headers.get('content-type')).toContain('text/javascript');
  const folder = script.slice(0, script.lastIndexOf('/'));
  for (const path of [
    `${folder}/../package.json`,
    `${folder}/%2e%2e/package.json`,
    `${folder}/@noble/curves/package.json`,
    `${folder}/@noble/curves/nist.js`,
    `${folder}/constructor`,
    `${folder.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))}/private-page.js`,
  ])
    expect([path, (await app.request(path)).status]).toEqual([path, 404]);
});
