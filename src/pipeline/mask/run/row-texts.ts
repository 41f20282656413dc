// Rows that have texts, and beside them cells that say when somebody was born or where he lives: the same stands in the
// texts, and goes there too. In: the cells of a stretch, one after another. Out: what the row says, told to the replacer of
// texts. Rows that have only one of both cost nothing.

import {
  type CellDecoder,
  type RowMethod,
  rowMethods,
  type Stretch,
  type TextReplacer,
} from '../../../mask/index.ts';
import type { PlannedColumn } from './planned-columns.ts';

export interface RowTexts {
  /** Whether the cell is a text that its row says something of: it is not the same in another row. */
  enter(cell: number): boolean;
}

/** `columns`: by the numbers that cells have. */
export function createRowTexts(
  stretch: Stretch,
  columns: readonly PlannedColumn[],
  decoder: CellDecoder,
  { row: values }: TextReplacer,
): RowTexts {
  const { cells, rows } = stretch;
  const told = columns.map(({ method }) => (isRowMethod(method) ? method : null));
  const isText = columns.map(({ method }) => method === 'text');
  const hasBoth = isText.includes(true) && told.some((method) => method !== null);
  let rowEnd = 0;
  let row = 0;
  values.clear();
  return {
    enter(cell) {
      if (!hasBoth) return false;
      if (cells.starts[cell]! >= rowEnd) {
        while (cells.starts[cell]! >= rows.ends[row]!) row++;
        rowEnd = rows.ends[row]!;
        takeRow(cell);
      }
      return values.count > 0 && isText[cells.columns[cell]!]!;
    },
  };

  function takeRow(first: number): void {
    values.clear();
    let last = first;
    let texts = 0;
    for (; last < cells.count && cells.starts[last]! < rowEnd; last++)
      if (isText[cells.columns[last]!]!) texts++;
    if (texts === 0) return;
    for (let cell = first; cell < last; cell++) {
      const method = told[cells.columns[cell]!]!;
      if (method !== null && decoder.decode(stretch, cell))
        values.add(method, decoder.bytes, decoder.start, decoder.end);
    }
  }
}

function isRowMethod(method: string): method is RowMethod {
  return (rowMethods as readonly string[]).includes(method);
}
