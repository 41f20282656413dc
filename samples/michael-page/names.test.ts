import { expect, it } from 'vitest';
import { createNamePools } from './names.ts';

it('no two names of a pool fold to the same letters, and addresses can be made of all', () => {
  for (const { first, last } of Object.values(createNamePools())) {
    for (const pool of [first, last]) {
      const folded = pool.map((name) => Buffer.from(name.folded).toString());
      expect(new Set(folded).size).toBe(folded.length);
      expect(folded.filter((letters) => !/^[a-z]+(-[a-z]+)*$/.test(letters))).toEqual([]);
    }
    expect(first.length).toBeGreaterThan(60);
    expect(last.length).toBeGreaterThan(1000);
  }
});
