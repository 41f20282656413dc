// Format-preserving encryption: NIST SP 800-38G, FF1 (AES). In: a key, and numbers as digits of a radix, many of one length
// at once. Out: numbers of the same length, in place, each length and tweak a permutation of its own. All numbers of a batch
// go through each round together, so that AES is called ten times for a batch, not for a number.

import { openFeistel } from './feistel.ts';

export interface Ff1 {
  /**
   * Encrypts in place `count` numbers of `length` digits each (values below the radix), which follow each other in `digits`.
   * `tweaks`: one for all, or, where it is `count` times `tweakLength` long, one for each. RangeError for domains below a
   * million: `createSmallPermutation` is for those.
   */
  readonly encrypt: MoveDigits;
  readonly decrypt: MoveDigits;
}

type MoveDigits = (
  digits: Uint8Array,
  length: number,
  count: number,
  tweaks: Uint8Array,
  tweakLength?: number,
) => void;

/** Required by SP 800-38G revision 1 (draft): in smaller domains the method can be broken. */
export const leastDomain = 1_000_000;
const rounds = 10;

/** `key`: 16, 24 or 32 bytes. `radix`: 2 to 256. */
export function createFf1(key: Uint8Array, radix: number): Ff1 {
  const open = openFeistel(key, radix);
  const run = (
    digits: Uint8Array,
    length: number,
    count: number,
    tweaks: Uint8Array,
    tweakLength: number,
    isForward: boolean,
  ): void => {
    if (radix ** length < leastDomain) throw new RangeError('FF1 is not for fewer than a million numbers');
    if (count === 0) return;
    const feistel = open(length, count, tweaks, tweakLength);
    feistel.load(digits);
    for (let round = 0; round < rounds; round++) {
      if (isForward) feistel.add(round, 1);
      else feistel.add(rounds - 1 - round, -1);
    }
    feistel.store(digits);
  };
  return {
    encrypt: (digits, length, count, tweaks, tweakLength = tweaks.length) =>
      run(digits, length, count, tweaks, tweakLength, true),
    decrypt: (digits, length, count, tweaks, tweakLength = tweaks.length) =>
      run(digits, length, count, tweaks, tweakLength, false),
  };
}
