// What a format writes around the values of rows, and between rows. In: the bytes that a reader did not tell of. Out: pieces
// and refusals; nothing for what is punctuation.

import type { Notation } from '../../read/index.ts';
import type { Piece } from './stretch.ts';

export interface FoundBetween {
  piece(start: number, end: number, sort: Piece['sort']): void;
  refuse(start: number, end: number, reason: string): void;
}

export interface RowSyntax {
  /** Whether the value of a cell is what stands there; absent where it always is. */
  isPlain?(bytes: Uint8Array, start: number, end: number, notation: Notation): boolean;
  /** Values of a row stand in any order, and some are missing. */
  readonly isSparse: boolean;
  /**
   * One past the row at `start`, whose values are at `starts[i] + shift`..`ends[i] + shift`; what stands between them is
   * told as found.
   */
  endOfRow(
    bytes: Uint8Array,
    start: number,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
    shift: number,
    found: FoundBetween,
  ): number;
  /** Where the statement at `start` begins with what opens it, not before `covered`. */
  startOfStatement(bytes: Uint8Array, covered: number, start: number): number;
  /** The head of rows holds names and nothing else. */
  isPlainHead(bytes: Uint8Array, start: number, end: number): boolean;
  /** What lies outside rows and statements; `isFirst`: before all of them in the file. */
  explain(bytes: Uint8Array, start: number, end: number, isFirst: boolean, found: FoundBetween): void;
}

/** Told where bytes are neither a value nor anything that a format writes around one. */
export const unexplained = 'bytes between rows that are not understood';
