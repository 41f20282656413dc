// What decides replacements: a function of a value that looks random, and is known to the holder of the key alone. In: a
// key, then values. Out: 64 bits. SipHash-2-4.

import { createSipHash, type SipHash } from '../../kernel/index.ts';

export interface Prf extends SipHash {
  /** Of the last hash: a number below `count` (at most 2^53), all about equally likely. */
  pick(count: number): number;
}

/** `key`: 16 bytes, of `keys.of(purpose, 16)`. */
export function createPrf(key: Uint8Array): Prf {
  const prf = createSipHash(key) as Prf;
  prf.pick = (count) => (prf.hi * 0x20_0000 + (prf.lo >>> 11)) % count;
  return prf;
}
