/*
 * A run that is killed or stopped: no half-written report, no process left behind.
 */
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../src/base/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { startTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { peopleDump } from './small-dump.fixture.ts';

const folder = scratchFolder();
const sample = join(folder, 'sample.sql');

/** A whole report ends so; one that was cut off cannot. */
const wholeEnds: Record<string, RegExp> = {
  'report.html': /<\/html>\s*$/u,
  'report.json': /\}\s*$/u,
  'report.txt': /SHA-256 \S+\n$/u,
};

function brokenReports(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out)
    .filter((name) => !name.startsWith('.'))
    .filter((name) => {
      const text = readFileSync(join(out, name), 'utf8');
      if (name.endsWith('.json')) JSON.parse(text);
      return !wholeEnds[name]?.test(text);
    });
}

/** Nobody is left in the process group that the command was started in. */
function isGone(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return false;
  } catch {
    return true;
  }
}

beforeAll(async () => {
  await plantSample(sample, { seed: 3, people: 2000, sizeBytes: 8_000_000 });
});

describe('killed', () => {
  test('a run left alone writes three whole reports', async () => {
    const out = join(folder, 'alone');
    const { exit } = await startTocsin(['examine', sample, '--out', out]).ended;
    expect(exit).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual(['report.html', 'report.json', 'report.txt']);
    expect(brokenReports(out)).toEqual([]);
  });

  test.each([0, 1, 2, 3])('at a moment of chance (%i): what stands there is whole', async (round) => {
    const out = join(folder, `killed-${round}`);
    const { child, ended } = startTocsin(['examine', sample, '--out', out]);
    await sleep(150 + Math.random() * 900);
    child.kill('SIGKILL');
    await ended;
    expect(brokenReports(out)).toEqual([]);
    expect(isGone(child.pid!)).toBe(true);
  });

  test.each([1, 2, 4, 7])(
    'at the %i. change in the folder of the reports: what stands there is whole',
    async (change) => {
      const out = join(folder, `writing-${change}`);
      mkdirSync(out);
      let seen = 0;
      const { child, ended } = startTocsin(['examine', sample, '--out', out]);
      const watcher = watch(out, (_, name) => {
        if (name?.includes('report') && ++seen === change) child.kill('SIGKILL');
      });
      await ended;
      watcher.close();
      expect(seen).toBeGreaterThanOrEqual(change);
      expect(brokenReports(out)).toEqual([]);
      expect(isGone(child.pid!)).toBe(true);
    },
  );
});

describe('stopped by a signal in the middle of a long file', () => {
  beforeAll(() => {
    const dump = peopleDump(1000);
    const plain = openSync(join(folder, 'long.sql'), 'w');
    writeSync(plain, dump);
    // a hole that takes minutes to read and no room on the disk
    ftruncateSync(plain, 200e9);
    closeSync(plain);
    const spaces = gzipSync(Buffer.alloc(50_000_000, ' '));
    writeFileSync(
      join(folder, 'long.sql.gz'),
      Buffer.concat([gzipSync(dump), ...Array<Buffer>(400).fill(spaces)]),
    );
    const text = openSync(join(folder, 'long.txt'), 'w');
    writeSync(text, 'words, and then a hole');
    ftruncateSync(text, 200e9);
    closeSync(text);
  });

  test.each([
    ['SIGINT', 'long.sql'],
    ['SIGTERM', 'long.sql'],
    ['SIGINT', 'long.sql.gz'],
    ['SIGINT', 'long.txt'],
  ] as const)('%s ends the reading of %s, with a word and without a file', async (signal, name) => {
    const out = join(folder, `${signal}-${name}`);
    const { child, ended } = startTocsin(['examine', join(folder, name), '--out', out]);
    while (!existsSync(out)) await sleep(20);
    await sleep(400);
    child.kill(signal);
    const { exit, stdout, stderr } = await ended;
    expect({ exit, stdout }).toEqual({ exit: 130, stdout: '' });
    // broken at 80 columns
    const told = stderr.replaceAll('\n      ', ' ');
    expect(told).toBe(`error: stopped before the report was made\nhint: ${errorCodes.INTERRUPTED.hint}\n`);
    expect(readdirSync(out)).toEqual([]);
    expect(isGone(child.pid!)).toBe(true);
  });
});
