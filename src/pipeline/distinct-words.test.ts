import { expect, test } from 'vitest';
import { countDistinctWords } from './distinct-words.ts';

function scattered(count: number, from = 1): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => Math.imul(i + from, 0x9e3779b1) >>> 0);
}

test('equal fingerprints are one value, nothing is none', () => {
  expect(countDistinctWords([])).toBe(0);
  expect(countDistinctWords([new Uint32Array(5), Uint32Array.of(7, 0, 7, 9), Uint32Array.of(9, 7)])).toBe(2);
  expect(countDistinctWords([scattered(40_000), scattered(30_000)])).toBe(40_000);
});

test('more than are held are marked, and what shares a fingerprint is allowed for', () => {
  const many = 3_000_000;
  // of so many values, n² / 2³³ pairs are expected to share a fingerprint
  const sharing = Math.round(many ** 2 / 2 ** 33);
  expect(Math.abs(countDistinctWords([scattered(many)]) - many - sharing)).toBeLessThan(5);
});
