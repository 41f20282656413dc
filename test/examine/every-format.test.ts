/*
 * A made-up shop in every format that holds tables: the report says the same of each, and the truth.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatNames } from '../../samples/formats/formats.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import type { ShopTruth } from '../../samples/shop/shop-truth.ts';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport, ReportTable } from '../../src/report/index.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const options = { seed: 2023, people: 400 };

/** What does not depend on how a format spells names and states keys. */
function said({ tables, classes, people, skipped }: ExposureReport): unknown {
  const { method: _, ...numbers } = people;
  return {
    people: numbers,
    classes: classes.map((entry) => ({ ...entry, kinds: sorted(entry.kinds, ({ kind }) => kind) })),
    tables: sorted(tables, nameOf).map((table) => ({
      name: nameOf(table),
      rows: table.rows,
      about: table.about,
      people: table.people,
      columns: foundIn(table),
      links: table.links.map(({ column, table: to, meaning }) =>
        [column, to, meaning].join(' ').toLowerCase(),
      ),
    })),
    skipped,
  };
}

function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Oracle and DB2 write capitals; a file that is a table has its name. */
function nameOf({ name }: ReportTable): string {
  return name.toLowerCase().replace(/\.[a-z]+$/, '');
}

function foundIn({ columns }: ReportTable): unknown {
  const found = columns.map(({ name, filled, classes }) => ({
    name: name.toLowerCase(),
    filled,
    classes: classes.map(({ class: dataClass, kind, values }) => ({ class: dataClass, kind, values })),
  }));
  return sorted(
    found.filter(({ classes }) => classes.length > 0),
    ({ name }) => name,
  );
}

async function examineShop(format: (typeof formatNames)[number]): Promise<[ExposureReport, ShopTruth]> {
  const path = join(folder, format);
  const truth = await generateShop(path, { ...options, format });
  return [await examine([path], { workers: 1 }), truth];
}

describe('a shop as a MySQL dump', () => {
  let report: ExposureReport;
  let truth: ShopTruth;
  beforeAll(async () => {
    [report, truth] = await examineShop('mysql');
  });

  test('has its rows, its addresses and its people', () => {
    expect(Object.fromEntries(report.tables.map((table) => [table.name, table.rows]))).toEqual(truth.rows);
    expect(report.classes.find((entry) => entry.class === 'Email addresses')?.distinct).toBe(
      truth.distinctEmails,
    );
    expect(report.people).toMatchObject({
      count: truth.people + truth.duplicatesUnprovable,
      max: truth.people + truth.duplicatesUnprovable,
      mentioned: truth.mentioned,
      testAccounts: truth.testAccounts,
    });
    expect(report.people.min).toBeLessThanOrEqual(truth.people);
    expect(report.people.min).toBeGreaterThan(0.98 * truth.people);
  });

  test('shows every planted class in its column, and none in any other', () => {
    const found = report.tables.flatMap((table) =>
      table.columns.flatMap(({ name, classes }) =>
        classes
          .filter(({ kind }) => kind !== 'in text')
          .map((entry) => `${table.name}.${name}: ${entry.class}`),
      ),
    );
    const planted = Object.entries(truth.tables).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, dataClass]) => `${table}.${column}: ${dataClass}`),
    );
    expect([...new Set(found)].toSorted()).toEqual(planted.toSorted());
  });

  test('gives each class its people, and at most the duplicates besides', () => {
    const found = Object.fromEntries(report.classes.map((entry) => [entry.class, entry.people]));
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(truth.classes).toSorted());
    const wrong = Object.entries(truth.classes).filter(
      ([dataClass, planted]) =>
        found[dataClass]! < planted || found[dataClass]! > planted + truth.duplicatesUnprovable,
    );
    expect(wrong).toEqual([]);
  });

  test.each(formatNames.filter((format) => format !== 'mysql'))('says the same as %s', async (format) => {
    const [other] = await examineShop(format);
    expect(said(other)).toEqual(said(report));
    expect(other.inputs.filter(({ complete }) => !complete)).toEqual([]);
  });
});
