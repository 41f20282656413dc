// What the unpacking process is asked to do: one input.

import type { FilePlace } from '../../base/index.ts';

export interface UnpackJob {
  path: string;
  /** Where the bytes of the input lie: several files, in their order, where it was split. */
  parts: readonly FilePlace[];
  spillFolder: string;
  passwords: readonly string[];
  /** Only these leaves, by path; all where null. */
  wanted: readonly string[] | null;
  /** Leaves that a process before this one has handed over. */
  known: readonly string[];
  /** What a process before this one failed at: not touched again. */
  closed: readonly string[];
  /** Null: the usual limit. */
  maxUnpackedBytes: number | null;
  ocrPagesLeft: number;
}
