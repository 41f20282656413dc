/*
 * The end of a case as a user meets it: what goes is said first, and only what was confirmed is done; a process that is
 * killed leaves a whole case or none; nothing of the leak is left anywhere; every command says of a destroyed case that
 * it is destroyed, and where its certificate is.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { custodyFolder, custodyHead, verifyCustody } from '../../src/custody/index.ts';
import { verifyCertificate } from '../../src/destroy/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { type Ran, runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { memberTable } from '../examine/small-dump.fixture.ts';

const folder = scratchFolder();
const template = join(folder, 'template');
const temporary = join(folder, 'temporary');
let id = '';

function run(home: string, ...args: string[]): Promise<Ran> {
  return runTocsin(args, folder, surroundings(home));
}

function surroundings(home: string): { env: Record<string, string> } {
  return {
    env: {
      TOCSIN_HOME: home,
      XDG_STATE_HOME: join(folder, 'state'),
      TMPDIR: temporary,
      SQLITE_TMPDIR: temporary,
    },
  };
}

function copyOfHome(name: string): string {
  const home = join(folder, name);
  cpSync(template, home, { recursive: true });
  return home;
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Places where a value of the leak, the name of its file or of the case stands. */
function valuesLeft(home: string): string[] {
  const planted = ['Member7@example.org', 'member7@example.org', 'Vernaudin', 'members.csv', 'the choir'];
  return [home, temporary].flatMap(filesUnder).flatMap((path) => {
    const bytes = readFileSync(path);
    return planted.filter((value) => bytes.includes(value)).map((value) => `${value} in ${path}`);
  });
}

beforeAll(async () => {
  mkdirSync(temporary);
  writeFileSync(join(folder, 'members.csv'), memberTable(300));
  const opened = await run(template, 'case', 'open', '--name', 'the choir', '--json');
  id = (JSON.parse(opened.stdout) as { case: string }).case;
  await run(template, 'examine', 'members.csv', '--case', id, '--keep-evidence');
});

test('first it is said what goes and what stays, and nothing is done', async () => {
  const home = copyOfHome('asked');
  const { exit, stdout, stderr } = await run(home, 'destroy', 'the choir');
  expect({ exit, stderr }).toEqual({ exit: 1, stderr: 'nothing was destroyed\n' });
  expect(stdout).toContain('300 people');
  expect(stdout).toContain('1 file of evidence, as a sealed copy');
  expect(stdout).toContain(join(folder, 'members.csv'));
  const lines = stdout.split('\n').filter((line) => !line.includes(folder));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  const code = /--confirm (\S+)/u.exec(stdout)![1]!;
  expect((await run(home, 'case', 'note', id, 'one more thing')).exit).toBe(0);
  const late = await run(home, 'destroy', id, '--confirm', code);
  expect([late.exit, late.stdout]).toEqual([2, '']);
  expect(late.stderr).toMatch(/^error: the code given is not the one for this case as it is now/u);
  const again = JSON.parse((await run(home, 'destroy', id, '--json')).stdout) as { confirm: string };
  const done = await run(home, 'destroy', id, '--confirm', again.confirm);
  expect([done.exit, done.stdout]).toEqual([0, `${join(home, 'certificates', `${id}.json`)}\n`]);
  expect(done.stderr).toContain('still there, yours to delete:');
});

describe('a destroyed case', () => {
  let home: string;
  let certificate: string;

  beforeAll(async () => {
    home = copyOfHome('destroyed');
    const { stdout } = await run(home, 'destroy', id, '--yes', '--json');
    ({ certificate } = JSON.parse(stdout) as { certificate: string });
  });

  test('leaves no value of the leak anywhere', () => {
    // the name of the case stays in the register of incidents, which is encrypted
    expect(valuesLeft(home)).toEqual([]);
    expect(existsSync(join(home, 'cases', id))).toBe(false);
  });

  test.each([
    ['case', 'show', 'ID'],
    ['case', 'note', 'ID', 'text'],
    ['case', 'set', 'ID', '--what', 'text'],
    ['case', 'close', 'ID', '--why', 'text'],
    ['examine', 'members.csv', '--case', 'ID'],
    ['person', '--case', 'ID', '--identifier', 'member7@example.org'],
    ['evidence', 'list', 'ID'],
    ['evidence', 'add', 'ID', 'members.csv'],
    ['evidence', 'open', 'ID', 'E1', '--out', 'opened', '--why', 'text'],
    ['split', 'ID', '--rules', 'members.csv'],
    ['directory', 'ID', '--controller', 'C', '--file', 'members.csv'],
    ['package', 'ID', '--controller', 'C', '--to', 'age1', '--out', 'package'],
    ['clock', 'ID', 'start', 'gdpr-34', '--why', 'text'],
    ['destroy', 'ID'],
    ['destroy', 'ID', '--yes'],
  ])('is told as destroyed by %s %s', async (...args) => {
    const { exit, stdout, stderr } = await run(home, ...args.map((word) => (word === 'ID' ? id : word)));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^error: the case ${id} was destroyed: its certificate is ${certificate}\n`, 'u'),
    );
  });

  test('is verified by its certificate, against the log of the instance and without it', async () => {
    const pdf = certificate.replace(/json$/u, 'pdf');
    for (const file of [certificate, pdf]) {
      const here = await run(home, 'verify', file);
      expect([here.exit, here.stderr]).toEqual([0, '']);
      expect(here.stdout).toContain('the log of this instance');
      const elsewhere = await run(
        join(folder, 'nowhere'),
        'verify',
        file,
        '--key',
        join(home, 'custody', 'public-key'),
      );
      expect([elsewhere.exit, elsewhere.stdout]).toEqual([0, expect.not.stringContaining('not checked')]);
    }
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('a changed byte of its certificate, and a log that was cut behind it, are found', async () => {
    const bytes = readFileSync(certificate);
    bytes[bytes.indexOf('"people"') + 20]! ^= 1;
    writeFileSync(join(folder, 'changed.json'), bytes);
    const changed = await run(home, 'verify', join(folder, 'changed.json'));
    expect(changed.exit).toBe(1);
    expect(changed.stdout).toMatch(/^DOES NOT HOLD: the certificate of destruction/u);
    cpSync(home, join(folder, 'cut'), { recursive: true });
    cpSync(join(template, 'custody'), join(folder, 'cut', 'custody'), { recursive: true });
    const behind = await run(join(folder, 'cut'), 'verify', certificate, '--json');
    expect(behind.exit).toBe(1);
    const { problems } = JSON.parse(behind.stdout) as { problems: { place: string }[] };
    expect(problems.map(({ place }) => place).join()).toContain('custody log');
  });

  test('that is put back from a copy is found, and stays closed', async () => {
    const back = join(folder, 'back');
    cpSync(home, back, { recursive: true });
    cpSync(join(template, 'cases', id), join(back, 'cases', id), { recursive: true });
    const shown = await run(back, 'case', 'show', id);
    expect(shown.exit).toBe(2);
    expect(shown.stderr).toContain(
      `a copy of it is back, with its key:\n  remove ${join(back, 'cases', id)}\n`,
    );
    expect((await run(back, 'verify', join(back, 'certificates', `${id}.json`))).exit).toBe(1);
  });
});

test('cases whose day has passed are destroyed together, each with its certificate, when that is confirmed', async () => {
  const home = copyOfHome('due');
  expect((await run(home, 'case', 'set', id, '--destroy-after', '2020-01-31')).exit).toBe(0);
  await run(home, 'case', 'open', '--name', 'another');
  const asked = await run(home, 'destroy', '--due', '--json');
  const shown = JSON.parse(asked.stdout) as { case: string }[];
  expect([asked.exit, shown.map((plan) => plan.case)]).toEqual([1, [id]]);
  const { exit, stdout } = await run(home, 'destroy', '--due', '--yes');
  expect([exit, stdout]).toEqual([0, `${join(home, 'certificates', `${id}.json`)}\n`]);
  expect(await run(home, 'destroy', '--due', '--yes')).toEqual({
    exit: 0,
    stdout: '',
    stderr: 'no case is due for destruction\n',
  });
});

test.each(Array.from({ length: 20 }, (_, i) => i))(
  'killed at a moment of chance (%i) it is whole or gone, the next command says so, and the log verifies',
  async (round) => {
    const home = copyOfHome(`killed-${round}`);
    const { child, ended } = startTocsin(['destroy', id, '--yes'], folder, surroundings(home));
    // the steps are quick: half of the kills come right behind a sign of one
    if (round % 2 === 0) await sleep(300 + Math.random() * 900);
    else while (!existsSync(join(home, 'certificates')) && child.exitCode === null) await sleep(1);
    await sleep(Math.random() * 60);
    child.kill('SIGKILL');
    const killed = await ended;
    const { stdout, stderr } = await run(home, 'case', 'list', '--json');
    const isThere = (JSON.parse(stdout) as { cases: { case: string }[] }).cases.some(
      (entry) => entry.case === id,
    );
    const opened = openHome(home);
    expect(verifyCustody(custodyFolder(home), { known: custodyHead(opened) }).problems).toEqual([]);
    const isWhole = { pending: false, certificate: false, folder: true, name: 'the choir', left: [] };
    const isGone = { pending: false, certificate: true, folder: false, name: null, left: [] };
    expect({
      pending: existsSync(join(home, 'certificates', `.${id}.pending`)),
      certificate: existsSync(join(home, 'certificates', `${id}.json`)),
      folder: existsSync(join(home, 'cases', id)),
      name: isThere ? findCase(opened, id)!.name : null,
      left: valuesLeft(home),
    }).toEqual(isThere ? isWhole : isGone);
    expect(killed.exit === 0 && isThere).toBe(false);
    const pdf = isThere ? null : readFileSync(join(home, 'certificates', `${id}.pdf`));
    expect(pdf === null || verifyCertificate(pdf).ok).toBe(true);
    expect(stderr).toMatch(
      isThere ? /^$|was stopped before its key was erased/u : /^$|its key is gone; finishing/u,
    );
  },
);
