import { expect, test } from 'vitest';
import type { KeptDelivery } from './case-source.ts';
import { madeUpDelivery } from './made-up-source.fixture.ts';
import { placeDelivery } from './place-delivery.ts';

const a = { path: 'a.sql', sha256: 'aa', bytes: 1 };
const b = { path: 'b.sql', sha256: 'bb', bytes: 1 };
const c = { path: 'c.sql', sha256: 'cc', bytes: 1 };
const held = (...inputs: KeptDelivery['inputs'][]) =>
  inputs.map((of, i) => ({ ...madeUpDelivery, delivery: i + 3, inputs: of }));

test('a delivery of the same bytes stands in the place of the earlier one, under whatever name', () => {
  expect(placeDelivery(held([a]), [{ ...a, path: 'moved.sql' }])).toMatchObject({
    delivery: 4,
    replaced: [{ delivery: 3 }],
    alsoIn: [],
  });
});

test('a delivery of more files replaces those of some of them', () => {
  expect(placeDelivery(held([a], [b], [c]), [a, b]).replaced.map(({ delivery }) => delivery)).toEqual([3, 4]);
});

test('a delivery of other files stands beside the earlier one, and the files of both are told', () => {
  expect(placeDelivery(held([a, b]), [b, c])).toEqual({
    delivery: 4,
    replaced: [],
    alsoIn: [{ path: 'b.sql', delivery: 3 }],
  });
  expect(placeDelivery([], [a])).toEqual({ delivery: 1, replaced: [], alsoIn: [] });
});

test('a file that could not be read to its end is taken for another one', () => {
  expect(placeDelivery(held([{ ...a, sha256: '' }]), [{ ...b, sha256: '' }]).replaced).toEqual([]);
  expect(placeDelivery(held([{ ...b, sha256: '' }]), [{ ...b, sha256: '' }]).replaced).toHaveLength(1);
});
