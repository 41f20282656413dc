/*
 * A permutation of all values of one shape: `AB-123` becomes another two capitals, hyphen, three digits. In: letters by
 * their number in alphabets. Out: others, in place. Two values never become one, and none becomes itself, whatever the size
 * of the shape. Knows no text: shape.ts tells letters and alphabets.
 *
 * The permutation is an unbalanced Feistel network of eight rounds over the two halves of the letters, with SipHash for its
 * round function, used as f⁻¹(f(x) + 1): all values stand in one circle, and each becomes the next; shapes of more than 2^36
 * values leave out the second half. FF1 is kept for
 * identifiers: it takes one alphabet, and no fewer than 10^6 values. Values of more than 2^100 in their shape are replaced
 * letter by letter by what 64 bits of themselves decide: 1.25 million meet with odds of 1 in 20 million.
 */

import type { Prf } from '../cipher/prf.ts';
import { alphabetSizes } from './position-alphabets.ts';

const rounds = 8;
const widestBits = 100;
/** Before the letters: eight bytes of the shape, the round, the turn, which hash of these. */
const headBytes = 12;
const alphabetBits = alphabetSizes.map((size) => Math.log2(size));
/** Values of more in their shape than so many bits are passed through once: that one becomes itself has odds of 2^-36. */
const onceBits = 36;
const word = 2 ** 32;
/** One half of a hash gives letters until the product of their alphabets is above. */
const mostDrawn = 2 ** 16;

/** The letters of one value: alphabets and letters at 0..count, and what else of the value tells its shape. */
export interface ShapedValue {
  count: number;
  alphabets: Uint8Array;
  letters: Uint16Array;
  /** A hash of the shape, 8 bytes. */
  shape: Uint8Array;
}

export interface ShapeCipher {
  /** `turn`: another permutation for each. */
  encrypt(value: ShapedValue, turn: number): void;
}

export function createShapeCipher(prf: Prf): ShapeCipher {
  let message = new Uint8Array(256);
  /** Adds to (or takes from) the letters `to`..`toEnd` what the letters `from`..`fromEnd` decide. */
  const stir = (
    { alphabets, letters }: ShapedValue,
    from: number,
    fromEnd: number,
    to: number,
    toEnd: number,
    round: number,
    sign: 1 | -1,
  ): void => {
    let length = headBytes;
    for (let at = from; at < fromEnd; at++) {
      message[length++] = letters[at]!;
      message[length++] = letters[at]! >>> 8;
    }
    message[8] = round;
    message[10] = 0;
    message[11] = 0;
    prf.hash(message, 0, length);
    let fraction = prf.lo;
    let drawn = 1;
    let half = 0;
    for (let at = to; at < toEnd; at++) {
      const size = alphabetSizes[alphabets[at]!]!;
      drawn *= size;
      if (drawn > mostDrawn) {
        half++;
        message[10] = half >>> 1;
        message[11] = half >>> 9;
        if (half % 2 === 0) prf.hash(message, 0, length);
        fraction = half % 2 === 0 ? prf.lo : prf.hi;
        drawn = size;
      }
      const whole = fraction * size;
      const letter = Math.floor(whole / word);
      fraction = whole - letter * word;
      const moved = letters[at]! + (sign === 1 ? letter : size - letter);
      letters[at] = moved >= size ? moved - size : moved;
    }
  };
  return {
    encrypt(value, turn) {
      const { count } = value;
      if (message.length < count * 2 + headBytes) message = new Uint8Array(count * 4 + headBytes);
      message.set(value.shape, 0);
      message[9] = turn;
      const bits = bitsOf(value);
      if (bits > widestBits) {
        stir(value, 0, count, 0, count, 0, 1);
        return;
      }
      const half = count >>> 1;
      for (let round = 0; round < rounds; round++) {
        if (round % 2 === 0) stir(value, 0, half, half, count, round, 1);
        else stir(value, half, count, 0, half, round, 1);
      }
      if (bits > onceBits) return;
      addOne(value);
      for (let round = rounds - 1; round >= 0; round--) {
        if (round % 2 === 0) stir(value, 0, half, half, count, round, -1);
        else stir(value, half, count, 0, half, round, -1);
      }
    },
  };
}

/** The next value of the shape; after the last comes the first. */
function addOne(value: ShapedValue): void {
  for (let at = value.count - 1; at >= 0; at--) {
    const size = alphabetSizes[value.alphabets[at]!]!;
    if (value.letters[at]! < size - 1) {
      value.letters[at]!++;
      return;
    }
    value.letters[at] = 0;
  }
}

function bitsOf({ count, alphabets }: ShapedValue): number {
  let bits = 0;
  for (let at = 0; at < count && bits <= widestBits; at++) bits += alphabetBits[alphabets[at]!]!;
  return bits;
}
