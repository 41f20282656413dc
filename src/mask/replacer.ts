// What stands for a real value. In: the bytes of one value, UTF-8, without quotes and escapes. Out: the bytes of the
// replacement. Nothing but the value, the key and what the source holds as a whole decides it, so equal stays equal
// across columns, tables, files and runs, whatever the order.

import type { ByteSink } from './byte-sink.ts';

/** Spans of values in one array of bytes. */
export interface ValueSpans {
  bytes: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
}

export interface Replacer {
  /** Told of values before they are replaced, so that what is costly alone is done for all at once. */
  prepare?(values: ValueSpans): void;
  /**
   * Writes what stands for the value at `start`..`end`, never the value itself, in at most `room` characters. False, with
   * nothing written, where the value is not of the kind: the caller then masks it by its shape. Linear, never throws.
   */
  replace(bytes: Uint8Array, start: number, end: number, out: ByteSink, room: number): boolean;
}

export interface ReplacerOptions {
  /** The column is unique, alone or with others: two values never become one. */
  isUnique?: boolean;
}
