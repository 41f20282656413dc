import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { sameSite } from './same-site.ts';

const app = new Hono();
app.use('*', sameSite({ publicUrl: 'https://tocsin.example.org' }));
app.all('*', (c) => c.text('taken'));

const status = async (headers: Record<string, string>, path = '/ask', method = 'POST') =>
  (await app.request(path, { method, headers: { host: 'tocsin.example.org', ...headers } })).status;

test('a form of our own pages is taken, also where the browser hides its origin', async () => {
  expect(await status({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(200);
  expect(await status({ origin: 'https://tocsin.example.org' })).toBe(200);
  expect(await status({ origin: 'null' })).toBe(200);
  expect(await status({})).toBe(200);
});

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.example.org' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://tocsin.example.org' },
  { origin: 'https://elsewhere.test' },
  { origin: 'nonsense' },
])('a form with %o is refused', async (headers) => {
  expect(await status(headers)).toBe(403);
});

test('reading, and what programs send, is for everybody', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect(await status(headers, '/', 'GET')).toBe(200);
  expect(await status(headers, '/enterprise/range/subscribe')).toBe(200);
});
