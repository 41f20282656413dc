/*
 * Requests that mean no good, or no sense: each gets a clear status, none an error's insides or its own words back, and
 * whoever asks properly beside them is answered.
 */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';
import { curl } from './curl.fixture.ts';
import { keyFor, people, plantRegister } from './planted-register.fixture.ts';

/** The bytes as they are; what comes back until the other side ends it. */
function send(url: string, bytes: Buffer | string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
    // not ended: who ends his side has gone for Node's server
    socket.write(bytes);
  });
}

const marker = 'zqmarkerqz';

forBothEngines((open) => {
  test('whatever a path holds, the answer is a status and no echo', async () => {
    await using opened = await open();
    const { register, home, url } = opened;
    await plantRegister(register);
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const { key } = await keyFor(register, 'enterprise');
    const request = (target: string, more = '') =>
      send(
        served.url,
        Buffer.from(
          `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: test\r\nHibp-Api-Key: ${key}\r\nConnection: close\r\n${more}\r\n`,
          'latin1',
        ),
      );
    const account = '/api/v3/breachedaccount/';
    const targets: [string, readonly number[]][] = [
      [`${account}${marker}${'x'.repeat(4000)}`, [400]],
      [`${account}${marker}${'x'.repeat(60_000)}`, [431]],
      [`${account}${marker}%`, [400]],
      [`${account}${marker}%4`, [400]],
      [`${account}${marker}%GG@example.org`, [400]],
      [`${account}${marker}%00@example.org`, [400]],
      [`${account}${marker}%ED%A0%80@example.org`, [400]],
      [`${account}${marker}%C0%AF@example.org`, [400]],
      [`${account}${marker}\xe9@example.org`, [400, 404]],
      [`${account}${'%2F'.repeat(2000)}${marker}`, [400]],
      [`${account}../../${marker}`, [404]],
      [`${account}${'../'.repeat(1000)}${marker}`, [404]],
      [`${account}${'/'.repeat(5000)}${marker}`, [400, 404]],
      [`/api/v3/${marker}/${'a/'.repeat(2000)}`, [404]],
      [`/api/v3/breach/${marker}%`, [404]],
      [`/api/v3/breaches?domain=%zz${marker}`, [200]],
      [`/api/v3/breaches?${'domain=a&'.repeat(1500)}`, [200]],
      [`/api/v3/pasteaccount/${marker}%00`, [400]],
      [`/api/v3/stealerlogsbyemail/${marker}`, [400]],
      [`/api/v3/breacheddomain/${marker}.${'a.'.repeat(200)}org`, [400]],
      [`/enterprise/range/search/${marker}`, [401]],
    ];
    for (const [target, statuses] of targets) {
      const answer = await request(target);
      const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]);
      expect([target.slice(0, 80), statuses.includes(status) ? statuses : status]).toEqual([
        target.slice(0, 80),
        statuses,
      ]);
      expect(answer).not.toContain(marker);
      expect(answer).not.toMatch(/\bat .*\.ts:\d|node_modules|Error:/u);
    }
    const flood = Array.from({ length: 10_000 }, (_, i) => `X-${i}: ${marker}\r\n`).join('');
    expect(await request('/api/v3/breaches', flood)).toMatch(/^HTTP\/1\.1 431 /u);
    expect(await send(served.url, `GET ${account}\0 HTTP/1.1\r\nHost: a\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /u,
    );
    expect(await send(served.url, Buffer.from([0xff, 0xfe, 0, 13, 10, 13, 10]))).toMatch(/^HTTP\/1\.1 400 /u);
    const huge = await fetch(`${served.url}/api/v3/domainverification/sendemail`, {
      method: 'POST',
      body: JSON.stringify({ DomainName: marker.repeat(40_000) }),
      headers: { 'hibp-api-key': key },
    });
    expect(huge.status).toBe(413);
    expect(await huge.text()).not.toContain(marker);
    const twoKeys = `Hibp-Api-Key: ${key}\r\n`;
    expect(await request(`${account}elm.tree`, twoKeys)).toContain('improperly formed');
    expect(await request(`${account}elm.tree`)).toContain('AlderLtd');
    expect(served.said()).not.toContain(marker);
    expect(await served.stop()).toBe(0);
  });

  test(
    'who guesses keys is told to wait, and a right key is answered beside it',
    { timeout: 60_000 },
    async () => {
      await using opened = await open();
      const { register, home, url } = opened;
      await plantRegister(register);
      const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
      const { key } = await keyFor(register, 'pro');
      const ask = (withKey: string) =>
        fetch(`${served.url}/api/v3/breachedaccount/${people.username}`, {
          headers: { 'hibp-api-key': withKey },
        });
      const statuses = new Map<number, number>();
      const waits: number[] = [];
      let answer = await ask('1'.repeat(32));
      for (let i = 0; i < 300; i++) {
        await answer.arrayBuffer();
        if (answer.status === 429) waits.push(Number(answer.headers.get('retry-after')));
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        answer = await ask(i.toString(16).padStart(32, 'a'));
      }
      expect(new Set(statuses.keys())).toEqual(new Set([401, 429]));
      expect(statuses.get(401)).toBeGreaterThanOrEqual(100);
      expect(waits.every((wait) => wait >= 1 && wait <= 60)).toBe(true);
      await answer.arrayBuffer();
      const right = await ask(key);
      expect([right.status, await right.json()]).toEqual([200, [{ Name: 'AlderLtd' }]]);
      expect(await served.stop()).toBe(0);
    },
  );

  test('a key that is revoked or made shows within a second', async () => {
    await using opened = await open();
    const { register, home, url } = opened;
    const { revokeApiKey } = await import('../../src/register/index.ts');
    const served = await startServe({ home: home.path, flags: url === null ? [] : ['--database', url] });
    const { key, number } = await keyFor(register, 'pro');
    const status = async () =>
      (await curl('-H', `hibp-api-key: ${key}`, `${served.url}/api/v3/subscription/status`)).status;
    expect(await status()).toBe(200);
    await revokeApiKey(register, number, new Date());
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await status()).toBe(401);
    expect(await served.stop()).toBe(0);
  });
});
