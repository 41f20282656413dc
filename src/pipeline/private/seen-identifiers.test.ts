import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenIdentifiers } from './seen-identifiers.ts';

const markOf = (identifier: number) =>
  createHash('sha256').update(String(identifier)).digest().subarray(0, 16);

test('each set of an identifier gets the next slot, once, and no more than there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(6)), { maxLength: 300 }), (given) => {
      const seen = new SeenIdentifiers(4);
      const slots = new Map<number, number[]>();
      for (const [identifier, set] of given) {
        const known = slots.get(identifier) ?? [];
        const isNew = !known.includes(set) && known.length < 4;
        expect(seen.add(markOf(identifier), set)).toBe(isNew ? known.length : null);
        if (isNew) slots.set(identifier, [...known, set]);
      }
    }),
  );
});

test('growing forgets nothing', () => {
  const seen = new SeenIdentifiers(16);
  const count = 200_000;
  const first = Array.from({ length: count }, (_, i) => seen.add(markOf(i), i % 5));
  expect(first.every((slot) => slot === 0)).toBe(true);
  for (let i = 0; i < count; i += 97) {
    expect(seen.add(markOf(i), i % 5)).toBeNull();
    expect(seen.add(markOf(i), 9)).toBe(1);
  }
});
