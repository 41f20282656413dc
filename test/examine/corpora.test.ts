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
