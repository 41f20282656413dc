// Rows that stand in one list: between them nothing but blanks, a comma and comments. In: a stretch. Out: whether two rows are
// of one list, and which rows of it go on from the stretch before or into the next.

import type { Stretch } from '../../../mask/index.ts';

/** A list may begin in one stretch and end in another. */
export interface ListEnds {
  /** How many rows, from the first on, are of a list that may have begun before. */
  opening: number;
  /** How many rows, up to the last, are of a list that may go on after. */
  closing: number;
}

export interface RowLists {
  /** Whether the row is of the same list as the one before it. */
  isSame: (row: number) => boolean;
  /** Whether blanks, at most one comma, and comments are all that stands there. */
  isBetween: (from: number, to: number) => boolean;
  /** Pieces in the order of their places. */
  pieces: Stretch['pieces'];
  /** The first piece that begins at or after a place. */
  pieceFrom: (at: number) => number;
}

const [comma, recordMark] = [0x2c, 0x1e];

export function rowLists({ bytes, rows, pieces: told }: Stretch): RowLists {
  const isSorted = told.every(({ start }, i) => i === 0 || told[i - 1]!.start <= start);
  const pieces = isSorted ? told : told.toSorted((a, b) => a.start - b.start);

  function pieceFrom(at: number): number {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pieces[middle]!.start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function isBetween(from: number, to: number): boolean {
    let commas = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === comma) {
        if (++commas > 1) return false;
      } else if (byte > 0x20 && byte !== recordMark) {
        const piece = pieces[pieceFrom(at)];
        if (piece?.start !== at || piece.sort !== 'comment') return false;
        at = piece.end - 1;
      }
    }
    return true;
  }

  return {
    pieces,
    pieceFrom,
    isBetween,
    isSame: (row) =>
      rows.tables[row] === rows.tables[row - 1] && isBetween(rows.ends[row - 1]!, rows.starts[row]!),
  };
}

export function listEnds(stretch: Stretch): ListEnds {
  const { rows, from, to } = stretch;
  const { isSame, isBetween } = rowLists(stretch);
  const [ends, { count }] = [{ opening: 0, closing: 0 }, rows];
  if (count === 0) return ends;
  if (isBetween(0, rows.starts[0]!))
    for (ends.opening = 1; ends.opening < count && isSame(ends.opening);) ends.opening++;
  if (isBetween(rows.ends[count - 1]!, to - from))
    for (ends.closing = 1; ends.closing < count && isSame(count - ends.closing);) ends.closing++;
  return ends;
}
