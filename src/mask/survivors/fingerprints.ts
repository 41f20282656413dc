// The keyed fingerprint of a normal form, of 64 bits, never zero. In: a sort and bytes. Out: two halves, until the next
// call. Sorts have keys of their own: the same bytes as two sorts share nothing.

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createPrf, type Prf } from '../cipher/prf.ts';
import { type RealSort, realSorts } from './real-sort.ts';

export interface Fingerprints {
  lo: number;
  hi: number;
  take(sort: RealSort, bytes: Uint8Array, start: number, end: number): void;
}

export function createFingerprints(keys: MaskKeys): Fingerprints {
  const prfs = Object.fromEntries(
    realSorts.map((sort) => [sort, createPrf(keys.of(`fingerprint ${sort}`, 16))]),
  ) as Record<RealSort, Prf>;
  const self: Fingerprints = {
    lo: 0,
    hi: 0,
    take(sort, bytes, start, end) {
      const prf = prfs[sort];
      prf.hash(bytes, start, end);
      self.hi = prf.hi;
      self.lo = prf.lo === 0 && prf.hi === 0 ? 1 : prf.lo;
    },
  };
  return self;
}
