/*
 * Ory Kratos' check of a new password, as its validator does it: the range of five digits from a host alone, each line
 * trimmed and cut at its colon into exactly two parts, the count read as an integer.
 */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pwnedPassword, pwnedPasswordRange } from 'hibp';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';

const folder = scratchFolder();
const passwordsHost = 'passwords.example';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

/** How often a password was seen; throws on whatever Kratos takes for a broken answer. */
async function kratosCount(url: string, password: string): Promise<number> {
  const digest = sha1(password);
  const { hostname, port } = new URL(url);
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { host: passwordsHost, 'user-agent': 'Go-http-client/1.1' };
    request({ hostname, port, path: `/range/${digest.slice(0, 5)}`, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve(body));
    })
      .on('error', reject)
      .end();
  });
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    const parts = line.trim().split(':');
    if (parts.length !== 2 || !/^-?\d+$/u.test(parts[1]!)) throw new Error('a line is not understood');
    counts.set(digest.slice(0, 5) + parts[0]!, Number(parts[1]));
  }
  return counts.get(digest) ?? 0;
}

forBothEngines((open, engine) => {
  test('a password that leaked is known to Kratos and to the npm package, with its count', async () => {
    await using opened = await open();
    const { home, url } = opened;
    const database = url === null ? [] : ['--database', url];
    const corpus = join(folder, `corpus-${engine}.txt`);
    // others of the same range, as a real one has them
    const [leaked, fresh] = ['correct horse battery', 'nobody has this one'];
    const neighbours = [leaked, fresh].flatMap((password) =>
      Array.from({ length: 20 }, (_, i) => `${sha1(password).slice(0, 5)}${sha1(`${i}`).slice(5)}:${i + 1}`),
    );
    writeFileSync(corpus, `${[`${sha1(leaked)}:1234567`, ...neighbours].toSorted().join('\n')}\n`);
    const imported = await runTocsin(['passwords', 'import', corpus, ...database], folder, {
      env: { TOCSIN_HOME: home.path },
    });
    expect([imported.exit, imported.exit === 0 ? '' : imported.stderr]).toEqual([0, '']);
    const served = await startServe({
      home: home.path,
      flags: ['--passwords-host', passwordsHost, ...database],
    });
    expect(await kratosCount(served.url, leaked)).toBe(1_234_567);
    expect(await kratosCount(served.url, fresh)).toBe(0);
    expect(await pwnedPassword(leaked, { baseUrl: served.url })).toBe(1_234_567);
    expect(await pwnedPassword(fresh, { baseUrl: served.url })).toBe(0);
    const range = await pwnedPasswordRange(sha1(leaked).slice(0, 5), {
      baseUrl: served.url,
      addPadding: true,
    });
    expect(range[sha1(leaked).slice(5)]).toBe(1_234_567);
    expect(Object.keys(range).length).toBeGreaterThanOrEqual(800);
    expect(await served.stop()).toBe(0);
  });
});
