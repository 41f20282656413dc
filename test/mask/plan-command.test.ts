/*
 * `tocsin mask plan` as people use it: what it prints and writes, and plans that cannot be used.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { usualDump } from './fail-open-probes.fixture.ts';

const folder = scratchFolder();
const home = { env: { TOCSIN_HOME: join(folder, 'home') } };
const source = join(folder, 'usual.sql');
writeFileSync(source, `${usualDump}UPDATE u SET name='Anne Fauvergne';\n`);

test('a plan is written whole, and said in 80 columns what is in it', async () => {
  const out = join(folder, 'plan.yaml');
  const ran = await runTocsin(['mask', 'plan', source, '--out', out], '.', home);
  expect(ran).toMatchObject({ exit: 0, stderr: `wrote ${out}\n` });
  expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(ran.stdout).toContain('1 table, 4 columns: 2 masked, 2 kept');
  expect(ran.stdout).toContain('  UPDATE\n');
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('email: {mask: email');
  expect(text).toContain('UPDATE: refuse');
  expect(text + ran.stdout).not.toContain('auvergne');

  const again = await runTocsin(['mask', 'plan', source, '--out', out], '.', home);
  expect(again.exit).toBe(2);
  expect(again.stderr).toContain('there is something already');
  expect(readFileSync(out, 'utf8')).toBe(text);
});

test('as JSON it has each column with its rule, and how many are masked and kept', async () => {
  const ran = await runTocsin(['mask', 'plan', source, '--json'], '.', home);
  expect(ran.exit).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    tables: [
      {
        table: 'u',
        rows: 40,
        columns: [
          { column: 'id', keep: true, reason: 'the number of the row' },
          { column: 'email', mask: 'email' },
          { column: 'name', mask: 'full-name' },
          { column: 'flag', keep: true },
        ],
      },
    ],
    statements: [
      { statement: 'CREATE TABLE', rule: 'text' },
      { statement: 'UPDATE', rule: 'refuse' },
    ],
    masked: 2,
    kept: 2,
    unread: [],
  });
});

test('a plan that is not written as plans are is an error with its line, and nothing is released', async () => {
  const plan = join(folder, 'wrong.yaml');
  writeFileSync(plan, 'plan: 1\ntables:\n  u:\n    email: {mask: emial}\n');
  const out = join(folder, 'wrong.sql');
  const ran = await runTocsin(['mask', source, '--out', out, '--key', 'k', '--plan', plan], '.', home);
  expect(ran.exit).toBe(2);
  expect(ran.stderr).toContain('line 4: column "email" of table "u": no method is called "emial"');
  expect(existsSync(out)).toBe(false);
});

test('what the plan does not have is named and nothing is released', async () => {
  const plan = join(folder, 'short.yaml');
  writeFileSync(
    plan,
    'plan: 1\ntables:\n  u:\n    id: {keep: "the number of the row"}\n    email: {mask: email}\n    flag: {keep: "a flag"}\nstatements:\n  CREATE TABLE: text\n  UPDATE: drop\n',
  );
  const out = join(folder, 'short.sql');
  const ran = await runTocsin(['mask', source, '--out', out, '--key', 'k', '--plan', plan], '.', home);
  expect(ran.exit).toBe(1);
  expect(ran.stdout + ran.stderr).toMatch(/u\.name/u);
  expect(existsSync(out)).toBe(false);
});
