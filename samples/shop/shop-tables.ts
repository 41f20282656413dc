/**
 * The tables of a made-up shop: `customers`, `orders` that belong to them, `newsletter` with nothing
 * but addresses, and `products`, which are about nobody.
 */
import type { MadeTable, MadeValue } from '../formats/made-table.ts';
import { below, draw, pick } from '../random.ts';
import { type Customer, type Shop, stream, timeText } from './create-shop.ts';
import { goods, hardTexts, plainTexts } from './words.ts';

export function shopTables(shop: Shop): MadeTable[] {
  return [
    {
      name: 'customers',
      columns: [
        { name: 'id', type: 'integer', isKey: true },
        { name: 'first_name', type: 'text', length: 80 },
        { name: 'last_name', type: 'text', length: 80 },
        { name: 'email', type: 'text', length: 160 },
        { name: 'phone', type: 'text', length: 40 },
        { name: 'street', type: 'text', length: 160 },
        { name: 'postal_code', type: 'text', length: 12 },
        { name: 'city', type: 'text', length: 80 },
        { name: 'date_of_birth', type: 'date' },
        { name: 'password_hash', type: 'text', length: 100 },
        { name: 'registered_at', type: 'datetime' },
      ],
      *rows() {
        for (const customer of shop.customers) yield customerRow(customer);
      },
    },
    {
      name: 'orders',
      columns: [
        { name: 'id', type: 'integer', isKey: true },
        { name: 'customer_id', type: 'integer', pointsTo: { table: 'customers', column: 'id' } },
        { name: 'product_id', type: 'integer', pointsTo: { table: 'products', column: 'id' } },
        { name: 'ordered_at', type: 'datetime' },
        { name: 'quantity', type: 'integer' },
        { name: 'total', type: 'decimal' },
        { name: 'ip_address', type: 'text', length: 45 },
        { name: 'delivery_text', type: 'text' },
      ],
      *rows() {
        for (const order of ordersOf(shop)) {
          yield [
            order.id,
            order.customer.id,
            order.product,
            order.orderedAt,
            order.quantity,
            order.total,
            order.ip,
            order.text,
          ];
        }
      },
    },
    {
      name: 'newsletter',
      columns: [
        { name: 'email', type: 'text', length: 160 },
        { name: 'subscribed_at', type: 'datetime' },
      ],
      *rows() {
        for (const { email, person } of shop.readers) {
          yield [email, timeText(2015 + (person % 7), draw(shop.seed, stream.reads, person))];
        }
      },
    },
    {
      name: 'products',
      columns: [
        { name: 'id', type: 'integer', isKey: true },
        { name: 'name', type: 'text', length: 80 },
        { name: 'description', type: 'text' },
        { name: 'price', type: 'decimal' },
        { name: 'in_stock', type: 'integer' },
      ],
      *rows() {
        for (const [i, [name, description]] of goods.entries()) {
          yield [i + 1, name, description, priceOf(i + 1), (i * 37) % 120];
        }
      },
    },
  ];
}

function customerRow(customer: Customer): MadeValue[] {
  return [
    customer.id,
    customer.firstName,
    customer.lastName,
    customer.email,
    customer.phone,
    customer.street,
    customer.postalCode,
    customer.city,
    customer.dateOfBirth,
    customer.passwordHash,
    customer.registeredAt,
  ];
}

export interface Order {
  id: number;
  customer: Customer;
  product: number;
  orderedAt: string;
  quantity: number;
  total: number;
  ip: string | null;
  text: string | null;
  /** An address in the text that is nowhere else. */
  neighbour: string | null;
}

/** Addresses reserved for documentation (RFC 5737, RFC 3849). */
const networks = ['192.0.2.', '198.51.100.', '203.0.113.', '2001:db8::'];

export function* ordersOf({ seed, customers }: Shop): Generator<Order> {
  let id = 5000;
  for (const customer of customers) {
    const count = draw(seed, stream.orders, customer.id) % 4;
    for (let i = 0; i < count; i++) {
      const at = customer.id * 4 + i;
      const bits = draw(seed, stream.note, at);
      const product = 1 + below(draw(seed, stream.orders, at + 7), goods.length);
      const quantity = 1 + (bits % 3);
      const hasNeighbour = bits % 100 < 3;
      const neighbour = hasNeighbour ? `neighbour${id}@example.org` : null;
      yield {
        id: id++,
        customer,
        product,
        orderedAt: timeText(2016 + ((bits >>> 8) % 7), draw(seed, stream.ip, at)),
        quantity,
        total: Math.round(priceOf(product) * quantity * 100) / 100,
        ip: bits % 11 === 0 ? null : `${networks[(bits >>> 5) % 4]}${1 + ((bits >>> 16) % 250)}`,
        text: neighbour
          ? `Not at home before six in the evening? Write to ${neighbour}: "she" has a key\nand takes parcels. Many thanks, and see you soon`
          : textOf(bits >>> 3),
        neighbour,
      };
    }
  }
}

function textOf(bits: number): string | null {
  const share = bits % 10;
  if (share < 3) return null;
  if (share < 4) return '';
  return pick(share < 7 ? hardTexts : plainTexts, Math.imul(bits, 0x9e3779b1) >>> 0);
}

function priceOf(product: number): number {
  return Math.round((4.9 + product * 3.35) * 100) / 100;
}
