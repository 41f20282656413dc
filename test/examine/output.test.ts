/*
 * What a run prints and writes: the JSON that the schema promises, talk apart from results, 80 columns,
 * and no value of the leak anywhere.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSample } from '../../samples/read-sample.ts';
import { plantSample, type PlantedSample } from './planted-sample.fixture.ts';
import { type Ran, runTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { dumpEnd, peopleDump } from './small-dump.fixture.ts';

const folder = scratchFolder();
const sample = join(folder, 'sample.sql');
const mixed = join(folder, 'mixed');
let planted: PlantedSample;

const schemaFile = new URL('../../docs/reference/examine-report.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

beforeAll(async () => {
  planted = await plantSample(sample, { seed: 42, people: 400, sizeBytes: 2_000_000 });
  mkdirSync(mixed);
  const dump = peopleDump(2000);
  writeFileSync(join(mixed, 'cut.sql'), dump.slice(0, -dumpEnd.length - 20));
  writeFileSync(join(mixed, 'cut.sql.gz'), gzipSync(dump).subarray(0, 3000));
  writeFileSync(join(mixed, 'empty.sql'), '');
  writeFileSync(join(mixed, 'noise.bin'), Buffer.alloc(9000, 1).fill(0, 10, 500));
  writeFileSync(
    join(mixed, `${'a-very-long-name-'.repeat(12)}.sql`),
    dump.replaceAll('people', 'p'.repeat(60)),
  );
  spawnSync('mkfifo', [join(mixed, 'pipe')]);
});

function errorsOf(document: unknown): string[] {
  return validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`);
}

describe('--json', () => {
  test.each([
    ['a sample', () => [sample]],
    ['a sample with examples', () => [sample, '--examples']],
    ['a folder of broken files', () => [mixed]],
  ])('of %s is one document that the schema allows', async (_, args) => {
    const { exit, stdout, stderr } = await runTocsin(['examine', ...args(), '--json']);
    expect(exit).toBe(0);
    expect(stderr).toBe('');
    expect(errorsOf(JSON.parse(stdout))).toEqual([]);
  });

  test('with --out: the document alone on stdout, the talk on stderr, the same document in the folder', async () => {
    const out = join(folder, 'json');
    const { stdout, stderr } = await runTocsin(['examine', sample, '--json', '--out', out]);
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(stdout);
    expect(stderr.split('\n').filter((line) => line !== '' && !/^wrote \S+$/u.test(line))).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  });
});

test('no line on the terminal or in report.txt is wider than 80 columns', async () => {
  const out = join(folder, 'width');
  const texts: string[] = [];
  for (const args of [[sample], [sample, '--examples'], [mixed, '--out', out]]) {
    const { exit, stdout } = await runTocsin(['examine', ...args]);
    expect(exit).toBe(0);
    texts.push(stdout);
  }
  texts.push(readFileSync(join(out, 'report.txt'), 'utf8'));
  const wide = texts.flatMap((text) => text.split('\n')).filter((line) => [...line].length > 80);
  expect(wide).toEqual([]);
});

/** Columns whose values, as short as they may be, are ordinary words of a report. */
const ordinary = new Set(['location', 'sector', 'job_type', 'current_job', 'current_employer']);

/** Every planted value that no report would hold by chance, lower case. */
function plantedValues(): Set<string> {
  const values = new Set<string>();
  const tables = readSample(readFileSync(sample));
  for (const [name, columns] of Object.entries(planted.truth.tables)) {
    const table = tables.get(name)!;
    for (const column of Object.keys(columns).filter((key) => !ordinary.has(key))) {
      const place = table.columns.indexOf(column);
      for (const row of table.rows) values.add((row[place] ?? '').trim().toLowerCase().slice(0, 40));
    }
  }
  for (const { identifiers } of planted.people) {
    const { emails, phones, names } = identifiers;
    for (const value of [...emails, ...phones, ...names]) values.add(value.toLowerCase());
    for (const email of emails) values.add(email.split('@')[0]!);
    for (const phone of phones) values.add(phone.slice(-8));
    for (const name of names) values.add(name.split(' ').at(-1)!.toLowerCase());
  }
  return new Set([...values].filter((value) => value.length >= 5));
}

describe.each([
  ['without examples', []],
  ['with examples', ['--examples']],
])('%s', (_, flags) => {
  const produced: Record<string, string> = {};
  let ran: Ran;

  beforeAll(async () => {
    const out = join(folder, `values-${flags.length}`);
    ran = await runTocsin(['examine', sample, '--out', out, ...flags]);
    for (const name of readdirSync(out)) produced[name] = readFileSync(join(out, name), 'utf8');
    produced['stdout'] = ran.stdout;
    produced['stderr'] = ran.stderr;
  });

  test('no planted value appears in what is printed or written', () => {
    expect(ran.exit).toBe(0);
    expect(Object.keys(produced)).toHaveLength(5);
    const values = plantedValues();
    expect(values.size).toBeGreaterThan(3000);
    const words = Object.entries(produced).map(([name, text]) => ({
      name,
      text: text.toLowerCase(),
      words: new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
    }));
    const shown = [...values].flatMap((value) =>
      words
        .filter(({ text, words: own }) =>
          /^[\p{L}\p{N}]+$/u.test(value) ? own.has(value) : text.includes(value),
        )
        .map(({ name }) => ({
          name,
          shape: value.replaceAll(/\p{L}/gu, 'a').replaceAll(/\p{N}/gu, '9'),
          value,
        })),
    );
    expect(shown).toEqual([]);
  });

  test('masked examples appear only where they were asked for', () => {
    const isMasked = /\p{L}•••@\p{L}••••/u;
    expect(isMasked.test(produced['report.json']!)).toBe(flags.length > 0);
  });
});
