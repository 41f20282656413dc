// What writes a value in the place of another, format by format.

import type { ByteSink } from '../byte-sink.ts';

/** Writes `value` (`length` bytes) in the place of the cell at `start`..`end` of `raw`. */
export type WriteCell = (
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
  out: ByteSink,
) => void;
