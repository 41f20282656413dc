import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { usualSettings } from '../serve-settings.ts';
import { clientAddress, networkOf } from './client-address.ts';

const asked = async (trustProxy: boolean, remoteAddress: string, forwardedFor?: string) => {
  const app = new Hono();
  app.get('/', (c) => c.text(clientAddress({ settings: { ...usualSettings, trustProxy } }, c)));
  const headers: Record<string, string> =
    forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
};

test('without a trusted proxy only the connection counts', async () => {
  expect(await asked(false, '192.0.2.7', '198.51.100.1')).toBe('192.0.2.7');
  expect(await asked(false, '::ffff:192.0.2.7')).toBe('192.0.2.7');
});

test('behind one it is the last address that the proxy wrote, and what clients wrote before it is not', async () => {
  expect(await asked(true, '127.0.0.1', '203.0.113.9, 198.51.100.1')).toBe('198.51.100.1');
  expect(await asked(true, '127.0.0.1', 'what it likes, 2001:db8::1')).toBe('2001:db8::1');
  expect(await asked(true, '127.0.0.1', 'nonsense')).toBe('127.0.0.1');
  expect(await asked(true, '127.0.0.1')).toBe('127.0.0.1');
});

test.each([
  ['192.0.2.7', '192.0.2'],
  ['2001:db8:1:2::3', '2001:db8:1'],
  ['2001:DB8:0001:ffff:0:0:0:1', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
