// A stretch without the rows that do not stay, as if it had been read like that. In: a stretch and its cuts. Out: another one, with
// bytes of its own.

import type { Cells, Piece, Rows, Stretch } from '../../../mask/index.ts';
import type { Cuts } from './find-cuts.ts';

/** `starts` and `ends` of `cuts` in order, none touching another. */
export function cutStretch(stretch: Stretch, cuts: Cuts): Stretch {
  if (cuts.starts.length === 0) return stretch;
  const { from, to } = stretch;
  const bytes = new Uint8Array(to - from);
  let length = 0;
  let at = 0;
  for (let i = 0; i <= cuts.starts.length; i++) {
    const until = cuts.starts[i] ?? to - from;
    bytes.set(stretch.bytes.subarray(at, until), length);
    length += until - at;
    at = cuts.ends[i] ?? at;
  }
  const left = leftIn(cuts);
  const { kept, places } = cutSpans(stretch.cells, left);
  const cells: Cells = {
    ...kept,
    columns: Int32Array.from(places, (place) => stretch.cells.columns[place]!),
  };
  const forms = stretch.forms.map(({ from: first, notation }) => ({
    from: lowerBound(places, first),
    notation,
  }));
  return {
    ...stretch,
    to: from + length,
    bytes,
    cells,
    forms,
    rows: cutRows(stretch.rows, cuts),
    pieces: cutPieces(stretch.pieces, cuts),
  };
}

/** For places asked for in rising order: where it is once the cuts are made, or -1 where it is in one. */
function leftIn({ starts, ends }: Cuts): (at: number) => number {
  let next = 0;
  let gone = 0;
  return (at) => {
    for (; next < starts.length && ends[next]! <= at; next++) gone += ends[next]! - starts[next]!;
    return next < starts.length && starts[next]! <= at ? -1 : at - gone;
  };
}

function cutSpans(
  { count, starts, ends }: Pick<Cells, 'count' | 'starts' | 'ends'>,
  left: (at: number) => number,
): { kept: Pick<Cells, 'count' | 'starts' | 'ends'>; places: Uint32Array } {
  const kept = { count: 0, starts: new Uint32Array(count), ends: new Uint32Array(count) };
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const start = left(starts[i]!);
    if (start < 0) continue;
    kept.starts[kept.count] = start;
    kept.ends[kept.count] = start + ends[i]! - starts[i]!;
    places[kept.count++] = i;
  }
  return { kept, places: places.subarray(0, kept.count) };
}

function cutRows(rows: Rows, cuts: Cuts): Rows {
  const { kept, places } = cutSpans(rows, leftIn(cuts));
  return { ...kept, tables: Uint32Array.from(places, (place) => rows.tables[place]!) };
}

function cutPieces(pieces: readonly Piece[], cuts: Cuts): Piece[] {
  const left = leftIn(cuts);
  return pieces
    .toSorted((a, b) => a.start - b.start)
    .flatMap((piece) => {
      const start = left(piece.start);
      return start < 0 ? [] : [{ ...piece, start, end: start + piece.end - piece.start }];
    });
}

/** How many of the numbers, which rise, are below `bound`. */
function lowerBound(numbers: Uint32Array, bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
