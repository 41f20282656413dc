/*
 * A package whose making is killed anywhere: the file is there whole with its proof or not at all, nothing of the leak
 * lies in any file in clear, and the next try makes it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { custodyFolder, verifyCustody } from '../../src/custody/index.ts';
import { verifyPackage } from '../../src/pipeline/index.ts';
import { runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const temporary = join(folder, 'tmp');
const out = join(folder, 'out');

const surroundings = { env: { TOCSIN_HOME: home, TMPDIR: temporary } };

/** Read back from every row, so that a package is in the making for a while. */
const people = 4000;

function emailOf(person: number): string {
  return `planted.${person * 7919}@example.org`;
}

function leak(): string {
  const rows = Array.from(
    { length: people },
    (_, i) => `${i % 2 === 0 ? '30004' : '10278'};${emailOf(i)};Ada;Martin${i};${i} rue des Lilas`,
  );
  return `${['code_banque;email;prenom;nom;adresse', ...rows].join('\n')}\n`;
}

/** Values of the leak that lie in clear in a file of the instance, of the temporary folder or beside the package. */
function inClear(): string[] {
  const wanted = Array.from({ length: 20 }, (_, i) => Buffer.from(emailOf(i * 17)));
  return [home, temporary, out].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => wanted.some((value) => readIfThere(path).includes(value))),
  );
}

/** What is written at this moment may go while it is looked at. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

test(
  'a package that is killed in the making leaves nothing half and nothing to read',
  { timeout: 300_000 },
  async () => {
    for (const made of [temporary, out]) mkdirSync(made);
    writeFileSync(join(folder, 'leak.csv'), leak());
    const rules = [{ name: 'Alpha', rules: [{ column: 'code_banque', value: '30004' }] }];
    writeFileSync(join(folder, 'rules.json'), JSON.stringify({ controllers: rules }));
    const opened = await runTocsin(['case', 'open', '--name', 'x', '--json'], folder, surroundings);
    const { case: id } = JSON.parse(opened.stdout) as { case: string };
    for (const args of [
      ['examine', 'leak.csv', '--case', id],
      ['split', id, '--rules', 'rules.json'],
    ])
      expect((await runTocsin(args, folder, surroundings)).exit).toBe(0);
    const path = join(out, 'p.age');
    const recipient = await identityToRecipient(await generateIdentity());
    const pack = ['package', id, '--controller', 'Alpha', '--to', recipient, '--out', path, '--force'];

    const started = performance.now();
    expect((await runTocsin(pack, folder, surroundings)).exit).toBe(0);
    const usualMs = performance.now() - started;
    for (let kill = 0; kill < 5; kill++) {
      const { child, ended } = startTocsin(pack, folder, surroundings);
      await wait(usualMs * (0.3 + Math.random() * 0.7));
      expect(inClear()).toEqual([]);
      child.kill('SIGKILL');
      await ended;
      expect(inClear()).toEqual([]);
      expect(!existsSync(path) || verifyPackage(path).ok).toBe(true);
      expect(verifyCustody(custodyFolder(home)).problems).toEqual([]);
    }
    expect((await runTocsin(pack, folder, surroundings)).exit).toBe(0);
    expect(verifyPackage(path)).toMatchObject({ ok: true });
  },
);
