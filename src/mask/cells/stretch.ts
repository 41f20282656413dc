// What was read of a file, from one boundary to another: its bytes as they are, and what they are. Every byte is of a
// cell, of the syntax of rows, of a piece, or of what was refused; nothing else. Positions count from the stretch's first
// byte; all arrays are used again by the next read.

import type { Notation, TableSchema } from '../../read/index.ts';
import type { TableEvent } from './table-events.ts';

export interface Cells {
  count: number;
  /** As the file writes them, with quotes, in the order of the file. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** The numbers that `wanted` gave. */
  columns: Int32Array;
}

export interface Rows {
  count: number;
  /** Of `(`, or of the first value; and past `)`, or past the last value. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Which of `Stretch.tables`. */
  tables: Uint32Array;
}

export interface StretchTable {
  table: string;
  columns: string[] | null;
}

/** Bytes outside rows that say more than punctuation does. */
export interface Piece {
  start: number;
  end: number;
  /** `head`: what names the columns of a table. `rest`: text of a file that is no table. */
  sort: 'comment' | 'statement' | 'head' | 'rest';
  /** The first words of a statement, in upper case: `SET`, `CREATE TABLE`; else ''. */
  word: string;
}

/** Bytes that could not be read: where in the file, why, and how many. */
export interface Refusal {
  offset: number;
  reason: string;
  bytes: number;
}

/** Rows of which `wanted` knew nothing; `offset` of the first in the file. */
export interface UnknownRows {
  table: string;
  columns: string[] | null;
  offset: number;
  rows: number;
}

/** A cell that holds something else than it is kept for: where in the file. */
export interface OddCell {
  offset: number;
  table: StretchTable;
  /** Of its column, from 0. */
  place: number;
}

/** From which cell on, and how, values are written. */
export interface CellForm {
  from: number;
  notation: Notation;
}

export interface Stretch {
  /** File offsets. */
  from: number;
  to: number;
  /** What somebody has to know who reads on at `to`. */
  state: string;
  /** Those of `from`..`to` begin at 0; what lies behind is of no meaning. */
  bytes: Uint8Array<ArrayBuffer>;
  cells: Cells;
  forms: CellForm[];
  rows: Rows;
  tables: StretchTable[];
  pieces: Piece[];
  schemas: TableSchema[];
  events: TableEvent[];
  refusals: Refusal[];
  unknown: UnknownRows[];
  odd: OddCell[];
}
