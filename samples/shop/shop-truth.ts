/**
 * The truth beside a made-up shop: how many people, which classes of how many, which column holds
 * what, how many rows. The same whatever format the tables are written in.
 */
import { plantedShopColumns } from './planted-columns.ts';
import type { Shop } from './create-shop.ts';
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
  const people = new Map<string, Set<number>>();
  const emails = new Set<string>();
  const mentioned = new Set<string>();
  const lose = (person: number, dataClass: string, value: string | null) => {
    if (person < 0 || value === null || value === '') return;
    const losers = people.get(dataClass);
    if (losers) losers.add(person);
    else people.set(dataClass, new Set([person]));
  };
  for (const customer of shop.customers) {
    emails.add(customer.email.toLowerCase());
    lose(customer.person, 'Names', customer.firstName);
    lose(customer.person, 'Email addresses', customer.email);
    lose(customer.person, 'Phone numbers', customer.phone);
    lose(customer.person, 'Physical addresses', customer.street);
    lose(customer.person, 'Geographic locations', customer.city);
    lose(customer.person, 'Dates of birth', customer.dateOfBirth);
    lose(customer.person, 'Passwords', customer.passwordHash);
  }
  for (const { email, person } of shop.readers) {
    emails.add(email.toLowerCase());
    lose(person, 'Email addresses', email);
  }
  for (const order of ordersOf(shop)) {
    lose(order.customer.person, 'IP addresses', order.ip);
    if (order.neighbour !== null) mentioned.add(order.neighbour);
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
    classes: Object.fromEntries([...people].map(([dataClass, losers]) => [dataClass, losers.size])),
  };
}
