// Where in the source a place of the output comes from. In: a stretch and where its cells stand in the output. Out: table and
// column; null outside of rows. Asked only where something real was found.

import type { Stretch } from '../../../mask/index.ts';
import type { MaskedStretch } from './mask-stretch.ts';
import type { PlannedColumn } from './planned-columns.ts';

export interface TablePlace {
  table: string | null;
  column: string | null;
}

/** `allColumns`: the same stretch with every column listed, kept ones too; null where it cannot be read again. */
export function createPlaceOf(
  stretch: Stretch,
  { starts, ends }: Pick<MaskedStretch, 'starts' | 'ends'>,
  columns: readonly PlannedColumn[],
  allColumns: () => { stretch: Stretch; names: readonly { table: string; column: string }[] } | null,
): (at: number) => TablePlace {
  const { cells, rows, tables } = stretch;
  let all: ReturnType<typeof allColumns> | undefined;
  return (at) => {
    const cell = lastBefore(starts, cells.count, at);
    if (cell >= 0 && at < ends[cell]!) {
      const { table, column } = columns[cells.columns[cell]!]!;
      return { table, column };
    }
    const raw = cell < 0 ? at : cells.ends[cell]! + at - ends[cell]!;
    const row = lastBefore(rows.starts, rows.count, raw);
    if (row < 0 || raw >= rows.ends[row]!) return { table: null, column: null };
    const { table } = tables[rows.tables[row]!]!;
    all = all === undefined ? allColumns() : all;
    if (all === null) return { table, column: null };
    const same = lastBefore(all.stretch.cells.starts, all.stretch.cells.count, raw);
    const isWithin = same >= 0 && raw < all.stretch.cells.ends[same]!;
    return { table, column: isWithin ? all.names[all.stretch.cells.columns[same]!]!.column : null };
  };
}

/** The last one that is not past `at`, or -1. */
function lastBefore(starts: Uint32Array, count: number, at: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
