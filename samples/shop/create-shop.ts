/**
 * A small online shop made out of a seed: its customers, what they ordered, who reads its newsletter,
 * what it sells. Holds every customer, some 500 bytes each; the rows of orders are made when asked for.
 */
import { createByteWriter } from '../byte-writer.ts';
import { createNamePools, type Locale, type NamePool } from '../michael-page/names.ts';
import {
  createPhoneBook,
  localeOfCountry,
  type PhoneBook,
  phoneOfSlot,
  phoneStyles,
  putPhone,
} from '../michael-page/phone.ts';
import { createRandom, draw, drawBelow, drawChance, foldSeed, pick } from '../random.ts';
import { domains, namesElsewhere, regions } from './words.ts';

/** As many people as there are telephone numbers reserved for fiction that are never twice the same. */
export const maxShopPeople = 100_000;

export interface Customer {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  dateOfBirth: string | null;
  passwordHash: string;
  registeredAt: string;
  /** Whose row it is; -1 for an account of nobody. */
  person: number;
}

export interface Shop {
  seed: number;
  people: number;
  customers: Customer[];
  /** Addresses that get the newsletter, with the people they are of. */
  readers: { email: string; person: number }[];
  /** People of whom a second account has another address and nothing but name and telephone in common. */
  duplicatesUnprovable: number;
  testAccounts: number;
}

/** One for each thing that is drawn for a person. */
export const stream = {
  isCustomer: 1,
  elsewhere: 2,
  firstName: 3,
  lastName: 4,
  domain: 5,
  phone: 6,
  phoneStyle: 7,
  street: 8,
  house: 9,
  town: 10,
  birth: 11,
  hash: 12,
  registered: 13,
  missing: 14,
  again: 15,
  reads: 16,
  orders: 17,
  note: 18,
  ip: 19,
  neighbour: 20,
} as const;

const testers = [
  { first: 'Test', last: 'Test', email: 'test@example.test', number: 1 },
  { first: 'Demo', last: 'Demo', email: 'demo@example.test', number: 2 },
];

export function createShop(seed: number, people: number): Shop {
  const folded = foldSeed(seed);
  const make = createMaker(folded);
  const shop: Shop = {
    seed: folded,
    people,
    customers: [],
    readers: [],
    duplicatesUnprovable: 0,
    testAccounts: testers.length,
  };
  const add = (customer: Omit<Customer, 'id'>) =>
    shop.customers.push({ id: shop.customers.length + 1, ...customer });
  for (const tester of testers) add(make.tester(tester));
  for (let person = 0; person < people; person++) {
    const isCustomer = person === 0 || drawChance(folded, stream.isCustomer, person, 0.86);
    const customer = make.customer(person);
    if (isCustomer) add(customer);
    if (!isCustomer || drawChance(folded, stream.reads, person, 0.4)) {
      shop.readers.push({ email: customer.email, person });
    }
    const again = draw(folded, stream.again, person) % 100;
    // the same address, typed in another way: provably the same person
    if (isCustomer && again < 2)
      add({ ...customer, email: customer.email.toUpperCase(), registeredAt: later(customer) });
    else if (isCustomer && again < 3 && customer.phone !== null) {
      add({
        ...customer,
        email: `second.${customer.email}`,
        dateOfBirth: null,
        registeredAt: later(customer),
      });
      shop.duplicatesUnprovable++;
    }
  }
  return shop;
}

function later({ registeredAt }: Customer | Omit<Customer, 'id'>): string {
  return registeredAt.replace(/^\d{4}/, '2022');
}

interface Maker {
  customer(person: number): Omit<Customer, 'id'>;
  tester(tester: (typeof testers)[number]): Omit<Customer, 'id'>;
}

function createMaker(seed: number): Maker {
  const pools = createNamePools();
  const book = createPhoneBook();
  return {
    customer(person) {
      const slot = (drawBelow(seed, stream.phone, 0, book.slots) + person * slotStep) % book.slots;
      const locale = localeOfCountry[phoneOfSlot(book, slot).range.country];
      const { towns, streets, numberLast } = regions[locale];
      const [postalCode, city] = pick(towns, draw(seed, stream.town, person));
      const street = pick(streets, draw(seed, stream.street, person));
      const house = 1 + drawBelow(seed, stream.house, person, 180);
      const missing = draw(seed, stream.missing, person) % 20;
      const hasAddress = missing !== 0;
      return {
        ...nameOf(seed, person, pools, locale),
        phone: missing === 1 ? null : missing === 2 ? '' : phoneText(seed, person, book, slot),
        street: hasAddress ? (numberLast ? `${street} ${house}` : `${house} ${street}`) : null,
        postalCode: hasAddress ? postalCode : null,
        city: hasAddress ? city : null,
        dateOfBirth:
          missing === 3
            ? null
            : dayText(1940 + drawBelow(seed, stream.birth, person, 64), draw(seed, stream.birth, person + 1)),
        passwordHash: hashText(seed, person),
        registeredAt: timeText(
          2014 + drawBelow(seed, stream.registered, person, 8),
          draw(seed, stream.registered, person + 1),
        ),
        person,
      };
    },
    tester: ({ first, last, email, number }) => ({
      firstName: first,
      lastName: last,
      email,
      phone: null,
      street: null,
      postalCode: null,
      city: null,
      dateOfBirth: null,
      passwordHash: hashText(seed, maxShopPeople + number),
      registeredAt: timeText(2013, number),
      person: -1,
    }),
  };
}

function nameOf(
  seed: number,
  person: number,
  pools: Record<Locale, NamePool>,
  locale: Locale,
): Pick<Customer, 'firstName' | 'lastName' | 'email'> {
  const domain = pick(domains, draw(seed, stream.domain, person));
  // the number makes the address nobody else's
  const number = person + 10;
  if (drawChance(seed, stream.elsewhere, person, 0.03)) {
    const [firstName, lastName, latin] = pick(namesElsewhere, draw(seed, stream.firstName, person));
    return { firstName, lastName, email: `${latin}${number}@${domain}` };
  }
  const first = pick(pools[locale].first, draw(seed, stream.firstName, person));
  const last = pick(pools[locale].last, draw(seed, stream.lastName, person));
  const local = `${Buffer.from(first.folded).toString()}.${Buffer.from(last.folded).toString()}`;
  return { firstName: first.text, lastName: last.text, email: `${local}${number}@${domain}` };
}

/** A prime that the number of slots has no part in: steps meet every slot before one comes again. */
const slotStep = 40_009;

const scratch = createByteWriter(64);

function phoneText(seed: number, person: number, book: PhoneBook, slot: number): string {
  scratch.at = 0;
  putPhone(scratch, phoneOfSlot(book, slot), drawBelow(seed, stream.phoneStyle, person, phoneStyles));
  return Buffer.from(scratch.bytes.subarray(0, scratch.at)).toString();
}

const bcryptAlphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** bcrypt, and of one in ten the MD5 that the shop began with. */
function hashText(seed: number, person: number): string {
  const random = createRandom(draw(seed, stream.hash, person));
  if (random() % 10 === 0) return Array.from({ length: 32 }, () => (random() & 15).toString(16)).join('');
  return `$2y$10$${Array.from({ length: 53 }, () => bcryptAlphabet[random() & 63]).join('')}`;
}

function dayText(year: number, bits: number): string {
  return `${year}-${padded(1 + ((bits >>> 4) % 12))}-${padded(1 + ((bits >>> 12) % 28))}`;
}

export function timeText(year: number, bits: number): string {
  const seconds = bits % 60;
  return `${dayText(year, bits)} ${padded((bits >>> 20) % 24)}:${padded((bits >>> 6) % 60)}:${padded(seconds)}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
