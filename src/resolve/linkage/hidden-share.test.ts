import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostHiddenPairs } from './hidden-share.ts';

test('however few pairs were met, those that hide are a number, and more the larger their share', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (met, share) => {
        const hidden = mostHiddenPairs(met, share);
        expect(hidden).toBeGreaterThanOrEqual((met * share) / (1 - share));
        expect(hidden).toBeLessThanOrEqual(met * 4 + 1e-6);
        expect(mostHiddenPairs(met, share / 2)).toBeLessThanOrEqual(hidden);
      },
    ),
  );
});

test('half a pair of which three in ten hide gives a bound', () => {
  expect(mostHiddenPairs(0.5565, 0.3)).toBeCloseTo(2.226);
});
