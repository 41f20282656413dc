/*
 * A case at rest says nothing to who has no key: every file of the instance, of the state and of the temporary folder
 * is searched for what was planted, while files are examined into a case and after the process was killed. And a
 * killed load leaves what the case held before, or all of the new.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonTruth } from '../../samples/michael-page/truth.ts';
import { caseSummary, findPerson } from '../../src/pipeline/index.ts';
import { beginLoad, findCase, openHome } from '../../src/store/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { type Ran, runTocsin, startTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const earlier = join(folder, 'earlier-leak.sql');
const small = join(folder, 'later-leak.sql');
const sample = join(folder, 'customers-leak.sql');
const surroundings = {
  env: {
    TOCSIN_HOME: home,
    XDG_STATE_HOME: join(folder, 'state'),
    TMPDIR: join(folder, 'temporary'),
    SQLITE_TMPDIR: join(folder, 'temporary'),
  },
};

let before: PersonTruth[];
let fewer: PersonTruth[];
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

/** The files of each delivery that the case holds, as its vault says. */
function held(): string[] {
  const { deliveries } = caseSummary(findCase(openHome(home), 'Mandelbrot case')!);
  return deliveries.map(({ inputs }) => inputs.map(({ path }) => basename(path)).join());
}

beforeAll(async () => {
  for (const name of ['state', 'temporary']) mkdirSync(join(folder, name));
  ({ people: before } = await plantSample(earlier, { seed: 21, people: 50, sizeBytes: 400_000 }));
  ({ people: fewer } = await plantSample(small, { seed: 23, people: 300, sizeBytes: 1_000_000 }));
  ({ people } = await plantSample(sample, { seed: 22, people: 10_000, sizeBytes: 10_000_000 }));
  const known = [...people.filter((_, i) => i % 300 === 0), ...fewer.filter((_, i) => i % 30 === 0)].flatMap(
    ({ identifiers }) => [
      ...identifiers.emails,
      ...identifiers.phones,
      ...identifiers.names.filter((name) => name.length > 8),
    ],
  );
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
  let deliveries: string;

  beforeAll(async () => {
    await run('examine', earlier, '--case', 'Mandelbrot case');
    vault = filesUnder(home).find((path) => path.endsWith('vault.db'))!;
    deliveries = join(dirname(vault), 'deliveries');
  });

  /** Kills a load of `path` once `isTime`, and looks at what is left: all of the new delivery or nothing, and noise. */
  async function killWhen(isTime: () => boolean, path = sample): Promise<boolean> {
    const already = held();
    const { child, ended } = start('examine', path, '--case', 'Mandelbrot case', '--no-resume');
    while (!isTime() && child.exitCode === null) await sleep(1);
    child.kill('SIGKILL');
    await ended;
    expect(valuesIn(atRest())).toEqual([]);
    const now = held();
    const isIn = now.includes(basename(path));
    expect(now).toEqual([
      ...already.filter((name) => name !== basename(path)),
      ...(isIn ? [basename(path)] : []),
    ]);
    for (const person of peopleOf(path)) expect(isFound(person)).toBe(isIn);
    expect(isFound(before[0]!)).toBe(true);
    expect(valuesIn(atRest())).toEqual([]);
    return isIn;
  }

  /** The same, once more from the state before where a busy machine let the load end before it was killed. */
  async function killInside(timer: () => () => boolean): Promise<boolean> {
    const spare = join(folder, 'spare');
    for (let tries = 0; tries < 6; tries++) {
      rmSync(spare, { recursive: true, force: true });
      cpSync(home, spare, { recursive: true });
      if (!(await killWhen(timer()))) return false;
      rmSync(home, { recursive: true });
      cpSync(spare, home, { recursive: true });
    }
    return true;
  }

  function peopleOf(path: string): PersonTruth[] {
    const own = path === sample ? people : fewer;
    return [own[0]!, own.at(-1)!];
  }

  test.each([1, 150_000, 400_000])(
    'killed when %i bytes of a load are written is as it was before, and noise',
    async (wanted) => {
      expect(await killInside(() => () => sizeOf(`${vault}-wal`) >= wanted)).toBe(false);
    },
  );

  test('killed while the delivery is sealed, and when it is and nothing refers to it, is as it was before', async () => {
    expect(await killInside(() => afterClearing((names) => names.length > 1))).toBe(false);
    const isPartial = (name: string) => name.endsWith('.partial');
    const isSealed = (names: string[]) => names.length > 1 && !names.some(isPartial);
    expect(await killInside(() => afterClearing(isSealed))).toBe(false);
    expect(readdirSync(deliveries)).toHaveLength(2);
  });

  /** What a killed load left is removed first: then whether the files of deliveries are as `isThere` wants them. */
  function afterClearing(isThere: (names: string[]) => boolean): () => boolean {
    let isClear = false;
    return () => {
      const names = readdirSync(deliveries);
      isClear ||= names.length === 1;
      return isClear && isThere(names);
    };
  }

  test('killed at fifteen moments of chance holds all of a delivery or nothing', async () => {
    const started = performance.now();
    await runAside();
    const wholeMs = performance.now() - started;
    let wasIn = false;
    for (let kill = 0; kill < 15; kill++) {
      const killAt = performance.now() + ((kill + Math.random()) / 15) * wholeMs;
      // once it is in, every later run takes its place: it stays in
      const isIn = await killWhen(() => performance.now() >= killAt, small);
      expect(isIn || !wasIn).toBe(true);
      wasIn = isIn;
    }
  });

  /** The same load into another case: how long one takes here and now. */
  async function runAside(): Promise<void> {
    await run('examine', small, '--case', 'aside', '--no-resume');
  }

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
    expect(held().filter((name) => name !== 'later-leak.sql')).toEqual([
      'earlier-leak.sql',
      'customers-leak.sql',
    ]);
    expect(readdirSync(deliveries)).toHaveLength(held().length);
    expect(isFound(people[0]!)).toBe(true);
  });

  test('that somebody writes into is left alone by a second process, and told so at once', async () => {
    using load = beginLoad(findCase(openHome(home), 'Mandelbrot case')!);
    expect(load.seed).toHaveLength(2);
    const { exit, stdout, stderr } = await run('examine', earlier, '--case', 'Mandelbrot case');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^error: another process is writing into the case/u);
    expect(isFound(people[0]!)).toBe(true);
  });
});

function isFound({ identifiers }: PersonTruth): boolean {
  const record = findCase(openHome(home), 'Mandelbrot case')!;
  return findPerson(record, { identifier: identifiers.emails[0]! })!.people.length > 0;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
