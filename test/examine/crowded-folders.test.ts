/*
 * Folders as they come: thousands of small files, folders in folders, names of no encoding, files that nobody may
 * read, that are gone by the time they are read, or that hold nothing in a terabyte. Each that is not read is a line
 * with the reason, and all others are read.
 */
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { startTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

function people(count: number, mailbox = 'person'): string {
  const rows = Array.from({ length: count }, (_, i) => `${i},${mailbox}${i}@example.org,Ada Elm ${i}\n`);
  return `id,email,name\n${rows.join('')}`;
}

/** A folder of its own with an honest file. */
function made(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'honest.csv'), people(40));
  return path;
}

/** The honest file is read; of the others, why not. */
function reasonsOf(report: ExposureReport): Record<string, string> {
  expect(report.inputs.find(({ path }) => path.endsWith('/honest.csv'))).toMatchObject({
    rows: 40,
    complete: true,
  });
  expect(report.people.count).toBe(40);
  const unread = report.inputs.filter(({ complete }) => !complete);
  return Object.fromEntries(
    unread.map(({ path, note }) => [path.slice(path.lastIndexOf('/') + 1), note ?? '']),
  );
}

/** Some 200 are the program's and its threads' own; the lines of the report and 1,000 tables take the rest. */
const maxResidentMegabytes = 600;

test.skipIf(!isLinux)('20,000 small files, letters and tables, are read in bounded memory', async () => {
  const crowd = join(folder, 'crowd');
  for (let i = 0; i < 200; i++) {
    mkdirSync(join(crowd, String(i)), { recursive: true });
    for (let j = 0; j < 100; j++) {
      const [name, content] =
        j < 5
          ? [`${j}.csv`, people(3, `p${i}x${j}x`)]
          : [`${j}.txt`, `Dear all,\nplease write to p${i}x${j}@example.net before Monday.\n`];
      writeFileSync(join(crowd, String(i), name), content);
    }
  }
  const { child, ended } = startTocsin(['examine', crowd, '--json']);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakMegabytes(child.pid))), 50);
  const { exit, stdout } = await ended;
  clearInterval(watch);
  expect(exit).toBe(0);
  const report = JSON.parse(stdout) as ExposureReport;
  expect(report.inputs).toHaveLength(20_000);
  expect(report.inputs.every(({ complete }) => complete)).toBe(true);
  expect(report.people).toMatchObject({ count: 3000, mentioned: 19_000 });
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThan(maxResidentMegabytes);
});

function peakMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('folders a thousand deep are gone through', async () => {
  const top = made('deep');
  const bottom = join(top, ...Array.from({ length: 1000 }, () => 'd'));
  mkdirSync(bottom, { recursive: true });
  writeFileSync(join(bottom, 'low.csv'), people(40, 'low'));
  const report = await examine([top]);
  expect(report.inputs.map(({ rows }) => rows)).toEqual([40, 40]);
  expect(report.people.count).toBe(80);
});

describe('a line with its reason', () => {
  test('has a link that leads out of the folder', async () => {
    const path = made('links');
    writeFileSync(join(folder, 'outside.csv'), people(40, 'outside'));
    symlinkSync(join(folder, 'outside.csv'), join(path, 'out.csv'));
    symlinkSync('..', join(path, 'up'));
    expect(reasonsOf(await examine([path]))).toEqual({
      'out.csv': expect.stringMatching(/link/u) as string,
      up: expect.stringMatching(/link/u) as string,
    });
  });

  test.skipIf(!isLinux)('has a file whose name is of no encoding', async () => {
    const path = made('names');
    writeFileSync(Buffer.concat([Buffer.from(`${path}/caf`), Buffer.of(0xe9)]), people(40, 'other'));
    expect(reasonsOf(await examine([path]))).toEqual({ 'caf\ufffd': 'its name is not UTF-8: rename it' });
  });

  test('has a file that is gone when its turn comes', async () => {
    const path = made('gone');
    writeFileSync(join(path, 'gone.csv'), people(40, 'gone'));
    writeFileSync(join(path, 'gone.zip'), 'PK\u0003\u0004 and so on, for some bytes');
    const examining = examine([path]);
    unlinkSync(join(path, 'gone.csv'));
    unlinkSync(join(path, 'gone.zip'));
    const report = await examining;
    expect(Object.keys(reasonsOf(report)).toSorted()).toEqual(['gone.csv', 'gone.zip']);
    expect(report.skipped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/ENOENT/u),
      expect.stringMatching(/ENOENT/u),
    ]);
  });

  test.skipIf(isRoot || process.platform === 'win32')(
    'has a folder that nobody may enter, and such a file',
    async () => {
      const path = made('locked');
      mkdirSync(join(path, 'private'), { mode: 0 });
      writeFileSync(join(path, 'secret.csv'), people(40, 'secret'));
      chmodSync(join(path, 'secret.csv'), 0);
      expect(reasonsOf(await examine([path]))).toEqual({
        private: 'no permission to read it',
        'secret.csv': 'no permission to read it',
      });
      chmodSync(join(path, 'private'), 0o700);
    },
  );

  test.skipIf(!isLinux)('has a terabyte to which nothing was ever written', async () => {
    const path = made('sparse');
    const file = openSync(join(path, 'sparse.sql'), 'w');
    ftruncateSync(file, 2 ** 40);
    closeSync(file);
    const report = await examine([path]);
    expect(reasonsOf(report)).toEqual({ 'sparse.sql': expect.stringMatching(/hole/u) as string });
    expect(report.skipped).toEqual([expect.objectContaining({ bytes: 2 ** 40 })]);
  });
});

test('a file with a hole is read to its end', async () => {
  const path = made('hole');
  const file = openSync(join(path, 'hole.csv'), 'w');
  writeFileSync(file, people(40));
  ftruncateSync(file, 50_000_000);
  closeSync(file);
  const end = openSync(join(path, 'hole.csv'), 'a');
  writeFileSync(end, '\nlast@example.net\n');
  closeSync(end);
  const report = await examine([path]);
  expect(report.people.mentioned).toBe(1);
  expect(report.people.max).toBeGreaterThanOrEqual(40);
});
