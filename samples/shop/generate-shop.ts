/**
 * The shop shape: a small online shop in any format. The same seed and people give the same tables
 * and values in each.
 */
import type { FormatName } from '../formats/formats.ts';
import type { MadeTable } from '../formats/made-table.ts';
import { writeFormat } from '../formats/write-format.ts';
import { createShop } from './create-shop.ts';
import { shopTables } from './shop-tables.ts';
import { type ShopTruth, shopTruth } from './shop-truth.ts';

export interface ShopOptions {
  /** a whole number from 0 to 2^53-1 */
  seed: number;
  /** distinct people, 1 to `maxShopPeople` */
  people: number;
  format: FormatName;
}

/** Writes the file, or for formats of one table a folder of files, at `path`. */
export async function generateShop(path: string, { seed, people, format }: ShopOptions): Promise<ShopTruth> {
  const shop = createShop(seed, people);
  const tables = shopTables(shop);
  await writeFormat(path, format, tables, 'shop');
  return shopTruth(shop, seed, Object.fromEntries(tables.map((table) => [table.name, countRows(table)])));
}

function countRows({ rows }: MadeTable): number {
  let count = 0;
  for (const _ of rows()) count++;
  return count;
}
