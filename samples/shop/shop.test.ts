import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { formatNames } from '../formats/formats.ts';
import type { MadeTable, MadeValue } from '../formats/made-table.ts';
import { createShop } from './create-shop.ts';
import { generateShop } from './generate-shop.ts';
import { shopTables } from './shop-tables.ts';
import { shopTruth } from './shop-truth.ts';

const folder = await mkdtemp(join(tmpdir(), 'tocsin-shop-'));
afterAll(() => rm(folder, { recursive: true }));

const people = 300;
const shop = createShop(3, people);
const tables = Object.fromEntries(shopTables(shop).map((table) => [table.name, table]));

/** The values of a column, in the order of the rows. */
function valuesOf(table: MadeTable, column: string): MadeValue[] {
  const at = table.columns.findIndex(({ name }) => name === column);
  return [...table.rows()].map((row) => row[at]!);
}

describe('the truth beside a shop', () => {
  const truth = shopTruth(shop, 3, {});
  const customers = tables['customers']!;
  const lower = (table: string) =>
    valuesOf(tables[table]!, 'email').map((email) => String(email).toLowerCase());

  it('counts the addresses that the tables hold', () => {
    const inTexts = valuesOf(tables['orders']!, 'delivery_text').flatMap((text) =>
      [...String(text).matchAll(/[\w.]+@[\w.]+\w/g)].map(([email]) => email),
    );
    const own = new Set([...lower('customers'), ...lower('newsletter')]);
    expect(truth.mentioned).toBe(new Set(inTexts).size);
    expect(truth.mentioned).toBeGreaterThan(3);
    expect(truth.distinctEmails).toBe(own.size + truth.mentioned);
    expect(own.size - truth.testAccounts - truth.duplicatesUnprovable).toBe(people);
  });

  it('counts a person once, however many rows he has', () => {
    const rows = [...customers.rows()].length;
    const named = truth.classes['Names']!;
    expect(named).toBeLessThan(rows - truth.testAccounts);
    expect(truth.classes['Email addresses']).toBe(people);
    expect(truth.duplicatesUnprovable).toBeGreaterThan(0);
    const phones = valuesOf(customers, 'phone').filter((phone) => phone !== null && phone !== '');
    expect(new Set(phones).size).toBe(truth.classes['Phone numbers']);
  });

  it('names columns that are there', () => {
    for (const [table, columns] of Object.entries(truth.tables)) {
      const names = tables[table]!.columns.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(columns)));
    }
  });
});

it('orders point to customers and products that are there', () => {
  const ids = new Set(valuesOf(tables['customers']!, 'id'));
  expect(valuesOf(tables['orders']!, 'customer_id').every((id) => ids.has(id))).toBe(true);
  const products = new Set(valuesOf(tables['products']!, 'id'));
  expect(valuesOf(tables['orders']!, 'product_id').every((id) => products.has(id))).toBe(true);
});

it('the signs that delimit text without quotes stand in no value', () => {
  for (const table of Object.values(tables)) {
    for (const row of table.rows())
      for (const value of row) expect(String(value)).not.toMatch(/\+\||&\||\+$|&$/);
  }
});

it('all addresses and numbers are of those that are nobody’s', () => {
  for (const email of [
    ...valuesOf(tables['customers']!, 'email'),
    ...valuesOf(tables['newsletter']!, 'email'),
  ])
    expect(email).toMatch(/@(?:\w+\.)*example\.(?:com|org|net|fr|test)$/i);
});

it.each(formatNames)('%s is the same bytes from the same seed, and others from another', async (format) => {
  const [one, again, other] = await Promise.all(
    [5, 5, 6].map(async (seed, i) => {
      const path = join(folder, `${format}-${i}`);
      await generateShop(path, { seed, people: 20, format });
      return contentOf(path);
    }),
  );
  expect(one!.length).toBeGreaterThan(1000);
  expect(one!.equals(again!)).toBe(true);
  expect(one!.equals(other!)).toBe(false);
});

/** Of a folder, of all its files. */
async function contentOf(path: string): Promise<Buffer> {
  if (!(await stat(path)).isDirectory()) return readFile(path);
  const names = (await readdir(path)).toSorted();
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(path, name)))));
}

it('a database file holds what was made', async () => {
  const path = join(folder, 'read-back');
  await generateShop(path, { seed: 3, people, format: 'sqlite' });
  const database = new DatabaseSync(path);
  for (const table of Object.values(tables)) {
    const rows = database.prepare(`SELECT * FROM ${table.name}`).all();
    expect(rows.map((row) => Object.values(row))).toEqual([...table.rows()]);
  }
  database.close();
});
