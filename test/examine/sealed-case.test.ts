/*
 * A case at rest says nothing to who has no key: every file of the instance, of the state and of the temporary folder
 * is searched for what was planted, while files are examined into a case and after the process was killed. And a
 * killed load leaves what the case held before, or all of the new.
 */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonTruth } from '../../samples/michael-page/truth.ts';
import { beginLoad, findCase, openHome } from '../../src/store/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { type Ran, runTocsin, startTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const earlier = join(folder, 'earlier-leak.sql');
const sample = join(folder, 'customers-leak.sql');
const surroundings = {
  env: {
    TOCSIN_HOME: home,
    XDG_STATE_HOME: join(folder, 'state'),
    TMPDIR: join(folder, 'temporary'),
    SQLITE_TMPDIR: join(folder, 'temporary'),
  },
};

let people: PersonTruth[];
let planted: Buffer[];

function run(...args: string[]): Promise<Ran> {
  return runTocsin(args, folder, surroundings);
}

function start(...args: string[]): ReturnType<typeof startTocsin> {
  return startTocsin(args, folder, surroundings);
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that is at rest and is not the leak itself. */
function atRest(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const path of [home, join(folder, 'state'), join(folder, 'temporary')].flatMap(filesUnder)) {
    try {
      files.set(path, readFileSync(path));
    } catch {
      // gone since it was listed
    }
  }
  return files;
}

function valuesIn(files: Map<string, Buffer>): string[] {
  return [...files].flatMap(([path, bytes]) =>
    planted.filter((value) => bytes.includes(value)).map((value) => `${value.toString()} in ${path}`),
  );
}

async function readings(): Promise<{ files: string[] }[]> {
  const { exit, stdout, stderr } = await run('case', 'list', '--json');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const { cases } = JSON.parse(stdout) as { cases: { readings: { inputs: { path: string }[] }[] }[] };
  return cases[0]!.readings.map(({ inputs }) => ({
    files: inputs.map(({ path }) => path.slice(folder.length + 1)),
  }));
}

beforeAll(async () => {
  for (const name of ['state', 'temporary']) mkdirSync(join(folder, name));
  await plantSample(earlier, { seed: 21, people: 50, sizeBytes: 400_000 });
  ({ people } = await plantSample(sample, { seed: 22, people: 10_000, sizeBytes: 10_000_000 }));
  const known = people
    .filter((_, i) => i % 300 === 0)
    .flatMap(({ identifiers }) => [
      ...identifiers.emails,
      ...identifiers.phones,
      ...identifiers.names.filter((name) => name.length > 8),
    ]);
  planted = [...known, 'customers-leak', 'cover_letter', 'Mandelbrot case'].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
  ]);
});

test('the search finds what it looks for: the leak itself is full of it', () => {
  expect(valuesIn(new Map([[sample, readFileSync(sample)]])).length).toBeGreaterThan(50);
});

describe('a case', () => {
  let vault: string;

  beforeAll(async () => {
    await run('examine', earlier, '--case', 'Mandelbrot case');
    vault = filesUnder(home).find((path) => path.endsWith('vault.db'))!;
  });

  test.each([1, 200_000, 500_000])(
    'killed when %i bytes of a load are written is as it was before, and noise',
    async (wanted) => {
      const { child, ended } = start('examine', sample, '--case', 'Mandelbrot case');
      while (sizeOf(`${vault}-wal`) < wanted && child.exitCode === null) await sleep(1);
      child.kill('SIGKILL');
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
      const files = atRest();
      expect(files.get(`${vault}-wal`)!.length).toBeGreaterThanOrEqual(wanted);
      expect(valuesIn(files)).toEqual([]);
      expect((await readings()).map(({ files: read }) => read)).toEqual([['earlier-leak.sql']]);
      expect(await isFound(people[0]!)).toBe(false);
      expect(valuesIn(atRest())).toEqual([]);
    },
  );

  test.each([0, 1, 2])('killed at a moment of chance (%i) holds all of a reading or nothing', async () => {
    const { child, ended } = start('examine', sample, '--case', 'Mandelbrot case');
    await sleep(Math.random() * 2000);
    child.kill('SIGKILL');
    await ended;
    expect(valuesIn(atRest())).toEqual([]);
    const held = (await readings()).map(({ files }) => files.join());
    const isIn = held.includes('customers-leak.sql');
    expect(held).toEqual(['earlier-leak.sql', ...(isIn ? ['customers-leak.sql'] : [])]);
    expect(await isFound(people.at(-1)!)).toBe(isIn);
  });

  test('is noise all the while files are examined into it, and when they are', async () => {
    const { child, ended } = start('examine', sample, '--case', 'Mandelbrot case');
    const seen: string[] = [];
    while (child.exitCode === null) {
      await sleep(50);
      seen.push(...valuesIn(atRest()));
    }
    expect((await ended).exit).toBe(0);
    expect(seen).toEqual([]);
    expect(valuesIn(atRest())).toEqual([]);
    expect((await readings()).map(({ files }) => files)).toEqual([
      ['earlier-leak.sql'],
      ['customers-leak.sql'],
    ]);
    expect(await isFound(people[0]!)).toBe(true);
  });

  test('that somebody writes into is left alone by a second process, and told so at once', async () => {
    using load = beginLoad(findCase(openHome(home), 'Mandelbrot case')!);
    expect(load.seed).toHaveLength(2);
    const { exit, stdout, stderr } = await run('examine', earlier, '--case', 'Mandelbrot case');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^error: another process is writing into the case/u);
    expect(await isFound(people[0]!)).toBe(true);
  });
});

async function isFound({ identifiers }: PersonTruth): Promise<boolean> {
  return (await run('person', '--identifier', identifiers.emails[0]!)).exit === 0;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
