import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReferenceCode } from '../../register/index.ts';
import { createNoticeReferences, referenceOf } from './notice-references.ts';
import { settleSalts } from './settle-salts.ts';

const secret = Buffer.alloc(32, 7);
const references = createNoticeReferences(secret);
const recipients = fc.integer({ min: 0, max: 2 ** 50 });

test('a reference has thirteen digits, is the same again, and that of another recipient, salt or secret is another', () => {
  fc.assert(
    fc.property(recipients, fc.nat({ max: 1000 }), (recipient, salt) => {
      const reference = referenceOf(secret, recipient, salt);
      expect(parseReferenceCode(reference)).toBe(reference);
      expect(references.of(recipient, salt)).toBe(reference);
      expect(references.of(recipient + 1, salt)).not.toBe(reference);
      expect(references.of(recipient, salt + 1)).not.toBe(reference);
      expect(referenceOf(Buffer.alloc(32, 8), recipient, salt)).not.toBe(reference);
    }),
  );
});

test('references are what they were in the first ledger', () => {
  expect(referenceOf(secret, 1, 0)).toBe('2063246111087');
});

test('many at once are those that come one by one', () => {
  const many = Float64Array.from({ length: 10_000 }, (_, i) => i * 3 + 1);
  const numbers = references.numbers(many, new Int32Array(10_000), 10_000);
  for (let i = 0; i < many.length; i += 97)
    expect(references.of(many[i]!, 0).slice(0, 12)).toBe(String(numbers[i]).padStart(12, '0'));
});

/** References of few digits, so that many meet. */
const narrow = {
  numbers: (all: Float64Array, salts: Int32Array, count: number) =>
    Float64Array.from({ length: count }, (_, i) => (all[i]! * 7919 + salts[i]! * 104_729) % 5000),
};

test('salts settle so that all references differ, and whoever came first keeps his', () => {
  const all = Float64Array.from({ length: 2000 }, (_, i) => i * i + 1);
  const salts = new Int32Array(all.length);
  const before = narrow.numbers(all, salts, all.length);
  const settled = settleSalts(narrow, all, salts);
  expect(settled.size).toBeGreaterThan(100);
  for (const [place, salt] of settled) {
    expect(before.indexOf(before[place]!)).toBeLessThan(place);
    salts[place] = salt;
  }
  expect(new Set(narrow.numbers(all, salts, all.length)).size).toBe(all.length);
  expect(settleSalts(narrow, all, salts).size).toBe(0);
});
