import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNotation } from '../../../read/index.ts';
import { CellCache } from './cell-cache.ts';

const forms = [{ from: 0, notation: plainNotation }];
const owner = {};

function opened(): CellCache {
  const cache = new CellCache();
  cache.begin(owner, forms);
  return cache;
}

/** Asks for a cell, and keeps a value for it where there is none; what was found. */
function meet(cache: CellCache, column: number, cell: string, value: string): string | null {
  const bytes = Buffer.from(`<${cell}>`);
  const [start, end] = [1, bytes.length - 1];
  if (cache.find(column, bytes, start, end))
    return Buffer.from(cache.bytes.subarray(cache.start, cache.end)).toString();
  const kept = Buffer.from(value);
  cache.keep(column, bytes, start, end, kept, 0, kept.length, 0);
  return null;
}

describe('what came of a cell', () => {
  it('is found from the third time on that the cell is met', () => {
    const cache = opened();
    expect([1, 2, 3, 4].map(() => meet(cache, 0, 'Durand', 'Montcivard'))).toEqual([
      null,
      null,
      'Montcivard',
      'Montcivard',
    ]);
  });

  it.each([
    ['another column', 1, 'Durand'],
    ['another cell', 0, 'Durant'],
    ['a longer cell', 0, 'Durands'],
  ])('is not that of %s', (_, column, cell) => {
    const cache = opened();
    for (let time = 0; time < 3; time++) meet(cache, 0, 'Durand', 'Montcivard');
    expect(meet(cache, column, cell, '')).toBeNull();
  });

  it('is forgotten once another one reads or writes cells, or they are cleared', () => {
    const cache = opened();
    for (let time = 0; time < 3; time++) meet(cache, 0, 'Durand', 'Montcivard');
    expect(cache.begin({}, forms)).toBe(true);
    expect(meet(cache, 0, 'Durand', '')).toBeNull();
    for (let time = 0; time < 2; time++) meet(cache, 0, 'Durand', 'Montcivard');
    cache.clear();
    expect(meet(cache, 0, 'Durand', '')).toBeNull();
  });

  it('is not asked for in a stretch with cells of more than one form', () => {
    expect(opened().begin(owner, [...forms, ...forms])).toBe(false);
  });

  it('is always that of the cell, however many there are', () => {
    const cache = opened();
    let found = 0;
    let wrong = 0;
    for (let round = 0; round < 4; round++)
      for (let person = 0; person < 40_000; person++) {
        const cell = `${person}`.padEnd(person % 200, '.');
        const came = meet(cache, person % 3, cell, `of ${cell}`);
        if (came === null) continue;
        found++;
        if (came !== `of ${cell}`) wrong++;
      }
    expect(wrong).toBe(0);
    expect(found).toBeGreaterThan(1000);
  });

  it('is always that of the cell, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.constantFrom('', '0', '00', 'é', '\0')), { maxLength: 60 }),
        (met) => {
          const cache = opened();
          for (const [column, cell] of met)
            expect([null, `${column} ${cell}`]).toContain(meet(cache, column, cell, `${column} ${cell}`));
        },
      ),
    );
  });
});

describe('a column', () => {
  it('is left alone for a while where hardly a cell is met again', () => {
    const cache = opened();
    let taken = 0;
    for (let cell = 0; cell < 100_000; cell++) {
      if (!cache.takes(0, 8)) continue;
      taken++;
      meet(cache, 0, `cell ${cell}`, '');
    }
    expect(taken).toBeLessThan(50_000);
    expect(cache.takes(1, 8)).toBe(true);
  });
});
