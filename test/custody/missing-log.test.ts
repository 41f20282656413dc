/*
 * A custody log that is gone, or lies beside another public key: what was there is said, and nothing goes on without it.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const template = join(folder, 'template');
let entries = 0;
let id = '';

function tocsin(home: string, ...args: string[]) {
  return runTocsin(args, folder, { env: { TOCSIN_HOME: home } });
}

function copyOfHome(name: string): string {
  const home = join(folder, name);
  cpSync(template, home, { recursive: true });
  return home;
}

beforeAll(async () => {
  id = (await tocsin(template, 'case', 'open', '--name', 'spring leak')).stdout.trim();
  await tocsin(template, 'case', 'note', id, 'one');
  entries = readFileSync(join(template, 'custody', 'entries'), 'utf8')
    .trim()
    .split('\n').length;
});

test('a log that was removed is told as missing, with how many entries it had, each time anew', async () => {
  const home = copyOfHome('removed');
  rmSync(join(home, 'custody'), { recursive: true });
  for (const time of [1, 2]) {
    const { exit, stdout } = await tocsin(home, 'custody', 'verify', '--json');
    expect({ time, exit }).toEqual({ time, exit: 1 });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ what: `the custody log is missing: it had ${entries} entries` }],
    });
  }
  const listed = await tocsin(home, 'custody', 'list');
  expect(listed.exit).toBe(2);
  expect(listed.stderr).toContain(`the custody log is missing: it had ${entries} entries`);
  const noted = await tocsin(home, 'case', 'note', id, 'two');
  expect(noted.exit).toBe(2);
  expect(noted.stderr).toContain(`the custody log is missing: it had ${entries} entries`);
});

test('an instance on which nothing was done yet has no log, and is not told to miss one', async () => {
  const { exit, stderr } = await tocsin(join(folder, 'fresh'), 'custody', 'verify');
  expect(exit).toBe(2);
  expect(stderr).toContain('this instance has no custody log yet');
});

test('nothing is appended beside a public key that was changed', async () => {
  const home = copyOfHome('other-key');
  const path = join(home, 'custody', 'public-key');
  const bytes = readFileSync(path);
  bytes[bytes.length - 5]! ^= 1;
  writeFileSync(path, bytes);
  const before = readFileSync(join(home, 'custody', 'entries'));
  const { exit, stderr } = await tocsin(home, 'case', 'note', id, 'two');
  expect(exit).toBe(2);
  expect(stderr).toContain('the public key of the custody log was changed');
  expect(readFileSync(join(home, 'custody', 'entries')).equals(before)).toBe(true);
});
