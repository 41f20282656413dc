import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockRoom, formBlocks } from './form-blocks.ts';
import type { BlockingPass } from './passes.ts';

/** A pass over keys given by hand. */
function passOver(keys: number[], finer: number[] = []): BlockingPass {
  return {
    name: 'by hand',
    meets: [],
    key: (row) => (keys[row] === 0 ? 0 : Math.imul(keys[row]!, 0x9e3779b1) >>> 0),
    variants: 1,
    refine: (row) => finer[row] ?? 0,
    refinements: 1,
    seeks: null,
    wants: () => true,
  };
}

function pairsOf(pass: BlockingPass, isSeeking: Uint8Array): { pairs: string[]; crowded: number } {
  const rows = isSeeking.length;
  const seekers = Int32Array.from([...isSeeking.keys()].filter((row) => isSeeking[row] === 1));
  const pairs: string[] = [];
  let crowded = 0;
  formBlocks(pass, createBlockRoom(rows, 1), new Uint8Array(rows).fill(1), seekers, isSeeking, {
    onPair: (a, b) => pairs.push(`${Math.min(a, b)} ${Math.max(a, b)}`),
    onCrowded: () => crowded++,
  });
  return { pairs, crowded };
}

describe('blocks', () => {
  it('bring together every two rows of one key, one of them seeking, each pair once', () => {
    const row = fc.record({ key: fc.integer({ min: 0, max: 6 }), seeks: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const expected = rows.flatMap((a, i) =>
          rows.flatMap((b, j) =>
            i < j && a.key !== 0 && a.key === b.key && (a.seeks || b.seeks) ? [`${i} ${j}`] : [],
          ),
        );
        const isSeeking = Uint8Array.from(rows, ({ seeks }) => (seeks ? 1 : 0));
        const { pairs, crowded } = pairsOf(passOver(rows.map(({ key }) => key)), isSeeking);
        expect(pairs.toSorted()).toEqual(expected.toSorted());
        expect(crowded).toBe(0);
      }),
    );
  });

  it('a block too large is divided by what refines it', () => {
    const rows = 6000;
    const keys = Array.from({ length: rows }, () => 1);
    const finer = Array.from({ length: rows }, (_, row) => 1 + (row >> 1));
    const { pairs, crowded } = pairsOf(passOver(keys, finer), new Uint8Array(rows).fill(1));
    expect(pairs).toContain('0 1');
    expect(pairs).toHaveLength(rows / 2);
    expect(crowded).toBe(0);
  });

  it('a block that nothing divides is handed back whole, not compared', () => {
    const rows = 6000;
    const { pairs, crowded } = pairsOf(
      passOver(Array.from({ length: rows }, () => 1)),
      new Uint8Array(rows).fill(1),
    );
    expect(pairs).toHaveLength(0);
    expect(crowded).toBe(rows);
  });
});
