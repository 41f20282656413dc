/*
 * A directory is taken in whole or not at all, whenever the process is killed; and what rests says nothing to who has no
 * key: every file of the instance and of the temporary folder is searched for what was planted.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { openDumpFile } from '../../samples/dump-file.ts';
import { writeDirectory } from '../../samples/pole-emploi/directory/write-directory.ts';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { findCase, listDirectories, openHome, openVault, reachedRows } from '../../src/store/index.ts';
import { runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = join(folder, 'home');
const temporary = join(folder, 'temporary');
const surroundings = { env: { TOCSIN_HOME: home, TMPDIR: temporary, SQLITE_TMPDIR: temporary } };
const planted: Buffer[] = [];
const args = (file: string) => ['directory', 'spill', '--controller', 'Caisse', '--file', file, '--json'];

/** Two directories of the same controller: the one that is there, and the one that is to take its place. */
const files = ['first.csv', 'second.csv'].map((name) => join(folder, name));
let rowsOf: number[];

beforeAll(async () => {
  mkdirSync(temporary);
  const { extracts } = await makeExtracts(
    join(folder, 'leak'),
    { seed: 3, people: 3000, dirt: 'none', format: 'csv' },
    120,
  );
  rowsOf = [];
  for (const [i, path] of files.entries()) {
    const file = await openDumpFile(path);
    const written = await writeDirectory(
      extracts.population,
      { known: 1, strangers: i * 3 },
      file,
      ({ email, street, lastName }) => {
        if (rowsOf.length === i && planted.length < 200 * (i + 1))
          for (const value of [email, street, lastName])
            if (value.length > 9) planted.push(Buffer.from(value));
      },
    );
    rowsOf.push(written.rows);
    await file.end();
    await file.publish();
  }
  await runTocsin(['examine', join(folder, 'leak'), '--case', 'spill'], folder, surroundings);
  await runTocsin(args(files[0]!), folder, surroundings);
});

function valuesAtRest(): string[] {
  const paths = [home, temporary].flatMap((path) =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return paths.flatMap((path) => {
    const bytes = readOrNothing(path);
    return planted.filter((value) => bytes.includes(value)).map((value) => `${value.toString()} in ${path}`);
  });
}

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Rows of the directory that the case holds, and how many of them give contacts. */
function held(): { rows: number; reached: number } {
  const record = findCase(openHome(home), 'spill')!;
  using vault = openVault(record);
  const directories = listDirectories(vault.db);
  expect(directories).toHaveLength(1);
  const [{ directory, rows, counts } = directories[0]!] = directories;
  const reached = [...reachedRows(vault.db, directory)].length;
  expect(counts).toMatchObject({ rows, joinedRows: reached });
  return { rows, reached };
}

test('the search finds what it looks for: the directory itself is full of it', () => {
  const bytes = readFileSync(files[0]!);
  expect(planted.filter((value) => bytes.includes(value)).length).toBeGreaterThan(100);
});

test('killed at twenty moments it is the old directory or the new one, and noise', async () => {
  const whole = [held()];
  expect(whole[0]!.rows).toBe(rowsOf[0]);
  const began = performance.now();
  await runTocsin(args(files[1]!), folder, surroundings);
  const lastsMs = performance.now() - began;
  whole.push(held());
  expect(whole[1]!.rows).toBe(rowsOf[1]);
  let replaced = 1;
  for (let kill = 0; kill < 20; kill++) {
    const next = 1 - replaced;
    const { child, ended } = startTocsin(args(files[next]!), folder, surroundings);
    await sleep(lastsMs * (0.2 + 0.9 * Math.random()));
    child.kill('SIGKILL');
    await ended;
    expect(valuesAtRest()).toEqual([]);
    const now = held();
    replaced = whole.findIndex(({ rows }) => rows === now.rows);
    expect(whole[replaced]).toEqual(now);
  }
  const last = await runTocsin(args(files[0]!), folder, surroundings);
  expect(last.exit).toBe(0);
  expect(held()).toEqual(whole[0]);
}, 300_000);
