import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashIndex } from './hash-index.ts';
import { RecordSet } from './record-set.ts';

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

it('a merging record set keeps each record once, another one all', () => {
  const records = fc.array(fc.tuple(fc.nat(5), fc.nat(5), word), { maxLength: 1500 });
  fc.assert(
    fc.property(records, (rows) => {
      const merging = new RecordSet(3, true);
      const plain = new RecordSet(3, false);
      for (const row of rows) {
        merging.add(Uint32Array.from(row), 0);
        plain.add(Uint32Array.from(row), 0);
      }
      const different = [...new Set(rows.map((row) => row.join()))];
      const kept = merging.words;
      expect(merging.count).toBe(different.length);
      expect(different).toEqual(
        Array.from({ length: merging.count }, (_, i) => kept.slice(i * 3, i * 3 + 3).join()),
      );
      expect([...plain.words.subarray(0, rows.length * 3)]).toEqual(rows.flat());
    }),
    { numRuns: 50 },
  );
});
