/*
 * Sealed copies at rest say nothing to who has no key: every file of the instance, of the state and of the temporary
 * folder is searched for what was planted while copies are taken and read, those that have no name any more among them;
 * and a process that is killed leaves no half evidence.
 */
import { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { findEvidence, listEvidence, verifyEvidence } from '../../src/intake/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { zipOf } from '../../src/read/office/office-file.fixture.ts';
import { tarOf } from '../../src/read/unpack/tar-writer.fixture.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { type Ran, runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const leak = join(folder, 'leak');
const surroundings = {
  env: {
    TOCSIN_HOME: home,
    XDG_STATE_HOME: join(folder, 'state'),
    TMPDIR: join(folder, 'temporary'),
    SQLITE_TMPDIR: join(folder, 'temporary'),
  },
};

let planted: Buffer[];

function run(...args: string[]): Promise<Ran> {
  return runTocsin(args, folder, surroundings);
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files below the temporary folder that processes of ours hold open, though they have no name any more. */
function nameless(): string[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  return numbers.flatMap((number) => {
    const held = join('/proc', number, 'fd');
    try {
      return readdirSync(held)
        .map((name) => join(held, name))
        .filter((path) => readlinkSync(path).startsWith(folder) && readlinkSync(path).endsWith('(deleted)'));
    } catch {
      // ended since, or somebody else's
      return [];
    }
  });
}

/** What was found of the leak in files that are not the leak itself. */
function found(): string[] {
  const paths = [
    ...['home', 'state', 'temporary'].flatMap((name) => filesUnder(join(folder, name))),
    ...nameless(),
  ];
  return paths.flatMap((path) => {
    try {
      const bytes = readFileSync(path);
      return planted
        .filter((value) => bytes.includes(value))
        .map((value) => `${value.toString()} in ${path}`);
    } catch {
      // gone since it was listed
      return [];
    }
  });
}

beforeAll(async () => {
  for (const name of ['state', 'temporary', 'leak', 'away']) mkdirSync(join(folder, name));
  const sql = join(leak, 'customers.sql');
  const { people } = await plantSample(sql, { seed: 41, people: 8000, sizeBytes: 12_000_000 });
  const known = people
    .filter((_, i) => i % 200 === 0)
    .flatMap(({ identifiers }) => [
      ...identifiers.emails,
      ...identifiers.names.filter((name) => name.length > 8),
    ]);
  // what is inside of an archive inside of an archive has to be read from anywhere: it is spilled
  const inner = zipOf({ 'customers-again.sql': readFileSync(sql).subarray(0, 4_000_000) });
  writeFileSync(join(leak, 'backup.tar.gz'), gzipSync(tarOf([{ name: 'inner.zip', content: inner }])));
  planted = [...known, 'customers.sql', 'cover_letter', 'the people of the source'].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
  ]);
});

test('the search finds what it looks for: the leak itself is full of it', () => {
  const bytes = readFileSync(join(leak, 'customers.sql'));
  expect(planted.filter((value) => bytes.includes(value)).length).toBeGreaterThan(50);
});

async function watched(...args: string[]): Promise<{ ran: Ran; seen: string[]; looks: number }> {
  const { child, ended } = startTocsin(args, folder, surroundings);
  const seen: string[] = [];
  let looks = 0;
  while (child.exitCode === null) {
    await sleep(20);
    seen.push(...found());
    looks++;
  }
  return { ran: await ended, seen, looks };
}

describe('sealed copies', () => {
  test('are noise while they are taken, while they are read, and after', async () => {
    await run('case', 'open', '--name', 'noise');
    const taken = await watched(
      'evidence',
      'add',
      'noise',
      leak,
      '--copy',
      '--source',
      'the people of the source',
    );
    expect(taken.ran).toMatchObject({ exit: 0, stderr: '' });
    renameSync(leak, join(folder, 'away', 'leak'));
    const read = await watched('examine', '--case', 'noise', '--json');
    renameSync(join(folder, 'away', 'leak'), leak);
    expect(read.ran.exit).toBe(0);
    const report = JSON.parse(read.ran.stdout) as { inside: { path: string; rows: number }[] };
    const spilled = report.inside.find(({ path }) => path.endsWith('inner.zip/customers-again.sql'));
    expect(spilled!.rows).toBeGreaterThan(100);
    expect(taken.looks + read.looks).toBeGreaterThan(5);
    expect([...taken.seen, ...read.seen, ...found()]).toEqual([]);
  }, 180_000);
});

describe('a process killed while it takes copies', () => {
  test.each(Array.from({ length: 20 }, (_, i) => i))(
    'leaves whole evidence or none, and nothing readable (%i)',
    async (i) => {
      const name = `killed ${i % 4}`;
      if (i < 4) await run('case', 'open', '--name', name);
      const { child, ended } = startTocsin(['evidence', 'add', name, leak, '--copy'], folder, surroundings);
      await sleep(150 + Math.random() * 500);
      child.kill('SIGKILL');
      await ended;
      expect(found()).toEqual([]);
      const record = findCase(openHome(home), name)!;
      for (const { id } of listEvidence(record)) {
        const { copy } = await verifyEvidence(record, findEvidence(record, id));
        expect(copy).toEqual({ state: 'unchanged' });
      }
      expect(await run('custody', 'verify')).toMatchObject({ exit: 0 });
    },
    60_000,
  );

  test('is made up for by the next one: all is taken, once, and the log has each', async () => {
    for (const name of ['killed 0', 'killed 1', 'killed 2', 'killed 3']) {
      expect(await run('evidence', 'add', name, leak, '--copy')).toMatchObject({ exit: 0 });
      const record = findCase(openHome(home), name)!;
      expect(listEvidence(record).map(({ id, how }) => [id, how])).toEqual([
        ['E1', 'copy'],
        ['E2', 'copy'],
      ]);
      const { stdout } = await run('custody', 'list', name, '--json');
      const entries = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { what: string; hashes?: object });
      const hashes = entries.filter(({ what }) => what === 'evidence.take').map((entry) => entry.hashes);
      expect(Object.assign({}, ...hashes)).toEqual(
        Object.fromEntries(listEvidence(record).map(({ id, sha256 }) => [id, sha256])),
      );
      expect(await run('evidence', 'verify', name)).toMatchObject({ exit: 0 });
    }
  }, 180_000);
});
