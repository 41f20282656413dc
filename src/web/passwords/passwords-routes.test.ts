import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { noRows, packRange, type RangeRows } from '../../lookup/index.ts';
import { forBothEngines, type OpenedRegister } from '../../store/register/both-engines.fixture.ts';
import {
  addPasswordBlocks,
  beginPasswordSource,
  placeWithin,
  type PasswordMode,
  presentPasswordSource,
} from '../../store/register/index.ts';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const now = new Date('2026-11-23T10:00:00.500Z');
const agent = { 'user-agent': 'a test' };

/** Rows of one range: digests of the numbers up to `count`. */
function madeUpRows(mode: PasswordMode, prefix: number, count: number): RangeRows {
  const { tailBytes } = noRows(mode);
  const tails = Array.from({ length: count }, (_, i) => {
    const tail = createHash('sha256').update(`${i}`).digest().subarray(0, tailBytes);
    tail[0] = (tail[0]! & 15) | ((prefix & 15) << 4);
    return tail;
  }).toSorted((a, b) => a.compare(b));
  return {
    tailBytes,
    count,
    tails: Buffer.concat(tails),
    counts: Float64Array.from(tails, (_, i) => 1 + i * i),
  };
}

interface Range {
  mode?: PasswordMode;
  prefix: number;
  count: number;
}

async function fill({ register }: OpenedRegister, name: string, ranges: Range[]): Promise<void> {
  const about = { name, digest: name, caseId: null };
  const blocks = ranges
    .map(({ mode = 'sha1', prefix, count }) => ({
      within: placeWithin(mode, prefix),
      hashes: packRange(madeUpRows(mode, prefix, count)),
    }))
    .toSorted((a, b) => a.within - b.within);
  const begun = await beginPasswordSource(register, about);
  await addPasswordBlocks(register, begun, blocks, 1);
  await presentPasswordSource(register, begun.source, { sha1: 1, ntlm: 1, seen: 1 }, now.getTime());
}

function textOf({ tails, counts, tailBytes, count }: RangeRows): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `${Buffer.from(tails.subarray(i * tailBytes, (i + 1) * tailBytes))
        .toString('hex')
        .toUpperCase()
        .slice(1)}:${counts[i]}`,
  ).join('\r\n');
}

const ranges: Range[] = [
  { prefix: 0x21bd1, count: 500 },
  { prefix: 0x21bd2, count: 950 },
  { prefix: 0x21bd3, count: 1400 },
  { prefix: 0x21bd1, mode: 'ntlm', count: 20 },
];

forBothEngines((open) => {
  const served = async (
    work: (ask: (path: string, init?: RequestInit) => Promise<Response>) => Promise<void>,
  ) => {
    await using opened = await open();
    await fill(opened, 'made up', ranges);
    await using context = await testContext({ open: opened, settings: { passwordsHost: 'passwords.test' } });
    const app = createApp(context);
    await work(async (path, init = {}) => app.request(path, { headers: agent, ...init }));
  };

  test('a range is the rest of its hashes in capitals, with CR LF between and nothing behind', () =>
    served(async (ask) => {
      const expected = textOf(madeUpRows('sha1', 0x21bd1, 500));
      for (const path of [
        '/range/21BD1',
        '/range/21bd1',
        '/RANGE/21bd1?mode=sha1',
        '/range/21BD1/?mode=md5',
      ]) {
        const answer = await ask(path);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          200,
          'text/plain; charset=utf-8',
        ]);
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        expect(await answer.text()).toBe(expected);
      }
      const ntlm = await ask('/range/21BD1?MODE=NTLM');
      expect(await ntlm.text()).toBe(textOf(madeUpRows('ntlm', 0x21bd1, 20)));
      const empty = await ask('/range/00000');
      expect([empty.status, await empty.text(), empty.headers.get('content-length')]).toEqual([200, '', '0']);
    }));

  test('what is no beginning of a hash, and who does not say what it is, is refused in words', () =>
    served(async (ask) => {
      for (const path of [
        '/range/21BD',
        '/range/21BD11',
        '/range/21BDG',
        '/range/%00%ff',
        '/range/',
        `/range/${'A'.repeat(9000)}`,
      ]) {
        const answer = await ask(path);
        expect([path.length, answer.status, await answer.text()]).toEqual([
          path.length,
          400,
          'The hash prefix was not in a valid format',
        ]);
      }
      const nameless = await ask('/range/21BD1', { headers: {} });
      expect([nameless.status, await nameless.text()]).toEqual([
        403,
        'API request must include a user agent',
      ]);
      expect((await ask('/range/21BD1', { method: 'DELETE' })).status).toBe(405);
    }));

  test('padding brings every answer to 800 to 1,000 rows that only their count tells apart', () =>
    served(async (ask) => {
      for (const [path, count, most] of [
        ['/range/21BD1', 500, 1000],
        ['/range/21BD2', 950, 1000],
        ['/range/21BD3', 1400, 1600],
        ['/range/00000', 0, 1000],
        ['/range/21BD1?mode=ntlm', 20, 1000],
      ] as const) {
        const plain = (await (await ask(path)).text()).split('\r\n').filter((row) => row !== '');
        const sizes = new Set<number>();
        for (let i = 0; i < 20; i++) {
          const answer = await ask(path, { headers: { ...agent, 'Add-Padding': 'true' } });
          const rows = (await answer.text()).split('\r\n');
          expect(rows.length).toBeGreaterThanOrEqual(Math.max(800, count));
          expect(rows.length).toBeLessThanOrEqual(most);
          expect(rows).toEqual(rows.toSorted());
          expect(new Set(rows.map((row) => row.split(':')[0])).size).toBe(rows.length);
          expect(rows.every((row) => /^[\dA-F]{35}:\d+$|^[\dA-F]{27}:\d+$/u.test(row))).toBe(true);
          expect(rows.filter((row) => !row.endsWith(':0'))).toEqual(plain);
          expect(answer.headers.get('etag')).toBeNull();
          expect(answer.headers.get('cache-control')).toBe('no-store');
          sizes.add(rows.length);
        }
        expect(sizes.size).toBeGreaterThan(5);
      }
    }));

  test('rows of padding are spread like hashes are', () =>
    served(async (ask) => {
      const firsts = new Map<string, number>();
      const places: number[] = [];
      for (let i = 0; i < 40; i++) {
        const answer = await ask('/range/21BD1', { headers: { ...agent, 'Add-Padding': 'true' } });
        const rows = (await answer.text()).split('\r\n');
        rows.forEach((row, place) => {
          if (!row.endsWith(':0')) return;
          firsts.set(row[0]!, (firsts.get(row[0]!) ?? 0) + 1);
          places.push(place / rows.length);
        });
      }
      // chi-square of the sixteen first digits: beyond 50 comes once in 90,000 runs
      const each = places.length / 16;
      const chi = [...'0123456789ABCDEF'].reduce(
        (sum, digit) => sum + ((firsts.get(digit) ?? 0) - each) ** 2 / each,
        0,
      );
      expect(chi).toBeLessThan(50);
      expect(Math.abs(places.reduce((a, b) => a + b, 0) / places.length - 0.5)).toBeLessThan(0.02);
    }));

  test('an answer is packed as the client asks, padded ones too', () =>
    served(async (ask) => {
      const expected = textOf(madeUpRows('sha1', 0x21bd1, 500));
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync, deflate: inflateSync };
      for (const [accepted, coding] of [
        ['gzip, deflate, br', 'br'],
        ['gzip, deflate', 'gzip'],
        ['deflate', 'deflate'],
        ['br;q=0.1, gzip;q=0.5', 'gzip'],
        ['gzip;q=0, *', 'br'],
        ['gzip;q=0', null],
        ['zstd', null],
        ['', null],
      ] as const)
        for (const padding of ['true', 'false']) {
          const headers = { ...agent, 'accept-encoding': accepted, 'add-padding': padding };
          const answer = await ask('/range/21BD1', { headers });
          expect(answer.headers.get('content-encoding')).toBe(coding);
          const bytes = Buffer.from(await answer.arrayBuffer());
          expect(answer.headers.get('content-length')).toBe(String(bytes.length));
          const text = (coding === null ? bytes : unpack[coding](bytes)).toString();
          const rows = text.split('\r\n');
          expect(rows.filter((row) => !row.endsWith(':0')).join('\r\n')).toBe(expected);
          expect(rows.length >= 800).toBe(padding === 'true');
          expect(answer.headers.get('vary')).toBe('Accept-Encoding, Add-Padding');
        }
    }));

  test('whoever has the answer is told that it is still so, and a new source changes that', async () => {
    await using opened = await open();
    await fill(opened, 'first', [{ prefix: 0x21bd1, count: 3 }]);
    await using context = await testContext({ open: opened });
    const app = createApp(context);
    const ask = (headers: Record<string, string>, path = '/range/21BD1') =>
      app.request(path, { headers: { ...agent, ...headers } });
    const first = await ask({});
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('last-modified')).toBe('Mon, 23 Nov 2026 10:00:00 GMT');
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    for (const headers of [
      { 'if-none-match': tag },
      { 'if-none-match': `"other", ${tag}` },
      { 'if-modified-since': 'Mon, 23 Nov 2026 10:00:00 GMT' },
    ]) {
      const known = await ask(headers);
      expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', tag]);
    }
    for (const headers of [
      { 'if-none-match': '"other"', 'if-modified-since': 'Mon, 23 Nov 2026 10:00:00 GMT' },
      { 'if-modified-since': 'Mon, 23 Nov 2026 09:59:59 GMT' },
      { 'if-modified-since': 'no date' },
    ])
      expect((await ask(headers)).status).toBe(200);
    const head = await app.request('/range/21BD1', { method: 'HEAD', headers: agent });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
    expect(head.headers.get('content-length')).toBe(first.headers.get('content-length'));

    await fill(opened, 'second', [{ prefix: 0x21bd1, count: 4 }]);
    // as long as another process's change may stay unseen
    await new Promise((resolve) => setTimeout(resolve, 300));
    const changed = await ask({ 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect((await changed.text()).split('\r\n')).toHaveLength(4);
  });

  test('scripts in pages of others may ask for padding, and a host name of its own has nothing else', () =>
    served(async (ask) => {
      const preflight = await ask('/range/21BD1', { method: 'OPTIONS' });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-headers')).toContain('Add-Padding');
      const there = { headers: { ...agent, host: 'Passwords.test:8443' } };
      expect((await ask('/range/21BD1', there)).status).toBe(200);
      for (const path of ['/', '/api/v3/breaches', '/range/search/ABCDEF', '/metrics'])
        expect((await ask(path, there)).status).toBe(404);
    }));
});
