/**
 * A table to be written in any format: what its columns are, and its rows as often as they are asked
 * for. Texts are any Unicode but NUL; dates are `2016-10-10`, times `2016-10-10 03:12:45`.
 */
export type MadeValue = string | number | null;

export interface MadeColumn {
  name: string;
  type: 'integer' | 'decimal' | 'text' | 'date' | 'datetime';
  /** the longest text, in characters */
  length?: number;
  isKey?: boolean;
  pointsTo?: { table: string; column: string };
}

export interface MadeTable {
  name: string;
  columns: MadeColumn[];
  rows: () => Iterable<MadeValue[]>;
}

/** A piece of a file; texts are written as UTF-8. */
export type Piece = string | Uint8Array;

/** What a column of texts is declared with when it has no length of its own. */
export const usualLength = 255;
