/*
 * `tocsin key` as a user runs it: a key is shown once, listed without itself, and revoked for good.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const tocsin = (...args: string[]) => runTocsin(args, folder, { env: { TOCSIN_HOME: home } });

interface ShownKey {
  key?: string;
  number: number;
  account: number;
  plan: string;
  rpm: number | null;
  state: string;
}

test('keys are made, listed and revoked', { timeout: 60_000 }, async () => {
  const made = await tocsin('key', 'create', '--plan', 'pro', '--json');
  expect([made.exit, made.stderr]).toEqual([0, '']);
  const first = JSON.parse(made.stdout) as ShownKey;
  expect(first).toMatchObject({ number: 1, account: 1, plan: 'pro-1', rpm: 500, state: 'valid' });
  expect(first.key).toMatch(/^[0-9a-f]{32}$/u);

  const limited = ['--plan', 'enterprise', '--rpm', '7', '--name', 'mail', '--expires', '9996-02-29'];
  const plain = await tocsin('key', 'create', ...limited, '--same-account-as', '1');
  expect(plain.stdout).toMatch(/^[0-9a-f]{32}\n$/u);
  expect(plain.stderr).toContain('this is key 2, 7 requests a minute; it is shown only now');

  const listed = await tocsin('key', 'list', '--json');
  const { keys } = JSON.parse(listed.stdout) as { keys: ShownKey[] };
  expect(keys).toMatchObject([
    { number: 1, state: 'valid' },
    { number: 2, account: 1, rpm: 7, state: 'valid', expiresAt: '9996-03-01T00:00:00.000Z' },
  ]);
  expect(keys.every((key) => key.key === undefined)).toBe(true);

  const gone = await tocsin('key', 'revoke', first.key!, '--json');
  expect(JSON.parse(gone.stdout)).toEqual({ number: 1, revoked: true, wasRevoked: false });
  expect((await tocsin('key', 'revoke', '1')).stderr).toBe('key 1 was revoked before\n');
  expect((await tocsin('key', 'list')).stdout).toMatch(
    /^1 {2}pro-1 .*revoked\n2 {2}enterprise .*\n {3}mail\n$/u,
  );

  const log = await tocsin('custody', 'list', '--json');
  expect(log.stdout).toContain('key.create');
  expect(log.stdout).toContain('key.revoke');
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }))
    expect(readIfFile(join(home, name)).includes(first.key!)).toBe(false);
});

test('what is wrong with a flag is said, and nothing is made', { timeout: 60_000 }, async () => {
  for (const [flags, words] of [
    [['--plan', 'free'], '--plan is one of core-1'],
    [['--plan', 'pro', '--rpm', '0'], '--rpm is a whole number from 1'],
    [['--plan', 'pro', '--expires', '2027-02-30'], '--expires is a day'],
    [['--plan', 'pro', '--expires', '2020-01-01'], '--expires is a day that has passed'],
    [['--plan', 'pro', '--same-account-as', '99'], 'no API key has the number 99'],
  ] as const) {
    const { exit, stdout, stderr } = await tocsin('key', 'create', ...flags);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  }
  expect((await tocsin('key', 'revoke', 'f'.repeat(32))).stderr).toContain(
    'no such API key was ever made here',
  );
});

function readIfFile(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return '';
    throw error;
  }
}
