// Numbers that a value decides. In: a value, hashed by key. Out: one number below a bound after another.

import { createPrf } from '../cipher/prf.ts';

export interface Draws {
  /** Begins anew with a value; `turn` (below 256): another row of numbers for each. */
  begin(bytes: Uint8Array, start: number, end: number, turn?: number): void;
  /** The next number below `bound` (at most 2^16). */
  next(bound: number): number;
}

const word = 2 ** 32;
/** One half of a hash gives numbers until the product of their bounds is above: what is left of it is fair enough. */
const mostDrawn = 2 ** 16;

export function createDraws(key: Uint8Array): Draws {
  const prf = createPrf(key);
  const state = new Uint8Array(9);
  let fraction = 0;
  let drawn = 1;
  let isSecondHalf = false;
  const refill = (): void => {
    for (let at = 0; at < 4; at++) {
      state[at] = prf.lo >>> (at * 8);
      state[at + 4] = prf.hi >>> (at * 8);
    }
    prf.hash(state, 0, 9);
    fraction = prf.lo;
    isSecondHalf = false;
    drawn = 1;
  };
  return {
    begin(bytes, start, end, turn = 0) {
      prf.hash(bytes, start, end);
      state[8] = turn;
      refill();
    },
    next(bound) {
      drawn *= bound;
      if (drawn > mostDrawn) {
        if (isSecondHalf) refill();
        else {
          isSecondHalf = true;
          fraction = prf.hi;
        }
        drawn = bound;
      }
      // The digits of a fraction, one after another: a multiplication each, where a remainder would be a division.
      const whole = fraction * bound;
      const number = Math.floor(whole / word);
      fraction = whole - number * word;
      return number;
    },
  };
}
