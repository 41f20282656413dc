/**
 * The truth beside a made-up shop: how many people, which classes of how many, which column holds
 * what, how many rows. The same whatever format the tables are written in.
 */
import { plantedShopColumns } from './planted-columns.ts';
import type { Shop } from './create-shop.ts';
import { shopPeople } from './shop-people.ts';
import { ordersOf } from './shop-tables.ts';

export interface ShopTruth {
  version: 1;
  shape: 'shop';
  seed: number;
  /** distinct humans with a row in customers or newsletter */
  people: number;
  /** distinct valid addresses anywhere, lower case */
  distinctEmails: number;
  /** distinct addresses that stand only in texts */
  mentioned: number;
  /** accounts of nobody */
  testAccounts: number;
  /** people whose two rows nothing but name and telephone links */
  duplicatesUnprovable: number;
  rows: Record<string, number>;
  tables: Record<string, Record<string, string>>;
  /** class -> distinct people of whom a row holds a value */
  classes: Record<string, number>;
}

export function shopTruth(shop: Shop, seed: number, rows: Record<string, number>): ShopTruth {
  const emails = new Set(shop.customers.map(({ email }) => email.toLowerCase()));
  for (const { email } of shop.readers) emails.add(email.toLowerCase());
  const mentioned = new Set([...ordersOf(shop)].flatMap(({ neighbour }) => neighbour ?? []));
  const classes: Record<string, number> = {};
  for (const person of shopPeople(shop)) {
    for (const dataClass of person.classes) classes[dataClass] = (classes[dataClass] ?? 0) + 1;
  }
  return {
    version: 1,
    shape: 'shop',
    seed,
    people: shop.people,
    distinctEmails: emails.size + mentioned.size,
    mentioned: mentioned.size,
    testAccounts: shop.testAccounts,
    duplicatesUnprovable: shop.duplicatesUnprovable,
    rows,
    tables: plantedShopColumns,
    classes,
  };
}
