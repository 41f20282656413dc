/**
 * The people of a made-up shop, one by one: what each can be told by, and which classes a row of theirs holds.
 * In: a shop. Out: people by number; accounts of nobody are not among them.
 */
import type { Shop } from './create-shop.ts';
import { plantedShopColumns } from './planted-columns.ts';
import { ordersOf } from './shop-tables.ts';

export interface ShopPerson {
  emails: Set<string>;
  phones: Set<string>;
  names: { first: string; last: string }[];
  /** yyyy-mm-dd */
  birthDates: Set<string>;
  classes: Set<string>;
  /** 'table.column' of every value of theirs, of columns that hold something of a person */
  places: Set<string>;
}

export function shopPeople(shop: Shop): ShopPerson[] {
  const people = Array.from({ length: shop.people }, (): ShopPerson => ({
    emails: new Set(),
    phones: new Set(),
    names: [],
    birthDates: new Set(),
    classes: new Set(),
    places: new Set(),
  }));
  const lose = (person: ShopPerson, place: string, value: string | null, into?: Set<string>) => {
    if (value === null || value === '') return;
    const [table, column] = place.split('.') as [string, string];
    person.classes.add(plantedShopColumns[table]![column]!);
    person.places.add(place);
    into?.add(value);
  };
  for (const customer of shop.customers) {
    const person = people[customer.person];
    if (!person) continue;
    person.names.push({ first: customer.firstName, last: customer.lastName });
    lose(person, 'customers.first_name', customer.firstName);
    lose(person, 'customers.last_name', customer.lastName);
    lose(person, 'customers.email', customer.email.toLowerCase(), person.emails);
    lose(person, 'customers.phone', customer.phone, person.phones);
    lose(person, 'customers.street', customer.street);
    lose(person, 'customers.postal_code', customer.postalCode);
    lose(person, 'customers.city', customer.city);
    lose(person, 'customers.date_of_birth', customer.dateOfBirth, person.birthDates);
    lose(person, 'customers.password_hash', customer.passwordHash);
  }
  for (const { email, person } of shop.readers)
    lose(people[person]!, 'newsletter.email', email.toLowerCase(), people[person]!.emails);
  for (const order of ordersOf(shop)) {
    const person = people[order.customer.person];
    if (person) lose(person, 'orders.ip_address', order.ip);
  }
  return people;
}
