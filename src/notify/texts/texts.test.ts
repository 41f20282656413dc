import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callGateway, checkGatewayUrl } from './call-gateway.ts';
import { listLine } from './list-cell.ts';
import { nextSendingMoment, zoneOfNumber } from './sending-hours.ts';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['@SUM(1)', "'@SUM(1)"],
  ['-1', "'-1"],
  ['+33639980001', '+33639980001'],
  ['+1+cmd', "'+1+cmd"],
  ['O’Neill, Ada', '"O’Neill, Ada"'],
  ['a\nb', '"a\nb"'],
])('%j stands in a list as %j', (value, cell) => {
  expect(listLine([value])).toBe(`${cell}\r\n`);
});

const paris = 'Europe/Paris';

test.each([
  // winter and summer time
  ['2026-11-23T09:00:00Z', paris, '2026-11-23T09:00:00.000Z'],
  ['2026-11-23T06:59:00Z', paris, '2026-11-23T07:00:00.000Z'],
  ['2026-11-23T19:00:00Z', paris, '2026-11-24T07:00:00.000Z'],
  ['2026-11-23T22:56:00Z', paris, '2026-11-24T07:00:00.000Z'],
  ['2026-07-01T17:59:00Z', paris, '2026-07-01T17:59:00.000Z'],
  ['2026-07-31T18:00:00Z', paris, '2026-08-01T06:00:00.000Z'],
  // the night in which clocks go back
  ['2026-10-24T20:00:00Z', paris, '2026-10-25T07:00:00.000Z'],
  ['2026-12-31T21:00:00Z', paris, '2027-01-01T07:00:00.000Z'],
])('at %s in %s a message goes out at %s', (now, zone, at) => {
  expect(new Date(nextSendingMoment(Date.parse(now), zone)).toISOString()).toBe(at);
});

test('whenever it is, the next moment is within the hours, and no more than a night away', () => {
  const zones = fc.constantFrom(paris, 'Indian/Reunion', 'America/Cayenne', 'Asia/Kolkata', 'UTC', '+05:30');
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
  fc.assert(
    fc.property(moments, zones, (now, zone) => {
      const at = nextSendingMoment(now, zone);
      expect(at).toBeGreaterThanOrEqual(now);
      // a change of the clocks may add an hour or so
      expect(at - now).toBeLessThanOrEqual(13.5 * 3_600_000);
      expect(nextSendingMoment(at, zone)).toBe(at);
    }),
  );
});

test('a number is told its zone by its calling code, the longer first', () => {
  expect(zoneOfNumber('+33639980001', 'UTC')).toBe(paris);
  expect(zoneOfNumber('+262692000000', 'UTC')).toBe('Indian/Reunion');
  expect(zoneOfNumber('+12025550101', 'America/New_York')).toBe('America/New_York');
});

async function gateway(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const message = { to: '+33639980001', text: 'Your data has leaked.', key: 'ab'.repeat(16) };

test('a message is posted with its key and the token, and the answer leaves no number behind', async () => {
  const seen: { headers: Record<string, unknown>; body: unknown }[] = [];
  await using server = await gateway((request, answer) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: JSON.parse(body) });
      answer.writeHead(202).end(JSON.stringify({ id: seen.length === 1 ? 'msg-7' : 'x33639980001' }));
    });
  });
  const settings = { url: server.url, token: 'secret' };
  expect(await callGateway(message, settings)).toEqual({
    result: 'handed',
    code: '202',
    reply: 'answered 202, id msg-7',
  });
  expect((await callGateway(message, settings)).reply).toBe('answered 202');
  expect(seen[0]!.headers).toMatchObject({
    'idempotency-key': message.key,
    authorization: 'Bearer secret',
    'content-type': 'application/json; charset=utf-8',
  });
  expect(seen[0]!.body).toEqual({ to: message.to, text: message.text, id: message.key });
});

test.each([
  [200, 'handed'],
  [302, 'closed'],
  [400, 'refused'],
  [401, 'closed'],
  [404, 'closed'],
  [422, 'refused'],
  [429, 'deferred'],
  [500, 'deferred'],
  [503, 'deferred'],
])('a gateway that answers %i: %s', async (status, result) => {
  await using server = await gateway((_, answer) => void answer.writeHead(status).end('no to +33639980001'));
  const outcome = await callGateway(message, { url: server.url, token: null });
  expect(outcome).toMatchObject({ result, code: String(status), reply: `answered ${status}` });
});

test('a gateway that is not there lost nothing, one that does not answer may have sent', async () => {
  const gone = await gateway(() => {});
  await gone[Symbol.asyncDispose]();
  expect((await callGateway(message, { url: gone.url, token: null })).result).toBe('lost');
  await using silent = await gateway(() => {});
  const settings = { url: silent.url, token: null, timeoutMs: 100 };
  expect((await callGateway(message, settings)).result).toBe('uncertain');
  await using broken = await gateway((request) => void request.socket.destroy());
  expect((await callGateway(message, { url: broken.url, token: null })).result).toBe('uncertain');
});

test.each([
  'https://gateway.example/messages',
  'http://127.0.0.1:8080/x',
  'http://10.1.2.3/',
  'http://localhost/',
])('%s may be called', (url) => {
  expect(() => checkGatewayUrl(url)).not.toThrow();
});

test.each([
  'http://gateway.example/',
  'http://8.8.8.8/',
  'ftp://x.example/',
  'x',
  'https://u:p@gateway.example/',
])('%s is refused', (url) => {
  expect(() => checkGatewayUrl(url)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
