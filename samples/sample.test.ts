import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const cli = join(import.meta.dirname, 'sample.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-sample-'));
});
afterEach(() => rm(folder, { recursive: true }));

const make = (...args: string[]) => run(process.execPath, [cli, 'michael-page', ...args]);

it('a sample, its truth and its people are there, and nothing half-written', async () => {
  const out = join(folder, 'leak.sql');
  await make('--people', '120', '--size', '3MB', '--seed', '5', '--out', out, '--truth-people');
  expect((await readdir(folder)).toSorted()).toEqual([
    'leak.sql',
    'leak.sql.people.ndjson',
    'leak.sql.truth.json',
  ]);
  const truth = JSON.parse(await readFile(`${out}.truth.json`, 'utf8')) as { people: number; bytes: number };
  expect(truth).toMatchObject({ version: 1, shape: 'michael-page', seed: 5, people: 120 });
  expect((await readFile(out)).length).toBe(truth.bytes);
  const people = (await readFile(`${out}.people.ndjson`, 'utf8')).trimEnd().split('\n');
  expect(people).toHaveLength(120);
  expect(JSON.parse(people[0]!)).toMatchObject({ id: 0, identifiers: { uids: [1] } });
});

it('a name ending in .gz gets the same bytes as gzip', async () => {
  const args = ['--people', '50', '--size', '3MB', '--out'];
  await make(...args, join(folder, 'plain.sql'));
  await make(...args, join(folder, 'packed.sql.gz'));
  const packed = await readFile(join(folder, 'packed.sql.gz'));
  expect(gunzipSync(packed).equals(await readFile(join(folder, 'plain.sql')))).toBe(true);
});

it('says so when the people need more than the size', async () => {
  const { stderr } = await make('--people', '2000', '--size', '1MB', '--out', join(folder, 'a.sql'));
  expect(stderr).toMatch(/^note: 2000 people need about \d+ MB, more than --size\n/);
});

it.each([
  [['--size', '5 parsecs', '--out', 'a'], '--size is no size'],
  [['--people', '0', '--out', 'a'], '--people is out of range'],
  [['--seed', '1.5', '--out', 'a'], '--seed is no whole number'],
  [['--people', '10'], '--out is missing'],
  [['--colour', 'red', '--out', 'a'], "Unknown option '--colour'"],
])('%j is refused with a hint and exit 2', async (args, message) => {
  const failure: unknown = await make(...args).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 2 });
  const { stderr } = failure as { stderr: string };
  expect(stderr).toContain(`error: ${message}`);
  expect(stderr).toContain('hint: usage: sample michael-page');
});

it('a folder that is not there leaves nothing behind', async () => {
  const failure: unknown = await make('--size', '3MB', '--out', join(folder, 'no', 'a.sql')).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code: 2 });
  expect(await readdir(folder)).toEqual([]);
});

const makeShop = (...args: string[]) => run(process.execPath, [cli, 'shop', '--people', '30', ...args]);

it('a shop is one file, or a folder of a file for each table, with the truth beside it', async () => {
  await makeShop('--format', 'sqlserver', '--out', join(folder, 'shop.sql'));
  await makeShop('--format', 'csv', '--out', join(folder, 'shop'));
  expect((await readdir(folder)).toSorted()).toEqual([
    'shop',
    'shop.sql',
    'shop.sql.truth.json',
    'shop.truth.json',
  ]);
  expect((await readdir(join(folder, 'shop'))).toSorted()).toEqual([
    'customers.csv',
    'newsletter.csv',
    'orders.csv',
    'products.csv',
  ]);
  const truths = await Promise.all(
    ['shop.truth.json', 'shop.sql.truth.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  expect(truths[0]).toBe(truths[1]);
  expect(JSON.parse(truths[0]!)).toMatchObject({ version: 1, shape: 'shop', people: 30, testAccounts: 2 });
});

it.each([
  [['--format', 'papyrus', '--out', 'a'], 'no such format'],
  [['--size', '3MB', '--out', 'a'], 'shop takes no --size'],
  [['--people', '100001', '--out', 'a'], '--people is out of range'],
])('a shop with %j is refused with a hint and exit 2', async (args, message) => {
  const failure: unknown = await makeShop(...args).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 2 });
  expect((failure as { stderr: string }).stderr).toContain(`error: ${message}\nhint: usage: sample shop`);
});

const makeExtracts = (...args: string[]) => run(process.execPath, [cli, 'pole-emploi', ...args]);

it('extracts are a folder of two files, with the truth and the people beside it', async () => {
  const out = join(folder, 'register');
  await makeExtracts('--people', '200', '--seed', '3', '--out', out, '--truth-people');
  expect((await readdir(folder)).toSorted()).toEqual([
    'register',
    'register.people.ndjson',
    'register.truth.json',
  ]);
  expect((await readdir(out)).toSorted()).toEqual(['demandeurs.txt', 'inscriptions.csv']);
  const truth: unknown = JSON.parse(await readFile(`${out}.truth.json`, 'utf8'));
  expect(truth).toMatchObject({ version: 1, shape: 'pole-emploi', seed: 3, dirt: 'default', people: 200 });
  const people = (await readFile(`${out}.people.ndjson`, 'utf8')).trimEnd().split('\n');
  expect(people).toHaveLength(200);
});

it.each([
  [['--row-bytes', '121', '--out', 'a'], 'no such row-bytes'],
  [['--dirt', 'filthy', '--out', 'a'], 'no such dirt'],
  [['--size', '3MB', '--out', 'a'], 'pole-emploi takes no --size'],
])('extracts with %j are refused with a hint and exit 2', async (args, message) => {
  const failure: unknown = await makeExtracts(...args).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 2 });
  const { stderr } = failure as { stderr: string };
  expect(stderr).toContain(`error: ${message}\nhint: usage: sample pole-emploi`);
});

it('the usage of every shape is told when it is asked for, with success', async () => {
  const { stdout } = await run(process.execPath, [cli, '--help']);
  expect(stdout.match(/^usage: sample .+/gmu)).toHaveLength(3);
});

it('a folder that is not there is told with what to do about it', async () => {
  const error = await make('--people', '5', '--out', join(folder, 'missing', 'x.sql')).catch(
    (thrown: { code: number; stderr: string }) => thrown,
  );
  expect(error).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^error: the folder of --out is not there\nhint: make the folder first/mu),
  });
});
