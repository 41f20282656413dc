/*
 * `tocsin webhook`, `tocsin domain` and `tocsin subscriber` as somebody types them.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const command = fileURLToPath(new URL('../../src/cli/tocsin.ts', import.meta.url));

function run(...args: string[]) {
  const env = { ...process.env, TOCSIN_HOME: join(folder, 'home') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a webhook is added with a secret shown once, listed without it, and removed', () => {
  const added = run('webhook', 'add', 'https://hook.example/secret-path', '--event', 'breach.published');
  expect(added.stdout).toMatch(/^whsec_\S+\n$/u);
  const monitor = run(
    'webhook',
    'add',
    'https://monitor.example/',
    '--monitor',
    '--token',
    'a-token',
    '--json',
  );
  expect(JSON.parse(monitor.stdout)).toMatchObject({
    number: 2,
    host: 'https://monitor.example',
    monitor: true,
  });
  const listed = run('webhook', 'list').stdout;
  const [, path] = /https:\/\/hook\.example\/…  path ([0-9a-f]{8})\n/u.exec(listed) ?? [];
  expect(listed).toBe(
    `1  breach.published  0 waiting, 0 failed\n   https://hook.example/…  path ${path}\n2  ranges  0 waiting, 0 failed\n   https://monitor.example\n`,
  );
  const other = run('webhook', 'add', 'https://hook.example/other-path', '--json').stdout;
  expect(JSON.parse(other)).toMatchObject({ number: 3, host: 'https://hook.example' });
  expect((JSON.parse(other) as { pathHash: string }).pathHash).not.toBe(path);
  expect(run('webhook', 'remove', '3')).toMatchObject({ status: 0 });
  expect(run('webhook', 'remove', '1')).toMatchObject({ status: 0 });
  expect(run('webhook', 'remove', '1')).toMatchObject({ status: 2, stdout: '' });
  expect(JSON.parse(run('webhook', 'list', '--json').stdout)).toMatchObject({ webhooks: [{ number: 2 }] });
});

test.each([
  [['webhook', 'add', 'ftp://hook.example/']],
  [['webhook', 'add', 'https://hook.example/', '--event', 'nothing']],
  [['webhook', 'add', 'https://hook.example/', '--monitor']],
  [['webhook', 'add', 'https://hook.example/', '--token', 'x']],
  [['webhook', 'add', 'https://hook.example/', '--key', '99']],
  [['domain', 'token', 'no domain', '--key', '1']],
])('what cannot be is refused with a hint: %j', (args) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^error: .+\nhint: /u);
});

test('a domain has a token until it is proven, and without a proof verify ends with 1', () => {
  const { number } = JSON.parse(run('key', 'create', '--plan', 'pro', '--json').stdout) as { number: number };
  const key = ['--key', String(number)];
  const token = run('domain', 'token', 'alder.test', ...key).stdout;
  expect(token).toMatch(/^hibp-verify=dweb_[a-z0-9]{24}\n$/u);
  expect(run('domain', 'token', 'ALDER.test', ...key).stdout).toBe(token);
  const unreached = run('domain', 'verify', 'alder.test', ...key, '--by', 'file', '--json');
  expect(unreached.status).toBe(1);
  expect(JSON.parse(unreached.stdout)).toMatchObject({
    verified: false,
    reached: false,
    message: expect.stringMatching(/^The domain was not reached: .+\.$/u),
  });
  const misplaced = run('domain', 'verify', 'alder.test', ...key, '--by', 'file', '--dns', '127.0.0.1');
  expect(misplaced).toMatchObject({ status: 2, stdout: '' });
  expect(misplaced.stderr).toContain('--dns belongs to --by dns');
  expect(JSON.parse(run('domain', 'list', '--json').stdout)).toEqual({ domains: [] });
  expect(JSON.parse(run('subscriber', 'count', '--json').stdout)).toEqual({
    subscribers: 0,
    ranges: 0,
    jobs: [],
  });
});
