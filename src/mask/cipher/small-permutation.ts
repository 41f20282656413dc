// Permutations of domains too small for FF1: a Feistel network of many rounds over SipHash. In: a key, the size of the
// domain, a tweak. Out: another place of the domain; each size and tweak a permutation of its own, with no table to build.

import { createPrf } from './prf.ts';

export interface SmallPermutation {
  /** What stands for `value`, 0 to below `size` (at most 10^9). The tweak: 64 bits as two numbers of 32. */
  readonly permute: (size: number, value: number, tweakLo?: number, tweakHi?: number) => number;
  readonly invert: (size: number, value: number, tweakLo?: number, tweakHi?: number) => number;
}

const rounds = 16;
const messageBytes = 17;

/** `key`: 16 bytes. */
export function createSmallPermutation(key: Uint8Array): SmallPermutation {
  const prf = createPrf(key);
  const message = new Uint8Array(messageBytes);
  const view = new DataView(message.buffer);
  const draw = (round: number, half: number, count: number): number => {
    message[16] = round;
    view.setUint32(12, half);
    prf.hash(message, 0, messageBytes);
    return prf.pick(count);
  };
  // one turn changes the left part by the right one, the next the right part by the left one
  const run = (size: number, value: number, isForward: boolean): number => {
    const lefts = Math.ceil(Math.sqrt(size));
    const rights = Math.ceil(size / lefts);
    let at = value;
    do {
      let right = at % rights;
      let left = (at - right) / rights;
      for (let index = 0; index < rounds; index++) {
        const round = isForward ? index : rounds - 1 - index;
        const by = isForward ? 1 : -1;
        if ((round & 1) === 0) left = (left + by * draw(round, right, lefts) + lefts) % lefts;
        else right = (right + by * draw(round, left, rights) + rights) % rights;
      }
      at = left * rights + right;
    } while (at >= size);
    return at;
  };
  const start = (size: number, tweakLo: number, tweakHi: number): void => {
    view.setUint32(0, tweakLo);
    view.setUint32(4, tweakHi);
    view.setUint32(8, size);
  };
  return {
    permute(size, value, tweakLo = 0, tweakHi = 0) {
      start(size, tweakLo, tweakHi);
      return run(size, value, true);
    },
    invert(size, value, tweakLo = 0, tweakHi = 0) {
      start(size, tweakLo, tweakHi);
      return run(size, value, false);
    },
  };
}
