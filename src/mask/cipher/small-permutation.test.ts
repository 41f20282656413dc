import { expect, it } from 'vitest';
import { createSmallPermutation } from './small-permutation.ts';

const small = createSmallPermutation(new Uint8Array(16).fill(5));

it.each([1, 2, 3, 10, 97, 1000, 4999, 32_000])(
  'of %i values each stands for one, and can be told back',
  (size) => {
    const seen = new Set<number>();
    for (let value = 0; value < size; value++) {
      const image = small.permute(size, value, 3, 4);
      expect(small.invert(size, image, 3, 4)).toBe(value);
      seen.add(image);
    }
    expect(seen.size).toBe(size);
    expect(Math.max(...seen)).toBe(size - 1);
  },
);

it('another tweak, size or key is another permutation', () => {
  const values = Array.from({ length: 500 }, (_, value) => value);
  const same = (images: number[]): number =>
    images.filter((image, value) => image === small.permute(500, value, 1, 0)).length;
  const other = createSmallPermutation(new Uint8Array(16).fill(6));
  expect(same(values.map((value) => small.permute(500, value, 2, 0)))).toBeLessThan(20);
  expect(same(values.map((value) => small.permute(500, value, 1, 1)))).toBeLessThan(20);
  expect(same(values.map((value) => other.permute(500, value, 1, 0)))).toBeLessThan(20);
});
