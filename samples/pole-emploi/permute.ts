/**
 * A permutation of 0 … size-1 from a seed: every index goes to another place and no two to the same, so that
 * what people must not share is dealt out without a table. A Feistel network on the next power of four, walked
 * until it lands inside.
 */
import { draw } from '../random.ts';

const rounds = 4;

/** `size` up to 2^30. */
export function createPermutation(seed: number, stream: number, size: number): (index: number) => number {
  let half = 1;
  while (4 ** half < size) half++;
  const mask = 2 ** half - 1;
  return (index) => {
    let value = index;
    do {
      let left = value >>> half;
      let right = value & mask;
      for (let round = 0; round < rounds; round++) {
        const next = left ^ (draw(seed, stream + round, right) & mask);
        left = right;
        right = next;
      }
      value = ((left << half) | right) >>> 0;
    } while (value >= size);
    return value;
  };
}
