import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSpread, spread } from './spread.ts';

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(spread([4, 1, 3, 10])).toEqual({ median: 3.5, min: 1, max: 10 });
  expect(spread([7])).toEqual({ median: 7, min: 7, max: 7 });
});

test('as many runs lie below the median as above it, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 }), (figures) => {
      const { median, min, max } = spread(figures);
      expect(min <= median && median <= max).toBe(true);
      const below = figures.filter((figure) => figure < median).length;
      const above = figures.filter((figure) => figure > median).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(figures.length / 2);
    }),
  );
});

test('no runs have no median', () => {
  expect(() => spread([])).toThrow(RangeError);
});

test('a spread is written with the median first', () => {
  expect(formatSpread({ median: 1, min: 0.5, max: 2.25 })).toBe('1.00 (0.50–2.25)');
});
