/*
 * A copy is there whole and proven, or it is not there: whatever is refused, and at whatever moment a run is killed.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createMasker } from './masked.fixture.ts';
import { peopleDump, peoplePlan } from './people-dump.fixture.ts';

const folder = scratchFolder();
const { mask, run, write } = createMasker(folder);
const source = write('people.sql', peopleDump(60));
const plan = write('people.yaml', peoplePlan);

test('a copy is only its owner’s, and a receipt of it that verifies lies beside it', async () => {
  const { exit, out, stdout } = await mask(source, peoplePlan);
  expect([exit, stdout]).toEqual([0, expect.stringContaining('survivors: 0 of')]);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(await run(['mask', 'verify', out])).toMatchObject({ exit: 0 });
  writeFileSync(out, 'x', { flag: 'a' });
  expect(await run(['mask', 'verify', out])).toMatchObject({ exit: 1 });
});

test('what is refused is told with file, line, table and column, and leaves nothing behind', async () => {
  const { exit, out, output, stdout } = await mask(source, peoplePlan.replace(/ {4}phone.*\n/u, ''));
  expect([exit, output]).toEqual([1, null]);
  expect(stdout).toContain(`${source}, line 4, people.phone\n    the plan does not have this column`);
  expect(readdirSync(folder).filter((name) => name.includes(out.slice(folder.length + 1)))).toEqual([]);
});

test('a column that is kept and holds addresses withholds the copy, as JSON too', async () => {
  const kept = peoplePlan.replace('letter: {mask: text}', 'letter: {keep: none of our business}');
  const { exit, output, stdout } = await mask(source, kept, ['--json']);
  expect([exit, output]).toEqual([1, null]);
  const { released, refusals } = JSON.parse(stdout) as {
    released: boolean;
    refusals: { table: string; column: string; reason: string }[];
  };
  expect(released).toBe(false);
  expect(refusals).toContainEqual(
    expect.objectContaining({
      table: 'people',
      column: 'letter',
      reason: expect.stringContaining('an e-mail address'),
    }),
  );
});

test('what is there is not overwritten unless it is asked for', async () => {
  const out = write('there', 'mine');
  const args = ['mask', source, '--out', out, '--key', 'staging', '--plan', plan];
  expect(await run(args)).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('there is something already'),
  });
  expect(readFileSync(out, 'utf8')).toBe('mine');
  expect(await run([...args, '--force'])).toMatchObject({ exit: 0 });
});

describe('of a folder', () => {
  test('what cannot be written again, and links, are refused by name', async () => {
    const input = join(folder, 'mixed');
    mkdirSync(input);
    writeFileSync(join(input, 'people.sql'), peopleDump(5));
    writeFileSync(join(input, 'scan.pdf'), '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
    symlinkSync(source, join(input, 'link.sql'));
    const { exit, stdout, out } = await mask(input, peoplePlan);
    expect([exit, existsSync(out)]).toEqual([1, false]);
    expect(stdout).toContain('scan.pdf');
    expect(stdout).toContain('link.sql');
  });

  test('the copy may not lie inside of it', async () => {
    const ran = await run(['mask', folder, '--out', join(folder, 'inside'), '--key', 'k', '--plan', plan]);
    expect(ran).toMatchObject({ exit: 2, stderr: expect.stringContaining('inside of what is masked') });
  });
});

test(
  'a run that is killed at any moment leaves no copy, and the next one clears what it left',
  { timeout: 120_000 },
  async () => {
    const large = write('large.sql', peopleDump(20_000));
    const out = join(folder, 'killed');
    const args = ['mask', large, '--out', out, '--key', 'staging', '--plan', plan];
    const partial = () => readdirSync(folder).filter((name) => name.startsWith('.killed.'));
    for (const [signal, delay] of [
      ['SIGKILL', 900],
      ['SIGKILL', 2500],
      ['SIGTERM', 2000],
    ] as const) {
      const { child, ended } = startTocsin(args, folder, { env: { TOCSIN_HOME: join(folder, 'home') } });
      await after(delay);
      child.kill(signal);
      const { exit } = await ended;
      if (exit === 0) continue;
      expect(existsSync(out)).toBe(false);
      expect(existsSync(`${out}.receipt.json`)).toBe(false);
      expect(signal === 'SIGTERM' ? partial() : []).toEqual([]);
    }
    expect(await run([...args, '--force'])).toMatchObject({ exit: 0 });
    expect(partial()).toEqual([]);
    expect(readFileSync(out).length).toBeGreaterThan(0);
  },
);

test('a copy is packed as its source is: one that is called otherwise is not made', async () => {
  const out = join(folder, 'people.sql.gz');
  const ran = await run(['mask', source, '--out', out, '--key', 'staging', '--plan', plan]);
  expect(ran).toMatchObject({ exit: 2, stderr: expect.stringContaining('not packed') });
  expect(existsSync(out)).toBe(false);
});
