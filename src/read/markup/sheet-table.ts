// Rows of cells made a table: the row that names the columns is found, titles above it become text, and
// columns nobody named are numbered. Used for spreadsheets, tables of web pages and XML that counts its cells.
// It holds the first rows until it knows; every later row goes straight on.

import { filledCells, isHeadingRow, rowsCompared, type SheetCell } from './heading-row.ts';
import type { SinkQueue } from './sink-queue.ts';

export interface SheetTable {
  /** `count`: how often the same row stands there. */
  row(offset: number, cells: SheetCell[], count?: number): void;
  end(): void;
}

export interface SheetTableOptions {
  name: string;
  /** What a sheet without headings is: a table with numbered columns, or lines of text. */
  withoutHeadings?: 'table' | 'text';
  /** The first row is marked as headings. */
  isHeaded?: () => boolean;
}

/** Of a spreadsheet, and more than any other format has. */
export const maxColumns = 16_384;
/** The first rows are held up to this length, whatever their number. */
const maxHeldChars = 1 << 20;
/** With fewer rows a table of a page is layout. */
const fewestRows = 3;

interface HeldRow {
  offset: number;
  cells: SheetCell[];
  count: number;
}

export function createSheetTable(queue: SinkQueue, options: SheetTableOptions): SheetTable {
  const { name, withoutHeadings = 'table', isHeaded } = options;
  let held: HeldRow[] = [];
  let heldChars = 0;
  let columns: string[] | null = null;
  let mode: 'unknown' | 'table' | 'text' = 'unknown';

  const asText = ({ offset, cells }: HeldRow): void => {
    const line = cells.map((cell) => cell ?? '').join('\t');
    if (line.trim() !== '') queue.text(offset, `${line.trimEnd()}\n`);
  };

  const asRecord = ({ offset, cells, count }: HeldRow): void => {
    columns ??= [];
    if (cells.length > columns.length) {
      columns = namedColumns(columns, cells.length);
      queue.table({ name, columns });
    }
    if (count === 1) queue.record(offset, cells);
    else queue.repeat(offset, cells, count);
  };

  const decide = (): void => {
    const titles = titlesOf(held.map(({ cells }) => cells));
    held.splice(0, titles).forEach(asText);
    const rows = held.map(({ cells }) => cells);
    const hasHeadings = rows.length > 0 && (isHeaded?.() === true || isHeadingRow(rows));
    const isTable = withoutHeadings === 'table' || (hasHeadings && rows.length >= fewestRows);
    mode = isTable ? 'table' : 'text';
    if (isTable && hasHeadings) {
      const width = held.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
      columns = namedColumns(held.shift()!.cells, width);
      queue.table({ name, columns });
    }
    held.forEach(isTable ? asRecord : asText);
    held = [];
  };

  return {
    row(offset, cells, count = 1) {
      trimEnd(cells);
      if (cells.length === 0) return;
      const row = { offset, cells, count };
      if (mode === 'table') return asRecord(row);
      if (mode === 'text') return asText(row);
      held.push(row);
      heldChars += cells.reduce((chars, cell) => chars + (cell?.length ?? 0), 0);
      if (held.length > rowsCompared || heldChars > maxHeldChars) decide();
    },
    end() {
      if (mode === 'unknown') decide();
    },
  };
}

function trimEnd(cells: SheetCell[]): void {
  if (cells.length > maxColumns) cells.length = maxColumns;
  while (cells.length > 0 && (cells.at(-1) ?? '') === '') cells.pop();
}

/** Lines above the table itself: one cell each, where the rows below have several. */
function titlesOf(rows: readonly (readonly SheetCell[])[]): number {
  const widest = rows.reduce((most, row) => Math.max(most, filledCells(row)), 0);
  const first = rows.findIndex((row) => filledCells(row) > 1);
  return widest >= 3 && first > 0 ? first : 0;
}

/** `named` and as many more as there are cells; blank ones numbered, equal ones told apart. */
function namedColumns(named: readonly SheetCell[], count: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: Math.max(named.length, count) }, (_, i) => {
    const written = named[i]?.replace(/\s+/gu, ' ').trim() ?? '';
    const base = written === '' ? `column ${i + 1}` : written;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
    taken.add(name);
    return name;
  });
}
