/*
 * Passwords as real clients get them: imported by the command line, answered by a real `tocsin serve`, on both engines, to
 * the npm package `hibp` as it is and to curl.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pwnedPassword, pwnedPasswordRange } from 'hibp';
import { expect, test } from 'vitest';
import { ntlmOf } from '../../src/pipeline/passwords/hash-password.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { startServe } from '../serve/serve.fixture.ts';

const folder = scratchFolder();
const run = promisify(execFile);
const command = fileURLToPath(new URL('../../src/cli/tocsin.ts', import.meta.url));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const ntlm = (text: string) => ntlmOf(Buffer.from(text)).toString('hex').toUpperCase();
const passwords = Array.from({ length: 500 }, (_, i) => ({ password: `made-up ${i}`, count: 1 + i * 37 }));

forBothEngines((open) => {
  test('real clients find each password with its count, and only those', { timeout: 120_000 }, async () => {
    await using opened = await open();
    const flags = opened.url === null ? [] : ['--database', opened.url];
    const tocsin = async (...args: string[]) => {
      const env = { ...process.env, TOCSIN_HOME: opened.home.path };
      const { stdout } = await run(process.execPath, [command, ...args, ...flags], { env });
      return stdout;
    };
    for (const [name, hash] of [
      ['sha1', sha1],
      ['ntlm', ntlm],
    ] as const) {
      const path = join(folder, `${opened.register.engine}-${name}.txt`);
      writeFileSync(path, passwords.map(({ password, count }) => `${hash(password)}:${count}`).join('\n'));
      expect(JSON.parse(await tocsin('passwords', 'import', path, '--name', name, '--json'))).toMatchObject({
        name,
        [name]: 500,
        bad: { count: 0 },
      });
    }
    expect(await tocsin('passwords', 'show')).toContain('ntlm: there\n  0 SHA-1 and 500 NTLM hashes');

    const server = await startServe({ home: opened.home.path, flags });
    const { url: baseUrl } = server;
    for (const { password, count } of passwords.slice(0, 20))
      expect(await pwnedPassword(password, { baseUrl, addPadding: count % 2 === 0 })).toBe(count);
    expect(await pwnedPassword('nobody has this one', { baseUrl })).toBe(0);
    const [first] = passwords as [{ password: string; count: number }];
    for (const [mode, hash] of [
      ['sha1', sha1(first.password)],
      ['ntlm', ntlm(first.password)],
    ] as const) {
      const found = await pwnedPasswordRange(hash.slice(0, 5), { baseUrl, mode });
      expect(found[hash.slice(5)]).toBe(first.count);
    }
    await expect(pwnedPasswordRange('nothx', { baseUrl })).rejects.toThrow(
      'The hash prefix was not in a valid format',
    );

    const digits = sha1(first.password);
    const curl = async (...args: string[]) => (await run('curl', ['-sS', '-i', ...args])).stdout;
    const packed = await curl(
      '--compressed',
      '-H',
      'Add-Padding: true',
      `${baseUrl}/range/${digits.slice(0, 5).toLowerCase()}`,
    );
    expect(packed).toMatch(/^HTTP\/1\.1 200 /u);
    expect(packed).toMatch(/\r\ncontent-encoding: (?:br|gzip|deflate)\r\n/iu);
    const rows = packed.slice(packed.indexOf('\r\n\r\n') + 4).split('\r\n');
    expect(rows.length).toBeGreaterThanOrEqual(800);
    expect(rows.length).toBeLessThanOrEqual(1000);
    expect(rows).toContain(`${digits.slice(5)}:${first.count}`);
    const head = await curl('-I', `${baseUrl}/range/${digits.slice(0, 5)}`);
    expect(head).toMatch(/\r\netag: W\/"[\w-]{22}"\r\n/iu);
    expect(head).toMatch(/\r\nlast-modified: /iu);
    const nameless = await curl('-H', 'User-Agent:', `${baseUrl}/range/${digits.slice(0, 5)}`);
    expect(nameless).toMatch(/^HTTP\/1\.1 403 /u);

    // what another process takes away is gone here
    await tocsin('passwords', 'forget', 'sha1');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await pwnedPassword(first.password, { baseUrl })).toBe(0);
    expect(await server.stop()).toBe(0);
  });
});
