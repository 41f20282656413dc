// A table of a web page, row by row: records where it has headings and rows enough, lines of text where it is
// layout. In: cells as the page closes them. Merged cells are put where they stand, empty but for the first.

import { createSheetTable, maxColumns, type SheetTable } from './sheet-table.ts';
import type { SinkQueue } from './sink-queue.ts';

export interface HtmlTable {
  openCell(isHeading: boolean, columns: number, rows: number): void;
  add(text: string): void;
  /** A line end within a cell. */
  breakLine(): void;
  closeRow(offset: number): void;
  end(offset: number): void;
}

/** Cells that one cell may take the place of, across or down. */
const maxMerged = 1000;
/** Of one row; more is read as text, which a row of so much is. */
const maxRowChars = 1 << 20;

export function createHtmlTable(queue: SinkQueue, name: string): HtmlTable {
  let cells: (string | null)[] = [];
  let cell: { text: string; columns: number; rows: number } | null = null;
  let isHeadingRow = true;
  let rowNumber = 0;
  let isFirstHeaded = false;
  let rowChars = 0;
  /** Rows that the cell above still reaches down, by column. */
  const reaching = new Map<number, number>();
  const sheet: SheetTable = createSheetTable(queue, {
    name,
    withoutHeadings: 'text',
    isHeaded: () => isFirstHeaded,
  });

  const skipReached = (): void => {
    for (let left = reaching.get(cells.length); left !== undefined; left = reaching.get(cells.length)) {
      if (left > 1) reaching.set(cells.length, left - 1);
      else reaching.delete(cells.length);
      cells.push(null);
    }
  };

  const closeCell = (): void => {
    if (cell === null) return;
    skipReached();
    for (let i = 0; i < cell.columns && cells.length < maxColumns; i++) {
      if (cell.rows > 1) reaching.set(cells.length, cell.rows - 1);
      cells.push(i === 0 ? tidy(cell.text) : null);
    }
    cell = null;
  };

  const closeRow = (offset: number): void => {
    closeCell();
    skipReached();
    if (cells.length > 0) {
      if (rowNumber++ === 0) isFirstHeaded = isHeadingRow;
      sheet.row(offset, cells);
    }
    cells = [];
    rowChars = 0;
    isHeadingRow = true;
  };

  return {
    openCell(isHeading, columns, rows) {
      closeCell();
      isHeadingRow &&= isHeading;
      cell = { text: '', columns: withinMerged(columns), rows: withinMerged(rows) };
    },
    add(text) {
      rowChars += text.length;
      cell ??= { text: '', columns: 1, rows: 1 };
      if (rowChars > maxRowChars) closeRow(0);
      cell ??= { text: '', columns: 1, rows: 1 };
      cell.text += text;
    },
    breakLine() {
      if (cell !== null) cell.text += '\n';
    },
    closeRow,
    end(offset) {
      closeRow(offset);
      sheet.end();
    },
  };
}

function withinMerged(count: number): number {
  return Number.isInteger(count) && count > 1 ? Math.min(count, maxMerged) : 1;
}

/** Lines as they are, without the spaces around them. */
function tidy(text: string): string | null {
  const tidied = text
    .replace(/[^\S\n]{1,1000}/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n')
    .trim();
  return tidied === '' ? null : tidied;
}
