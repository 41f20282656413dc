// All that is real in a source, as keyed fingerprints of 64 bits: what replacements avoid, what texts are searched for, and
// what must not be left in the output. In: values. Out: whether one is real. No value can be read back.

import type { RealSort } from './real-sort.ts';

export interface RealValues {
  readonly count: number;
  /** Whether the value at `start`..`end` (UTF-8), however spelled, is one of the sort. */
  has(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean;
  /** The same of a value in its normal form, at less cost. */
  hasNormal(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean;
}
