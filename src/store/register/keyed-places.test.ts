import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createKeyedPlaces } from './keyed-places.ts';

const secretOf = (text: string) => createHash('sha256').update(text).digest();
const stretch = 1 << 20;

test('every place of a stretch has one of the same stretch, and no two have the same', () => {
  const placeAt = createKeyedPlaces(secretOf('one'));
  for (const number of [0, 1, 2 ** 30]) {
    const seen = new Uint8Array(stretch);
    for (let within = 0; within < stretch; within++) {
      const at = placeAt(number * stretch + within) - number * stretch;
      if (at < 0 || at >= stretch || seen[at] === 1) throw new Error(`${within} is at ${at}`);
      seen[at] = 1;
    }
    expect(seen.every((one) => one === 1)).toBe(true);
  }
});

test('the order is the same for ever, and another under another secret and in another stretch', () => {
  const places = Array.from({ length: 1000 }, (_, i) => i);
  const orderOf = (secret: string, number: number) => {
    const placeAt = createKeyedPlaces(secretOf(secret));
    return places.map((place) => placeAt(number * stretch + place) - number * stretch);
  };
  const order = orderOf('one', 3);
  expect(orderOf('one', 3)).toEqual(order);
  expect(order.slice(0, 4)).toMatchInlineSnapshot(`
    [
      680562,
      604015,
      326496,
      952932,
    ]
  `);
  const same = (other: number[]) => other.filter((at, i) => at === order[i]).length;
  expect(same(orderOf('two', 3))).toBeLessThan(5);
  expect(same(orderOf('one', 4))).toBeLessThan(5);
  expect(same(places)).toBeLessThan(5);
});
