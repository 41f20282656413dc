import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ColumnSample, rowRank, sampleSize } from './column-sample.ts';

function sampleOf(parts: number[][]): string[] {
  const merged = new ColumnSample();
  for (const part of parts) {
    const sample = new ColumnSample(merged.threshold);
    for (const offset of part)
      sample.add({ rank: rowRank(0, offset), bytes: Buffer.from(`value ${offset}`) });
    for (const value of sample.values()) merged.add(value);
  }
  return merged.values().map((value) => Buffer.from(value.bytes).toString());
}

it('the sample of a column is the same however its rows were cut into parts', () => {
  const offsets = Array.from({ length: 5000 }, (_, i) => i * 97);
  const whole = sampleOf([offsets]);
  expect(whole).toHaveLength(sampleSize);
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { maxLength: 12 }), fc.boolean(), (cuts, reversed) => {
      const bounds = [0, ...cuts.toSorted((a, b) => a - b), offsets.length];
      const parts = bounds.slice(1).map((to, i) => offsets.slice(bounds[i], to));
      expect(sampleOf(reversed ? parts.toReversed() : parts)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

it('a sample is spread over the whole column', () => {
  const sampled = sampleOf([Array.from({ length: 100_000 }, (_, i) => i)]).map((text) =>
    Number(text.slice(6)),
  );
  for (let quarter = 0; quarter < 4; quarter++) {
    const inside = sampled.filter((offset) => Math.floor(offset / 25_000) === quarter);
    expect(inside.length).toBeGreaterThan(sampleSize / 8);
  }
});
