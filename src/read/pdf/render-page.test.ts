import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pixelsOf } from './render-page.ts';

test('an A4 page is drawn at 300 dots an inch', () => {
  expect(pixelsOf(595, 842)).toEqual({ width: 2479, height: 3508 });
});

test('whatever size a page claims, its picture has at most 18 million pixels', () => {
  const points = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(points, points, (width, height) => {
      const size = pixelsOf(width, height)!;
      expect(size.width * size.height).toBeLessThan(18e6);
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('a page without a size is not drawn', () => {
  for (const nonsense of [0, -1, Number.NaN, Infinity]) expect(pixelsOf(nonsense, 100)).toBeNull();
});
