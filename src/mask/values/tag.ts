/*
 * The tag that replacements in one piece carry: 16 characters, of which the holder of the key can tell that they are of
 * this key, and nobody else. In: 64 bits of a value's own, or 16 characters. Out: the characters, or whether they are ours.
 * 64 bits keep two values apart (1.25 million of them meet with odds of 1 in 20 million); 16 bits more vouch: of texts
 * that only look like tags, 1 in 65,536 passes, so several tags of a sample are asked before anything is said.
 */

import type { ByteSink } from '../byte-sink.ts';
import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createPrf } from '../cipher/prf.ts';
import { lowerCase } from '../ascii.ts';

export const tagLength = 16;
/** Crockford's base 32, in lower case: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const letters = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const valueOf = new Int8Array(256).fill(-1);
for (let value = 0; value < 32; value++) valueOf[letters[value]!] = value;

export interface Tags {
  /** Writes the first `length` characters (16 unless told) of the tag of 64 bits, given as two numbers below 2^32. */
  write(high: number, low: number, out: ByteSink, length?: number): void;
  /** Whether the 16 characters from `start` on, letters in any case, are a tag under this key. */
  isOurs(bytes: Uint8Array, start: number, end: number): boolean;
}

export function createTags(keys: MaskKeys): Tags {
  const prf = createPrf(keys.of('tag', 16));
  const packed = new Uint8Array(10);
  const tag = new Uint8Array(tagLength);
  const vouch = (): number => {
    prf.hash(packed, 0, 8);
    return prf.lo & 0xffff;
  };
  return {
    write(high, low, out, length = tagLength) {
      setBits(packed, high, low);
      for (;;) {
        const mark = vouch();
        packed[8] = mark >>> 8;
        packed[9] = mark;
        spell(packed, 0, tag, 0);
        spell(packed, 5, tag, 8);
        if (!hasNumber(tag)) break;
        setBits(packed, prf.hi, prf.lo);
      }
      out.copy(tag, 0, length);
    },
    isOurs(bytes, start, end) {
      if (end - start !== tagLength) return false;
      packed.fill(0);
      for (let at = 0; at < tagLength; at++) {
        const value = valueOf[lowerCase(bytes[start + at]!)]!;
        if (value < 0) return false;
        const bit = at * 5;
        const shifted = value << (11 - (bit & 7));
        packed[bit >>> 3]! |= shifted >>> 8;
        if ((bit & 7) > 3) packed[(bit >>> 3) + 1]! |= shifted & 0xff;
      }
      const mark = (packed[8]! << 8) | packed[9]!;
      return vouch() === mark;
    },
  };
}

function setBits(packed: Uint8Array, high: number, low: number): void {
  for (let at = 0; at < 4; at++) {
    packed[at] = high >>> (24 - at * 8);
    packed[at + 4] = low >>> (24 - at * 8);
  }
}

/** Five bytes as eight letters. */
function spell(packed: Uint8Array, from: number, tag: Uint8Array, to: number): void {
  const high = (packed[from]! << 12) | (packed[from + 1]! << 4) | (packed[from + 2]! >>> 4);
  const low = ((packed[from + 2]! & 15) << 16) | (packed[from + 3]! << 8) | packed[from + 4]!;
  for (let at = 3, left = high; at >= 0; at--, left >>>= 5) tag[to + at] = letters[left & 31]!;
  for (let at = 7, left = low; at >= 4; at--, left >>>= 5) tag[to + at] = letters[left & 31]!;
}

/** Six digits in a row could be read as a part of somebody's number: such a tag gives way to the next. */
function hasNumber(tag: Uint8Array): boolean {
  let digits = 0;
  for (let at = 0; at < tagLength; at++) {
    digits = tag[at]! < 58 ? digits + 1 : 0;
    if (digits === 6) return true;
  }
  return false;
}
