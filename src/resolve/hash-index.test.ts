import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashIndex } from './hash-index.ts';

const word = fc.nat(0xffffffff);
const pair = fc.tuple(fc.oneof(word, fc.nat(50)), fc.oneof(word, fc.constant(0)));

it('a hash index holds what a map would, and numbers it in the order it came', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3000 }), (pairs) => {
      const index = new HashIndex();
      const map = new Map<string, number>();
      for (const [low, high] of pairs) {
        const key = `${low} ${high}`;
        if (!map.has(key)) map.set(key, map.size);
        expect(index.add(low, high)).toBe(map.get(key));
      }
      expect(index.size).toBe(map.size);
      for (const [low, high] of pairs) expect(index.find(low, high)).toBe(map.get(`${low} ${high}`));
      expect(index.find(0xfffffff1, 7)).toBe(map.get('4294967281 7') ?? -1);
    }),
    { numRuns: 50 },
  );
});

it('a hash index gives back its members in the order of their ids', () => {
  const index = new HashIndex();
  for (let i = 0; i < 5000; i++) index.add(i * 3, i % 7);
  const words = index.toWords();
  for (let id = 0; id < index.size; id++) expect(index.find(words[id * 2]!, words[id * 2 + 1]!)).toBe(id);
});
