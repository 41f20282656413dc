/*
 * How the work is cut up never changes the report: sizes of stretches and windows, the number of threads,
 * the kernel or its twin, gzip or not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { dumpHeader, insertPeople, peopleDump, peopleRows, peopleTable } from './small-dump.fixture.ts';

const folder = scratchFolder();

/** Strings that hold what ends and begins statements, quotes both ways, raw newlines. */
function trapDump(): string {
  const traps = [
    String.raw`one\nline`,
    "raw\nnewline;\nINSERT INTO `people` VALUES (1,'trap1@example.net','x');\n",
    String.raw`);\r\nINSERT INTO people VALUES (2,\'trap2@example.net\',\'\');` + '\n',
    "it''s;\n-- comment with '' in it\n/* and\n",
    String.raw`ends in a backslash \\`,
    '\n(3,NULL,NULL),\n',
    'CREATE TABLE `people` (\n `email` int\n);\n',
    'x'.repeat(3000),
  ];
  const rows = Array.from({ length: 900 }, (_, i) => {
    const email = i % 50 === 49 ? 'NULL' : `'person${i % 700}@example.org'`;
    return `(${i + 1},${email},'${traps[(i * 7) % traps.length]!}')`;
  });
  const statements = Array.from(
    { length: 9 },
    (_, i) => `${insertPeople}${rows.slice(i * 100, i * 100 + 100).join(',')};\n`,
  );
  return `${dumpHeader}${peopleTable}${statements.join('')}`;
}

/** No definitions: column names are nowhere. */
function dataOnlyDump(): string {
  const statements = Array.from(
    { length: 30 },
    (_, i) => `${insertPeople}${peopleRows(i * 20 + 1, i * 20 + 20)};\n`,
  );
  return dumpHeader + statements.join('');
}

/** As phpMyAdmin writes: keys after all rows. */
function lateKeysDump(): string {
  const clients =
    'CREATE TABLE `clients` (\n `id` int NOT NULL,\n `first_name` varchar(40),\n `last_name` varchar(40),\n `email` varchar(80)\n);\n';
  const logins = 'CREATE TABLE `logins` (\n `login` int NOT NULL,\n `client` int,\n `ip` varchar(40)\n);\n';
  const first = ['Anna', 'Bruno', 'Claire', 'David', 'Emma', 'Felix', 'Greta', 'Hugo'];
  const last = ['Aldermoor', 'Birchmere', 'Coldwick', 'Dunhollow', 'Elmsgarth'];
  const client = (i: number) =>
    `(${i},'${first[i % 8]!}','${last[i % 5]!}','${first[i % 8]!.toLowerCase()}${i}@example.com')`;
  const login = (i: number) => `(${i},${(i * 13) % 400},'198.51.100.${i % 250}')`;
  const inserts = (table: string, row: (i: number) => string) =>
    Array.from(
      { length: 40 },
      (_, s) =>
        `INSERT INTO \`${table}\` (${table === 'clients' ? 'id, first_name, last_name, email' : 'login, client, ip'}) VALUES\n${Array.from({ length: 10 }, (__, i) => row(s * 10 + i + 1)).join(',\n')};\n`,
    ).join('');
  const keys =
    'ALTER TABLE `clients`\n  ADD PRIMARY KEY (`id`);\nALTER TABLE `logins`\n  ADD PRIMARY KEY (`login`),\n  ADD KEY `client` (`client`);\n' +
    'ALTER TABLE `logins`\n  ADD CONSTRAINT `c1` FOREIGN KEY (`client`) REFERENCES `clients` (`id`);\n';
  return dumpHeader + clients + inserts('clients', client) + logins + inserts('logins', login) + keys;
}

/** Rows of wrong lengths, things that are no SQL, an end in the middle of a row. */
function damagedDump(): string {
  const rows = `${peopleRows(1, 300)},(301,'short@example.net'),(302,'long@example.net','x',1),${peopleRows(303, 500)}`;
  const noise = 'lines that are no SQL, of somebody@example.net\n'.repeat(200);
  return `${dumpHeader}${peopleTable}${insertPeople}${rows};\n${noise}${insertPeople}${peopleRows(600, 900)},(901,'cut@exam`;
}

const dumps: Record<string, () => string[]> = {
  'strings that look like statements': () => [trapDump()],
  'rows without definitions': () => [dataOnlyDump()],
  'keys added at the end': () => [lateKeysDump()],
  'a damaged dump': () => [damagedDump()],
  'two files': () => [peopleDump(400), lateKeysDump()],
};

interface Way {
  stretchBytes: number;
  windowBytes: number;
  workers: number;
  twin: boolean;
  gzip: boolean;
}

const ways = fc.record<Way>({
  stretchBytes: fc.oneof(fc.integer({ min: 4096, max: 20_000 }), fc.integer({ min: 4096, max: 400_000 })),
  windowBytes: fc.oneof(fc.integer({ min: 4096, max: 20_000 }), fc.integer({ min: 4096, max: 1 << 20 })),
  workers: fc.integer({ min: 1, max: 4 }),
  twin: fc.boolean(),
  gzip: fc.boolean(),
});

/** All but how long it took and how the files lie on the disk. */
function said(report: ExposureReport): unknown {
  const { inputs, skipped } = report;
  return {
    ...report,
    seconds: 0,
    megabytesPerSecond: 0,
    inputs: inputs.map(({ complete, note, encoding }) => ({ complete, note, encoding })),
    skipped: skipped.map((part) => ({ ...part, path: part.path.replace(/\.gz$/u, '') })),
  };
}

async function examineIn(way: Way, paths: string[]): Promise<unknown> {
  const { stretchBytes, windowBytes, twin, workers, gzip } = way;
  const tuning = { stretchBytes, windowBytes, twin };
  const given = gzip ? paths.map((path) => `${path}.gz`) : paths;
  return said(await examine(given, { workers, tuning, examples: true }));
}

function writeBoth(path: string, content: Uint8Array): void {
  writeFileSync(path, content);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 1 }));
}

describe.each(Object.keys(dumps))('%s', (name) => {
  const paths: string[] = [];
  let usual: unknown;

  beforeAll(async () => {
    for (const content of dumps[name]!()) {
      const path = join(folder, `${name.replaceAll(' ', '-')}-${paths.length}.sql`);
      writeBoth(path, Buffer.from(content));
      paths.push(path);
    }
    usual = said(await examine(paths, { examples: true }));
  });

  test('are read the same in every way', async () => {
    await fc.assert(
      fc.asyncProperty(ways, async (way) => {
        expect(await examineIn(way, paths)).toEqual(usual);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

test('a sample is read the same in every way', async () => {
  const path = join(folder, 'sample.sql');
  await plantSample(path, { seed: 5, people: 400, sizeBytes: 1_500_000 });
  writeBoth(path, readFileSync(path));
  const usual = said(await examine([path], { examples: true }));
  await fc.assert(
    fc.asyncProperty(ways, async (way) => {
      expect(await examineIn(way, [path])).toEqual(usual);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('strings that look like statements are rows of the table they stand in', async () => {
  const path = join(folder, 'trap.sql');
  writeFileSync(path, trapDump());
  const report = await examine([path], { tuning: { stretchBytes: 5000 }, workers: 3 });
  expect(report.tables.map(({ name, rows }) => ({ name, rows }))).toEqual([{ name: 'people', rows: 900 }]);
  expect(report.people.count).toBe(
    new Set(Array.from({ length: 900 }, (_, i) => (i % 50 === 49 ? -1 : i % 700))).size - 1,
  );
  expect(report.people.mentioned).toBe(2);
  expect(report.skipped).toEqual([]);
});

test('keys added at the end join what stands before them', async () => {
  const path = join(folder, 'late.sql');
  writeFileSync(path, lateKeysDump());
  const report = await examine([path], { tuning: { stretchBytes: 4096 } });
  const logins = report.tables.find(({ name }) => name === 'logins');
  expect(logins).toMatchObject({ rows: 400, about: 'linked', people: 399 });
  expect(logins?.links).toEqual([
    { column: 'client', table: 'clients', toColumn: 'id', basis: 'declared', meaning: 'belongs to' },
  ]);
  expect(report.people.count).toBe(400);
});
