/*
 * What `examine` says of a leak against what was planted in it.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { plantSample, type PlantedSample } from './planted-sample.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();

/** One seed that nobody has seen; the title names it, so that a failure can be made again. */
const unseen = Date.now() % 1_000_000_000;

describe.each([
  { seed: 11, people: 3000, sizeBytes: 12_000_000 },
  { seed: 20_161_111, people: 3000, sizeBytes: 12_000_000 },
  { seed: unseen, people: 3000, sizeBytes: 12_000_000 },
  { seed: 101, people: 60, sizeBytes: 1_000_000 },
  { seed: 103, people: 500, sizeBytes: 3_000_000 },
])('$people people of seed $seed', (options) => {
  let truth: PlantedSample['truth'];
  let report: ExposureReport;

  beforeAll(async () => {
    const path = join(folder, `${options.seed}.sql`);
    ({ truth } = await plantSample(path, options));
    report = await examine([path]);
  });

  test('every table has its rows and nothing was skipped', () => {
    expect(Object.fromEntries(report.tables.map(({ name, rows }) => [name, rows]))).toEqual(truth.rows);
    expect(report.skipped).toEqual([]);
  });

  test('different e-mail addresses are counted exactly', () => {
    const found = report.classes.find((entry) => entry.class === 'Email addresses');
    expect(found?.distinct).toBe(truth.distinctEmails);
    expect(report.people.mentioned).toBe(truth.mentioned);
  });

  test('the number of people lies within the bounds', () => {
    expect(report.people.min).toBeLessThanOrEqual(truth.people);
    expect(report.people.max).toBeGreaterThanOrEqual(truth.people);
    expect(report.people.min).toBeLessThanOrEqual(report.people.count);
    expect(report.people.max).toBeGreaterThanOrEqual(report.people.count);
  });

  test('people are counted exactly, but for those who registered twice without a trace', () => {
    expect(report.people.count - truth.duplicatesUnprovable).toBe(truth.people);
  });

  test('accounts of nobody are counted apart', () => {
    expect(report.people.testAccounts).toBe(truth.testAccounts);
  });

  test('every planted class is found in its column, and none in any other', () => {
    const planted = Object.entries(truth.tables).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, dataClass]) => `${table}.${column}: ${dataClass}`),
    );
    const found = report.tables
      .flatMap((table) =>
        table.columns.flatMap((column) =>
          column.classes
            .filter(({ kind }) => kind !== 'in text')
            .map((entry) => `${table.name}.${column.name}: ${entry.class}`),
        ),
      )
      // accounts that log entries name, packed in a column of no class, are found in larger samples than others
      .filter((line) => line !== 'watchdog.variables › @username: Usernames');
    expect([...new Set(found)].toSorted()).toEqual(planted.toSorted());
  });

  test('addresses in texts are found in the letters and nowhere else', () => {
    const withMentions = report.tables.flatMap((table) =>
      table.columns
        .filter((column) => column.classes.some(({ kind }) => kind === 'in text'))
        .map((column) => `${table.name}.${column.name}`),
    );
    expect(withMentions).toEqual(['applications.cover_letter']);
  });

  test('each class has its people, and at most the duplicates besides', () => {
    const found = Object.fromEntries(report.classes.map((entry) => [entry.class, entry.people]));
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(truth.classes).toSorted());
    const wrong = Object.entries(truth.classes)
      .map(([dataClass, planted]) => ({ dataClass, planted, found: found[dataClass]! }))
      .filter(
        (entry) => entry.found < entry.planted || entry.found > entry.planted + truth.duplicatesUnprovable,
      );
    expect(wrong).toEqual([]);
  });
});

test('one person among test accounts is one person', async () => {
  const path = join(folder, 'one.sql');
  const { truth } = await plantSample(path, { seed: 104, people: 1, sizeBytes: 300_000 });
  const report = await examine([path]);
  expect(report.people).toMatchObject({
    count: 1,
    testAccounts: truth.testAccounts,
    mentioned: truth.mentioned,
  });
  expect(report.people.min).toBeLessThanOrEqual(1);
  expect(report.classes.find((entry) => entry.class === 'Email addresses')?.distinct).toBe(
    truth.distinctEmails,
  );
});

test('the same dump twice holds no more people than once', async () => {
  const path = join(folder, 'once.sql');
  const { truth } = await plantSample(path, { seed: 7, people: 300, sizeBytes: 2_000_000 });
  const once = await examine([path]);
  const twice = await examine([path, path]);
  expect(twice.people).toEqual(once.people);
  expect(twice.classes.map(({ class: name, people, distinct }) => ({ name, people, distinct }))).toEqual(
    once.classes.map(({ class: name, people, distinct }) => ({ name, people, distinct })),
  );
  expect(twice.tables.find(({ name }) => name.startsWith('users'))?.rows).toBe(truth.rows['users']);
});
