import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SampledValue } from './sampled-value.ts';

it('the bytes of every value are its own, however many values and however long', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.integer({ min: 0, max: 20_000 }).map((length) => 'é'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const values = texts.map((one, row) => new SampledValue(one, one.trim(), row));
      const encoder = new TextEncoder();
      for (const { bytes } of values) expect(bytes.length).toBeGreaterThanOrEqual(0);
      const differing = values.filter(
        ({ bytes }, index) => Buffer.compare(bytes, encoder.encode(texts[index])) !== 0,
      );
      expect(differing).toEqual([]);
    }),
  );
});

it('a value is folded without white space, accents and capitals, and only as far as vocabularies look', () => {
  expect(new SampledValue('  Élodie ', 'Élodie', 0).folded).toBe('elodie');
  expect(new SampledValue('', 'STRASSE'.repeat(100), 0).folded).toHaveLength(200);
});
