/*
 * Mozilla Monitor's way from end to end: subscribe to the range of an address, a case is published, the callback arrives,
 * the range is searched, the breach is withdrawn.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { addWebhook } from '../../src/register/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';
import { curl } from './curl.fixture.ts';
import { monitorClient, startNotifyEndpoint } from './monitor-client.fixture.ts';
import { keyFor, people, plantRegister, sha1Of } from './planted-register.fixture.ts';

const folder = scratchFolder();

forBothEngines((open, engine) => {
  test('subscribe, publish, callback, range search, withdraw', { timeout: 120_000 }, async () => {
    await using opened = await open();
    await using notify = await startNotifyEndpoint();
    const { register, home, url } = opened;
    const database = url === null ? [] : ['--database', url];
    const served = await startServe({ home: home.path, flags: ['--allow-private-network', ...database] });
    const { key } = await keyFor(register, 'enterprise');
    const token = 'a-token-of-the-test';
    await addWebhook(register, {
      url: notify.url,
      events: [],
      monitorToken: token,
      account: null,
      now: Date.now(),
    });
    const monitor = monitorClient({
      apiRoot: `${served.url}/api/v3`,
      kAnonRoot: `${served.url}/enterprise`,
      token: key,
    });
    const address = 'ilse.planted@example.org';
    expect(await monitor.subscribeAsWritten(address)).toEqual({});
    const { prefix, suffix } = sha1Of(address);
    expect(await monitor.subscribe(address)).toEqual({ hashPrefix: prefix });
    expect(await monitor.breachesOf(address, [], true)).toBeUndefined();

    const tocsin = async (...args: string[]) => {
      const ran = await runTocsin(args, folder, { env: { TOCSIN_HOME: home.path } });
      expect([args[0], ran.exit, ran.exit === 0 ? '' : ran.stderr]).toEqual([args[0], 0, '']);
      return ran.stdout;
    };
    const leak = join(folder, `leak-${engine}.csv`);
    const others = Array.from({ length: 40 }, (_, i) => `person${i}@example.net;ALDERMOOR;ANNA`);
    writeFileSync(leak, `email;nom;prenom\n${address};BIRCHMERE;ILSE\n${others.join('\n')}\n`);
    await tocsin('case', 'open', '--name', 'monitored');
    await tocsin('examine', leak, '--case', 'monitored');
    const publish = ['--name', 'ElmShop', '--title', 'Elm', '--domain', 'elm.example', '--range'];
    await tocsin('publish', 'monitored', ...publish, ...database);

    await vi.waitFor(() => expect(notify.calls).toHaveLength(1), { timeout: 60_000, interval: 100 });
    expect(notify.calls[0]).toEqual({
      authorization: `Bearer ${token}`,
      body: { breachName: 'ElmShop', hashPrefix: prefix, hashSuffixes: [suffix] },
    });
    const all = await monitor.allBreaches();
    expect(all.map(({ Name }) => Name)).toEqual(['ElmShop']);
    expect(await monitor.breachesOf(address.toUpperCase(), all, false)).toEqual(['ElmShop']);
    expect(await monitor.breachesOf('person40@example.net', all, true)).toBeUndefined();

    await tocsin('withdraw', 'ElmShop', ...database);
    await vi.waitFor(async () => expect(await monitor.allBreaches()).toEqual([]), { timeout: 5000 });
    expect(await monitor.breachesOf(address, all, true)).toBeUndefined();
    expect(served.said()).not.toContain(address);
    expect(await served.stop()).toBe(0);
  });

  test('an enterprise sees sensitive breaches, and every answer it gets is JSON', async () => {
    await using opened = await open();
    const { register, home, url } = opened;
    await plantRegister(register);
    const served = await startServe({
      home: home.path,
      flags: ['--enterprise-host', 'ranges.example', ...(url === null ? [] : ['--database', url])],
    });
    const { key } = await keyFor(register, 'enterprise', { rpm: 20 });
    const { prefix, suffix } = sha1Of(people.anna);
    const ask = async (path: string, ...args: string[]) => {
      const { status, body, headers } = await curl(...args, `${served.url}${path}`);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      return [status, JSON.parse(body) as unknown] as const;
    };
    const keyed = ['-H', `Hibp-Enterprise-Api-Key: ${key}`];
    const found = [200, [{ hashSuffix: suffix, websites: ['AlderLtd', 'BirchClinic', 'CedarLists'] }]];
    for (const path of [
      `/enterprise/range/search/${prefix}`,
      `/Enterprise/Range/Search/${prefix.toLowerCase()}/`,
      `/range/search/${prefix}`,
    ])
      expect(await ask(path, ...keyed)).toEqual(found);
    expect(await ask(`/range/search/${prefix}`, ...keyed, '-H', 'Host: ranges.example')).toEqual(found);
    expect((await ask('/', '-H', 'Host: ranges.example'))[0]).toBe(404);
    expect((await ask('/enterprise/range/search/00000g', ...keyed))[0]).toBe(400);
    expect((await ask(`/enterprise/range/search/${prefix}/more`, ...keyed))[0]).toBe(400);
    expect((await ask('/enterprise/else', ...keyed))[0]).toBe(404);
    expect((await ask(`/enterprise/range/search/${prefix}`))[0]).toBe(401);
    const { key: small } = await keyFor(register, 'pro');
    const refused = await ask(
      `/enterprise/range/search/${prefix}`,
      '-H',
      `Hibp-Enterprise-Api-Key: ${small}`,
    );
    expect(refused[0]).toBe(403);
    const subscribe = (body: string) => ask('/enterprise/range/subscribe', ...keyed, '-d', body);
    expect(await subscribe('{"hashPrefix":"abcdef"}')).toEqual([201, { hashPrefix: 'ABCDEF' }]);
    expect((await subscribe('{"hashPrefix":"ABCDEF"}'))[0]).toBe(200);
    expect((await subscribe('{"hashPrefix":"ffffff"}'))[0]).toBe(201);
    for (const bad of ['', '{', 'null', '[]', '{"hashPrefix":7}', '{"hashPrefix":"ABCDEF0"}'])
      expect([bad, (await subscribe(bad))[0]]).toEqual([bad, 400]);
    let status = 200;
    for (let i = 0; i < 50 && status === 200; i++)
      [status] = await ask(`/enterprise/range/search/${prefix}`, ...keyed);
    expect(status).toBe(429);
    expect(await served.stop()).toBe(0);
  });
});
