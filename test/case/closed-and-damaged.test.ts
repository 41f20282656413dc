/*
 * What a closed case refuses, and what is said where a name, the key file or the database of the instance is wrong.
 */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { memberTable } from '../examine/small-dump.fixture.ts';
import { testInstance } from './instance.fixture.ts';

const { run, json, attempt, folder, home } = testInstance();

beforeAll(async () => {
  writeFileSync(join(folder, 'members.csv'), memberTable(20));
  writeFileSync(join(folder, 'more.csv'), memberTable(30));
  writeFileSync(
    join(folder, 'rules.json'),
    '{"controllers":[{"name":"Choir","rules":[{"column":"email"}]}]}',
  );
  await run('examine', 'members.csv', '--case', 'spill');
});

describe('a closed case', () => {
  beforeAll(() => run('case', 'close', 'spill', '--why', 'all told'));

  test.each([
    ['examine', 'more.csv', '--case', 'spill'],
    ['evidence', 'add', 'spill', 'more.csv'],
    ['split', 'spill', '--rules', 'rules.json'],
    ['directory', 'spill', '--controller', 'Choir', '--file', 'members.csv'],
  ])('takes nothing in by %s, and says how it is opened again', async (...args) => {
    const { exit, stderr } = await attempt(args);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/the case \S+ was closed on \d{4}-\d\d-\d\d: /u);
    expect(stderr).toMatch(/hint: .*tocsin case reopen/su);
  });

  test('still shows a person, and holds what it held', async () => {
    await run('person', '--identifier', 'member7@example.org', '--case', 'spill', '--why', 'asked');
    const { deliveries, evidence } = await json('case', 'show', 'spill');
    expect([(deliveries as []).length, (evidence as []).length]).toEqual([1, 1]);
  });

  test('takes more once it is open again', async () => {
    await run('case', 'reopen', 'spill', '--why', 'more came');
    const { taken } = await json('evidence', 'add', 'spill', 'more.csv');
    expect(taken).toMatchObject([{ id: 'E2' }]);
  });
});

test('a name with a control character is told as that', async () => {
  const { exit, stderr } = await attempt(['case', 'open', '--name', 'spring\tleak']);
  expect(exit).toBe(2);
  expect(stderr).toContain('the name of the case has a character that cannot be printed');
});

describe('in a copy of the instance', () => {
  const copied = (name: string) => {
    const path = join(folder, name);
    cpSync(home, path, { recursive: true });
    return path;
  };
  const list = (path: string) => runTocsin(['case', 'list'], folder, { env: { TOCSIN_HOME: path } });

  test('another key file is told as what may be wrong, with what to put back', async () => {
    const path = copied('foreign');
    writeFileSync(join(path, 'key'), Buffer.alloc(32, 7));
    const { exit, stderr } = await list(path);
    expect(exit).toBe(2);
    expect(stderr).toContain('the key file of the instance does not open');
    expect(stderr).toMatch(/put back the key file of this\s+instance/u);
    expect(stderr).not.toContain('do not depend');
  });

  const tocsin = (path: string, ...args: string[]) => runTocsin(args, folder, { env: { TOCSIN_HOME: path } });

  test.each<[string, (path: string) => void]>([
    ['damaged', (path) => writeFileSync(join(path, 'instance.db'), Buffer.alloc(40_960, 1))],
    ['missing', (path) => rmSync(join(path, 'instance.db'))],
    ['empty', (path) => writeFileSync(join(path, 'instance.db'), '')],
    [
      'missing with its key',
      (path) => ['', '.key'].forEach((end) => rmSync(join(path, `instance.db${end}`))),
    ],
  ])(
    'a database that is %s is never made anew in silence, but by somebody who says so',
    async (what, harm) => {
      const path = copied(what);
      for (const name of ['instance.db-wal', 'instance.db-shm']) rmSync(join(path, name), { force: true });
      harm(path);
      for (const _ of ['once', 'and again']) {
        const { exit, stderr } = await list(path);
        expect(exit).toBe(2);
        expect(stderr.replace(/\s+/gu, ' ')).toContain('tocsin custody renew --lost-database');
        expect(stderr).toContain('docs/guides/users.md');
      }
      const verified = await tocsin(path, 'custody', 'verify');
      expect(verified.exit).toBe(0);
      expect(verified.stdout.replace(/\s+/gu, ' ')).toContain('what it knew of the log was not compared');
      const renewed = await tocsin(path, 'custody', 'renew', '--lost-database', '--why', 'no copy is left');
      expect(renewed.exit).toBe(0);
      expect(renewed.stderr).toContain('tocsin user add');
      const { exit, stdout } = await list(path);
      expect(exit).toBe(0);
      expect(stdout).toContain('spill');
      const log = await tocsin(path, 'custody', 'list');
      expect(log.stdout).toMatch(/instance\.renew, done\n\s+why: no copy is left\n\s+lost users, register/u);
      expect((await tocsin(path, 'custody', 'verify')).exit).toBe(0);
    },
  );

  test('a database that opens is not made anew', async () => {
    const path = copied('whole');
    const { exit, stderr } = await tocsin(path, 'custody', 'renew', '--lost-database', '--why', 'x');
    expect([exit, stderr]).toEqual([2, expect.stringContaining('nothing of it is lost')]);
  });
});

test('a text of any length given with an option is refused before anything is done', async () => {
  const { exit, stderr } = await attempt(['case', 'contact', 'spill', 'Ada', '--email', 'x'.repeat(16_001)]);
  expect([exit, stderr]).toEqual([2, expect.stringContaining('--email takes at most 16000 characters')]);
});

test.each([
  ['examine', 'members.csv', '--out'],
  ['evidence', 'open', 'spill', 'E1', '--why', 'asked', '--out'],
  ['directory', 'spill', '--controller', 'Choir', '--file', 'members.csv', '--list'],
  ['package', 'spill', '--controller', 'Choir', '--to', 'age1', '--out'],
  ['package', 'open', 'members.csv', '--identity', 'members.csv', '--out'],
])('%s %s writes nothing in clear into the instance folder', async (...args) => {
  const { exit, stderr } = await attempt([...args, join(home, 'clear')]);
  expect([exit, stderr]).toEqual([2, expect.stringContaining('inside the instance folder')]);
  expect(existsSync(join(home, 'clear'))).toBe(false);
});

test('what steers a terminal is shown in an error, not sent', async () => {
  const { exit, stderr } = await attempt(['verify', 'a\u001b]0;title\u0007']);
  expect([exit, stderr]).toEqual([2, expect.stringContaining('there is no a\\x1b]0;title\\x07')]);
});
