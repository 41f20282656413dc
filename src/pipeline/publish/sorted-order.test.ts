import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedOrder } from './sorted-order.ts';

const widths = fc.constantFrom(5, 16, 20);

test('hashes come in ascending order, each pair once', () => {
  fc.assert(
    fc.property(
      widths,
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 2 })), { maxLength: 60 }),
      (width, rows) => {
        const keys = Buffer.alloc(rows.length * width);
        const numbers = new Uint32Array(rows.length);
        rows.forEach(([head, tail, number], i) => {
          keys[i * width] = head * 80;
          keys[i * width + width - 1] = tail;
          numbers[i] = number;
        });
        const pairs = rows.map((_, i) => `${keys.toString('hex', i * width, (i + 1) * width)} ${numbers[i]}`);
        const order = sortedOrder(keys, width, rows.length, numbers);
        expect([...order].map((place) => pairs[place])).toEqual([...new Set(pairs)].toSorted());
      },
    ),
  );
});

test('hashes whose first bytes are the same are told apart by the last ones', () => {
  const keys = Buffer.concat(
    Array.from({ length: 500 }, (_, i) =>
      Buffer.concat([
        Buffer.alloc(4),
        createHash('sha1')
          .update(`${i % 400}`)
          .digest()
          .subarray(4),
      ]),
    ),
  );
  const order = sortedOrder(keys, 20, 500);
  const texts = [...order].map((place) => keys.toString('hex', place * 20, place * 20 + 20));
  expect(texts).toHaveLength(400);
  expect(texts).toEqual(texts.toSorted());
});
