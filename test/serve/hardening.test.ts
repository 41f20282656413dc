/*
 * A real `tocsin serve` under clients that mean no good: whatever they send, others are answered, the answer is a clear
 * status, and nothing of the request or of the program is in it.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { exchange, type RawClient, rawClient } from './raw-client.fixture.ts';
import { type StartedServe, startServe } from './serve.fixture.ts';

const folder = scratchFolder();
let serve: StartedServe;

beforeAll(async () => {
  serve = await startServe({ home: join(folder, 'home') });
});
afterAll(async () => {
  await serve.stop();
});

/** On a machine with much else to do. */
const patiently = { timeout: 30_000 };

/** What a request carries and no answer may. */
const marker = 'Marker7319';

async function othersStatus(): Promise<number> {
  const answer = await fetch(`${serve.url}/api/v3/dataclasses`, { headers: { 'user-agent': 'test' } });
  await answer.arrayBuffer();
  return answer.status;
}

test.each<[string, string, number[]]>([
  ['a percent sign that means nothing', `GET /breaches/%zz${marker} HTTP/1.1\r\nHost: h\r\n\r\n`, [400, 404]],
  ['bytes that are no UTF-8', `GET /breaches/%ff%fe${marker} HTTP/1.1\r\nHost: h\r\n\r\n`, [400, 404]],
  ['a NUL, encoded', `GET /breaches/%00${marker} HTTP/1.1\r\nHost: h\r\n\r\n`, [400, 404]],
  ['a NUL, as it is', `GET /breaches/\0${marker} HTTP/1.1\r\nHost: h\r\n\r\n`, [400]],
  ['a path of 15,000 characters', `GET /${marker.repeat(1_500)} HTTP/1.1\r\nHost: h\r\n\r\n`, [404]],
  ['a path of 100,000 characters', `GET /${marker.repeat(10_000)} HTTP/1.1\r\nHost: h\r\n\r\n`, [431]],
  ['10,000 header fields', `GET / HTTP/1.1\r\nHost: h\r\n${`${marker}: a\r\n`.repeat(10_000)}\r\n`, [431]],
  ['a header field of 1 MB', `GET / HTTP/1.1\r\nHost: h\r\nx: ${'a'.repeat(1 << 20)}\r\n\r\n`, [431]],
  ['no host', `GET /${marker} HTTP/1.1\r\n\r\n`, [400]],
  ['an odd host', `GET /${marker} HTTP/1.1\r\nHost: a b\\c\r\n\r\n`, [400]],
  ['HTTP/1.0 without a host', `GET /robots.txt HTTP/1.0\r\n\r\n`, [200]],
  ['HTTP/0.9', `GET /${marker}\r\n\r\n`, [400, 404]],
  ['no HTTP', `${marker}\r\n\r\n`, [400]],
  ['another host in the target', `GET http://elsewhere.test/${marker} HTTP/1.1\r\nHost: h\r\n\r\n`, [404]],
  ['two lengths', `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, [400]],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    [400],
  ],
  ['a method that changes', `PATCH /breaches HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n`, [405]],
  ['a method of others', `PROPFIND /breaches HTTP/1.1\r\nHost: h\r\n\r\n`, [405]],
  ['TRACE', `TRACE /breaches HTTP/1.1\r\nHost: h\r\nx: ${marker}\r\n\r\n`, [405]],
  ['a method of nobody', `${marker.toUpperCase()} / HTTP/1.1\r\nHost: h\r\n\r\n`, [400]],
  [
    'a form in another encoding',
    `POST / HTTP/1.1\r\nHost: h\r\nContent-Type: ${marker}\r\nContent-Length: 3\r\n\r\na=b`,
    [400, 405, 415],
  ],
])('%s is answered clearly', async (_, bytes, statuses) => {
  const { status, whole } = await exchange(serve.url, Buffer.from(bytes, 'latin1'));
  expect(statuses).toContain(status);
  expect(whole).not.toContain(marker);
  expect(whole).not.toMatch(/\.ts:\d|node:internal|node_modules|Error:/u);
  expect(await othersStatus()).toBe(200);
});

test('CONNECT leads nowhere', async () => {
  using client = await rawClient(serve.url);
  client.send('CONNECT elsewhere.test:443 HTTP/1.1\r\nHost: elsewhere.test\r\n\r\n');
  expect(await client.closed).not.toMatch(/^HTTP\/1\.1 2/u);
});

test('what follows a request and is none ends the connection', async () => {
  using client = await rawClient(serve.url);
  client.send(`GET /robots.txt HTTP/1.1\r\nHost: h\r\n\r\n\x01\x02${marker}\r\n\r\n`);
  const whole = await client.closed;
  expect(whole).toMatch(/HTTP\/1\.1 400 /u);
  expect(whole).not.toContain(marker);
});

test('a body of 100 MB is refused before it is read', async () => {
  using client = await rawClient(serve.url);
  client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 104857600\r\n\r\n');
  expect(await client.until(/\r\n\r\n/u)).toMatch(/^HTTP\/1\.1 413 /u);
  expect(await othersStatus()).toBe(200);
});

test('a body of chunks without an end is cut off where it is too much', async () => {
  using client = await rawClient(serve.url);
  client.send(
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
  const answered = client.until(/\r\n\r\n/u);
  for (let i = 0; i < 20; i++) client.send(chunk);
  expect(await answered).toMatch(/^HTTP\/1\.1 413 /u);
  expect(await othersStatus()).toBe(200);
});

test('500 clients that never finish their headers or bodies stop nobody, and are cut off', async () => {
  const clients: RawClient[] = [];
  for (let i = 0; i < 250; i++) {
    const header = await rawClient(serve.url);
    header.send('GET / HTTP/1.1\r\nHost: h\r\nx: a');
    const body = await rawClient(serve.url);
    body.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\na');
    clients.push(header, body);
  }
  for (let i = 0; i < 20; i++) expect(await othersStatus()).toBe(200);
  // the headers; bodies get longer
  expect(await clients[0]!.closed).toMatch(/^HTTP\/1\.1 408 /u);
  expect(await othersStatus()).toBe(200);
  for (const client of clients) client[Symbol.dispose]();
}, 60_000);

test('clients that ask and do not read stop nobody', async () => {
  const clients: RawClient[] = [];
  for (let i = 0; i < 20; i++) {
    const client = await rawClient(serve.url);
    client.socket.pause();
    client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n'.repeat(60));
    clients.push(client);
  }
  for (let i = 0; i < 20; i++) expect(await othersStatus()).toBe(200);
  for (const client of clients) client[Symbol.dispose]();
  expect(await othersStatus()).toBe(200);
});

test('who asks thousands of times ahead of the answers is cut off', async () => {
  using client = await rawClient(serve.url);
  client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n'.repeat(2_000));
  expect((await client.closed).split('HTTP/1.1 200').length).toBeLessThan(100);
  expect(await othersStatus()).toBe(200);
});

test('one address may hold many connections, and not all', async () => {
  const clients: RawClient[] = [];
  let refused = 0;
  for (let i = 0; i < 600; i++) {
    const client = await rawClient(serve.url);
    void client.closed.then(() => refused++);
    clients.push(client);
  }
  await expect.poll(() => refused, patiently).toBeGreaterThan(0);
  expect(refused).toBeLessThan(200);
  for (const client of clients) client[Symbol.dispose]();
  await expect
    .poll(async () => (await fetch(`${serve.url}/robots.txt`).catch(() => null))?.status, patiently)
    .toBe(200);
});

test('nothing of what was sent is in what the operator is told', () => {
  expect(serve.said()).not.toContain(marker);
  expect(serve.said()).not.toMatch(/Error|fault/u);
});
