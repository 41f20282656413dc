// Where real values go, sort by sort.

import type { RealSort } from './real-sort.ts';

export interface ValueSink {
  /** A value of a sort, as it is written; false where it is none. */
  add(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean;
  /** The same of a value in its normal form. */
  addNormal(sort: RealSort, bytes: Uint8Array, start: number, end: number): void;
  /** A way in which numbers of the source are written (`phoneShape`). */
  addPhoneShape(shape: number): void;
}
