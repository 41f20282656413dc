import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf, createPairs, storedHash, visitSorted } from './sorted-hashes.ts';

const word = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 1, 0x7fffffff, 0x80000000));
const pairs = fc.array(fc.tuple(word, word, fc.nat(3)), { maxLength: 300 });

function sorted(given: [number, number, number][]): [number, number, number][] {
  const room = createPairs(given.length);
  given.forEach(([top, bottom, owner], at) => {
    room.top[at] = top;
    room.bottom[at] = bottom;
    room.owner[at] = owner;
  });
  const seen: [number, number, number][] = [];
  visitSorted(room, given.length, (...entry) => seen.push(entry));
  return seen;
}

test('hashes come in the order of the numbers they are stored as, each with its owner once', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const inOrder = sorted(given).map(([top, bottom, owner]) => [storedHash(top, bottom), owner] as const);
      const expected = new Map(
        given.map(([top, bottom, owner]) => [`${storedHash(top, bottom)} ${owner}`, true]),
      );
      expect(inOrder.map(([hash, owner]) => `${hash} ${owner}`).toSorted()).toEqual(
        [...expected.keys()].toSorted(),
      );
      for (let i = 1; i < inOrder.length; i++) {
        const [hash, owner] = inOrder[i]!;
        const [before, other] = inOrder[i - 1]!;
        expect(hash > before || (hash === before && owner > other)).toBe(true);
      }
    }),
  );
});

test('a bucket holds a stretch of that order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 100 }), (given) => {
      const buckets = given
        .toSorted((a, b) => (storedHash(...a) < storedHash(...b) ? -1 : 1))
        .map(([top]) => bucketOf(top));
      expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
    }),
  );
});
