/*
 * Of evidence it is said exactly what there is: what could not be taken beside what was, a damaged copy beside an
 * original that is whole, and copies in clear that were handed out and outlive the case.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testInstance } from '../case/instance.fixture.ts';

const { run, json, attempt, folder, home } = testInstance();
let id = '';

beforeAll(async () => {
  id = (await run('case', 'open', '--name', 'letters')).trim();
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.txt`), `letter ${name}\n`);
});

test('what is not there is named, everything else is taken, and the command ends with 1', async () => {
  const { exit, stdout, stderr } = await attempt(['evidence', 'add', id, 'missing.csv', 'a.txt', '--copy']);
  expect({ exit, stderr }).toEqual({ exit: 1, stderr: 'not taken: missing.csv: no such file or folder\n' });
  expect(stdout).toContain('a.txt');
  expect(await json('evidence', 'list', id)).toMatchObject({ evidence: [{ id: 'E1' }] });
});

test('where nothing at all is there, the command is wrong', async () => {
  const { exit, stderr } = await attempt(['evidence', 'add', id, 'missing.csv']);
  expect(exit).toBe(2);
  expect(stderr).toContain('no such file or folder: missing.csv');
});

test('a damaged copy is told apart from evidence that is lost', async () => {
  const copy = join(home, 'cases', id, 'evidence', 'E1.age');
  const bytes = readFileSync(copy);
  writeFileSync(copy, bytes.subarray(0, -1));
  const damaged = await attempt(['evidence', 'verify', id]);
  expect(damaged.exit).toBe(1);
  expect(damaged.stderr).toContain(
    '1 of 1: the sealed copy is damaged or missing, the original is unchanged',
  );
  expect(damaged.stderr).not.toContain('can no longer be had');
  await run('evidence', 'add', id, 'a.txt', '--copy');
  expect((await attempt(['evidence', 'verify', id])).exit).toBe(0);
});

test('copies that were handed out are listed when the case goes, and counted in the certificate', async () => {
  await run('evidence', 'open', id, 'E1', '--out', 'handed.txt', '--why', 'the court asks');
  await run('evidence', 'open', id, 'E1', '--out', 'deleted.txt', '--why', 'the court asks');
  rmSync(join(folder, 'deleted.txt'));
  const refused = await attempt(['evidence', 'open', id, 'E1', '--out', 'no/such/folder', '--why', 'x']);
  expect(refused.exit).toBe(2);
  const planned = await attempt(['destroy', id]);
  expect(planned.stdout).toContain(
    `  ${join(folder, 'handed.txt')}\n    E1, a copy in clear that was handed out`,
  );
  expect(planned.stdout).not.toContain('deleted.txt');
  const { certificate, handedOut } = await json('destroy', id, '--yes');
  expect(handedOut).toEqual([join(folder, 'handed.txt')]);
  expect(existsSync(join(folder, 'handed.txt'))).toBe(true);
  const text = readFileSync(certificate as string, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ certificate: { stays: { handedOut: { copies: 2, there: 1 } } } });
  expect(text).not.toContain('handed.txt');
});
