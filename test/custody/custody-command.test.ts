/*
 * `tocsin custody` and `tocsin verify` as somebody uses them: the log of an instance listed, verified, damaged, and
 * proved from, by whoever has the instance and by whoever has only its public key.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const log = join(home, 'custody');

function tocsin(args: string[], at = home) {
  return runTocsin(args, folder, { env: { TOCSIN_HOME: at } });
}

test(
  'the log is listed, verified, proved from, and a changed byte is told with its place',
  { timeout: 120_000 },
  async () => {
    const opened = await tocsin([
      'case',
      'open',
      '--name',
      'Made up',
      '--aware',
      '2026-11-20T10:00:00Z',
      '--json',
    ]);
    const { case: id } = JSON.parse(opened.stdout) as { case: string };
    const early = await tocsin(['custody', 'checkpoint']);
    writeFileSync(join(folder, 'early'), early.stdout);
    await tocsin(['case', 'note', id, 'planted reason for a note']);

    const listed = await tocsin(['custody', 'list', id]);
    expect(listed.exit).toBe(0);
    expect(listed.stdout).toContain('case.open');
    expect(listed.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const asJson = await tocsin(['custody', 'list', '--json']);
    const entries = asJson.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { number: number; case: string });
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i));
    expect(readFileSync(join(log, 'entries'), 'utf8')).not.toContain('planted reason');

    const grown = await tocsin(['custody', 'verify', '--since', 'early']);
    expect(grown).toMatchObject({ exit: 0, stderr: '' });
    expect(grown.stdout).toContain('it goes on from the older checkpoint');

    const proved = await tocsin(['custody', 'prove', '0', '--out', 'entry.tlog-proof']);
    const consistent = await tocsin(['custody', 'prove', '--since', 'early', '--out', 'grown.proof']);
    expect([proved.exit, consistent.exit]).toEqual([0, 0]);
    writeFileSync(join(folder, 'key'), proved.stdout);
    const elsewhere = join(folder, 'elsewhere');
    for (const args of [['entry.tlog-proof'], ['grown.proof', '--since', 'early'], ['early']]) {
      const verified = await tocsin(['verify', ...args, '--key', 'key'], elsewhere);
      expect({ args, exit: verified.exit }).toEqual({ args, exit: 0 });
    }

    const copy = join(folder, 'copy');
    cpSync(log, copy, { recursive: true });
    const path = join(copy, 'entries');
    const bytes = readFileSync(path);
    bytes[40]! ^= 1;
    writeFileSync(path, bytes);
    const damaged = await tocsin(['verify', copy, '--key', 'key', '--json'], elsewhere);
    expect(damaged.exit).toBe(1);
    expect(JSON.parse(damaged.stdout)).toMatchObject({
      ok: false,
      problems: [{ place: 'entries, entry 0, byte 40' }],
    });

    cpSync(path, join(log, 'entries'));
    const refused = await tocsin(['custody', 'verify']);
    expect(refused.exit).toBe(1);
    expect(refused.stdout).toContain('DOES NOT HOLD');
  },
);

test('what there is nothing of is said, and what is not understood', { timeout: 60_000 }, async () => {
  const empty = join(folder, 'empty');
  const nothing = await tocsin(['custody', 'verify'], empty);
  expect(nothing.exit).toBe(2);
  expect(nothing.stderr).toContain('no custody log yet');
  writeFileSync(join(folder, 'some.txt'), 'some text\n');
  const unknown = await tocsin(['custody', 'verify', 'some.txt'], empty);
  expect(unknown.exit).toBe(1);
  expect(unknown.stdout).toContain('it is no certificate, package with its proof, custody log');
  const both = await tocsin(['custody', 'prove', '0', '--since', 'some.txt', '--out', 'x'], empty);
  expect(both.stderr).toContain('give either the number of an entry');
});
