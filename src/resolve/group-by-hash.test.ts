import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByHash } from './group-by-hash.ts';

const hashes = fc.array(fc.tuple(fc.constantFrom(0, 1, 0xffffffff, 0x12345678, 0x80000000), fc.nat(6)), {
  maxLength: 400,
});

test('groups are those a map would make, each in the order of the scan', () => {
  fc.assert(
    fc.property(hashes, (rows) => {
      const expected = new Map<string, number[]>();
      rows.forEach(([low, high], i) => {
        const key = `${low} ${high}`;
        expected.set(key, [...(expected.get(key) ?? []), i]);
      });
      const found: number[][] = [];
      const distinct = groupByHash(
        (take) => rows.forEach(([low, high], i) => take(low, high, i)),
        (items, from, to) => found.push([...items.subarray(from, to)]),
      );
      expect(distinct).toBe(expected.size);
      expect(found.toSorted((a, b) => a[0]! - b[0]!)).toEqual(
        [...expected.values()].filter((group) => group.length > 1),
      );
    }),
  );
});

test('more rows than are grouped at a time come out as well', () => {
  const count = 9_000_000;
  const spread = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
  let groups = 0;
  let rows = 0;
  const distinct = groupByHash(
    (take) => {
      for (let i = 0; i < count; i++) take(spread(i >> 1), 7, i);
    },
    (items, from, to) => {
      groups++;
      rows += to - from;
      if (items[from]! >> 1 !== items[to - 1]! >> 1) throw new Error('two hashes in one group');
    },
  );
  expect([distinct, groups, rows]).toEqual([count / 2, count / 2, count]);
});
