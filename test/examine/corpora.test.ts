/*
 * Public fake databases, where the checkout has them beside it: the right tables, rows and classes.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`../../../shared/corpora/${name}`, import.meta.url));
const chinook = pathOf('chinook-mysql.sql');
const sakilaSchema = pathOf('sakila-mysqldump-schema.sql');
const sakilaData = pathOf('sakila-mysqldump-data.sql');

const names = 'Names';
const email = 'Email addresses';
const phone = 'Phone numbers';
const address = 'Physical addresses';
const place = 'Geographic locations';

function rowsOf(report: ExposureReport): Record<string, number> {
  return Object.fromEntries(
    report.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]),
  );
}

function classesOf(report: ExposureReport): Record<string, Record<string, string>> {
  const tables = report.tables.map((table): [string, Record<string, string>] => [
    table.name,
    Object.fromEntries(
      table.columns
        .filter(({ classes }) => classes.length > 0)
        .map(({ name, classes }) => [name, [...new Set(classes.map((entry) => entry.class))].join(' + ')]),
    ),
  ]);
  return Object.fromEntries(tables.filter(([, columns]) => Object.keys(columns).length > 0));
}

/** All that does not depend on the order of the files. */
function unordered(report: ExposureReport): unknown {
  const { inputs, tables, seconds: _, megabytesPerSecond: __, ...rest } = report;
  return {
    ...rest,
    inputs: inputs.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    tables: tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

describe('chinook', () => {
  test.skipIf(!existsSync(chinook))('customers and employees are people, the music is nobody', async () => {
    const report = await examine([chinook]);
    expect(rowsOf(report)).toEqual({
      Album: 347,
      Artist: 275,
      Customer: 59,
      Employee: 8,
      Genre: 25,
      Invoice: 412,
      InvoiceLine: 2240,
      MediaType: 5,
      Playlist: 18,
      PlaylistTrack: 8715,
      Track: 3503,
    });
    expect(classesOf(report)).toEqual({
      Customer: {
        FirstName: names,
        LastName: names,
        Company: 'Employers',
        Address: address,
        City: place,
        State: place,
        Country: place,
        PostalCode: address,
        Phone: phone,
        Fax: phone,
        Email: email,
      },
      Employee: {
        LastName: names,
        FirstName: names,
        Title: 'Job titles',
        BirthDate: 'Dates of birth',
        Address: address,
        City: place,
        State: place,
        Country: place,
        PostalCode: address,
        Phone: phone,
        Fax: phone,
        Email: email,
      },
      Invoice: {
        BillingAddress: address,
        BillingCity: place,
        BillingState: place,
        BillingCountry: place,
        BillingPostalCode: address,
      },
    });
    expect(report.people).toMatchObject({ count: 67, min: 67, max: 67, mentioned: 0, testAccounts: 0 });
    expect(report.skipped).toEqual([]);
    expect(report.inputs[0]?.complete).toBe(true);
  });
});

/** What a report says whatever the dialect: names without case and underscores, and all numbers. */
function saidInAnyDialect(report: ExposureReport): unknown {
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase();
  return {
    people: report.people,
    classes: report.classes,
    tables: report.tables.map((table) => ({
      name: plain(table.name),
      rows: table.rows,
      about: table.about,
      people: table.people,
      columns: table.columns.map(({ name, filled, classes }) => [
        plain(name),
        filled,
        classes.map(({ class: found, kind, values }) => [found, kind, values]),
      ]),
      links: table.links.map((link) => [plain(link.column), plain(link.table), link.basis, link.meaning]),
    })),
  };
}

test.skipIf(!existsSync(chinook)).each(['chinook-postgresql.sql', 'chinook-sqlserver.sql'])(
  '%s says the same as the same data in the form of MySQL',
  async (name) => {
    const [mysql, other] = [await examine([chinook]), await examine([pathOf(name)])];
    expect(saidInAnyDialect(other)).toEqual(saidInAnyDialect(mysql));
    expect(other.skipped).toEqual([]);
  },
);

const fakePeople = pathOf('fake-people-100.csv');

test.skipIf(!existsSync(fakePeople))('a hundred people in a CSV are a hundred people', async () => {
  const report = await examine([fakePeople]);
  expect(report.people).toMatchObject({ count: 100, min: 100, max: 100 });
  expect(report.inputs[0]).toMatchObject({ format: 'CSV', rows: 100, complete: true });
});

const hasSakila = existsSync(sakilaSchema) && existsSync(sakilaData);

const sakilaRows = {
  actor: 200,
  address: 603,
  category: 16,
  city: 600,
  country: 109,
  customer: 599,
  film: 1000,
  film_actor: 5462,
  film_category: 1000,
  inventory: 4581,
  language: 6,
  payment: 16049,
  rental: 16044,
  staff: 2,
  store: 2,
};

describe('sakila', () => {
  test.skipIf(!hasSakila)('customers, staff and actors are people, films and towns are not', async () => {
    const report = await examine([sakilaSchema, sakilaData]);
    expect(rowsOf(report)).toEqual(sakilaRows);
    expect(classesOf(report)).toEqual({
      actor: { first_name: names, last_name: names },
      address: { address, district: place, postal_code: address, phone },
      customer: { first_name: names, last_name: names, email },
      staff: {
        first_name: names,
        last_name: names,
        picture: 'Photos',
        email,
        username: 'Usernames',
        password: 'Passwords',
      },
    });
    expect(report.people).toMatchObject({ count: 801, mentioned: 0, testAccounts: 0 });
    expect(report.classes.find((entry) => entry.class === email)).toMatchObject({
      people: 601,
      distinct: 601,
    });
    expect(report.classes.find((entry) => entry.class === phone)).toMatchObject({ people: 601 });
    expect(report.skipped).toEqual([]);
  });

  test.skipIf(!hasSakila)('the order of schema and data on the command line changes nothing', async () => {
    const schemaFirst = await examine([sakilaSchema, sakilaData]);
    const dataFirst = await examine([sakilaData, sakilaSchema]);
    expect(unordered(dataFirst)).toEqual(unordered(schemaFirst));
  });

  test.skipIf(!hasSakila)(
    'the data alone, without column names, still shows whose addresses it holds',
    async () => {
      const report = await examine([sakilaData]);
      expect(rowsOf(report)).toEqual(sakilaRows);
      expect(classesOf(report)).toMatchObject({
        customer: { 'column 3': names, 'column 4': names, 'column 5': email },
        staff: { 'column 6': email },
      });
      expect(report.classes.find((entry) => entry.class === email)).toMatchObject({
        people: 601,
        distinct: 601,
      });
      const impersonal = new Set([
        'film',
        'category',
        'city',
        'country',
        'inventory',
        'language',
        'rental',
        'payment',
      ]);
      expect(Object.keys(classesOf(report)).filter((table) => impersonal.has(table))).toEqual([]);
    },
  );
});
