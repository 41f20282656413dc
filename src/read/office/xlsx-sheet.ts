// The rows of one sheet of a workbook. In: tokens of its part. Out: rows of cells to a table, with the values
// that formulas had when the file was saved. It holds one row.

import { rawAttribute } from '../markup/attributes.ts';
import { maxColumns, type SheetTable } from '../markup/sheet-table.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { cellNumber } from './cell-number.ts';
import type { NumberFormats } from './number-formats.ts';
import { decodePart, type PartHandler } from './parse-part.ts';
import { maxStringChars, type StringStore } from './string-store.ts';

export interface Workbook {
  strings: StringStore;
  formats: NumberFormats;
  counts1904: boolean;
  /** What cells may still take from the shared strings: a short sheet can name one long text without end. */
  sharedCharsLeft: number;
}

/** Cells of one row together; what is more is told and searched as text. */
const maxRowChars = 4 << 20;

/** `rowsBefore`: rows of the sheets before this one, which come first in the count of offsets. */
export function createXlsxSheet(
  book: Workbook,
  table: SheetTable,
  queue: SinkQueue,
  rowsBefore: number,
): PartHandler & { rows: number } {
  let cells: (string | null)[] = [];
  let rowChars = 0;
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let taking = false;
  let isPhonetic = false;
  let isSpent = false;

  const textOf = (): string | null => {
    if (type === 's') {
      const shared = book.strings.get(Number(value));
      book.sharedCharsLeft -= shared?.length ?? 0;
      if (book.sharedCharsLeft < 0) {
        if (isSpent) return null;
        isSpent = true;
        throw new UnreadableError('repeats its texts more often than real tables do; save the sheets as CSV');
      }
      return shared;
    }
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type === 'e') return null;
    if (type === 'inlineStr' || type === 'str' || type === 'd') return value;
    return cellNumber(value, book.formats.of(style), book.counts1904);
  };

  const closeCell = (): void => {
    const text = value === '' ? null : textOf();
    if (text !== null && column < maxColumns) {
      rowChars += text.length;
      if (rowChars > maxRowChars) {
        queue.skipped(rowsBefore + sheet.rows, text.length, 'a row longer than 4 MB', text);
      } else {
        while (cells.length < column) cells.push(null);
        cells[column] = text;
      }
    }
    column++;
    value = '';
  };

  const sheet: PartHandler & { rows: number } = {
    rows: 0,
    open(name, raw) {
      if (name === 'c') {
        const place = rawAttribute(raw, 'r');
        if (place !== null) column = columnOf(place) ?? column;
        type = rawAttribute(raw, 't') ?? '';
        style = Number(rawAttribute(raw, 's') ?? 0);
        value = '';
      } else if (name === 'row') {
        const number = Number(rawAttribute(raw, 'r') ?? 0);
        // numbers in the file count only as far as they ascend
        sheet.rows = number > sheet.rows && number <= maxRows ? number : sheet.rows + 1;
        column = 0;
      } else if (name === 'v' || name === 't') taking = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') {
        table.row(rowsBefore + sheet.rows, cells);
        cells = [];
        rowChars = 0;
      }
    },
    text(raw, _, verbatim) {
      if (!taking) return;
      value += decodePart(raw, verbatim ? 'verbatim' : 'text');
      if (value.length <= maxStringChars) return;
      const rest = value.slice(maxStringChars);
      queue.skipped(rowsBefore + sheet.rows, rest.length, 'a cell longer than spreadsheets allow', rest);
      value = value.slice(0, maxStringChars);
    },
    end() {
      if (value !== '') closeCell();
      if (cells.length > 0) table.row(rowsBefore + sheet.rows, cells);
      table.end();
    },
  };
  return sheet;
}

/** Of a spreadsheet. */
const maxRows = 1_048_576;

/** `AB12` is column 27, counted from 0. */
function columnOf(place: string): number | null {
  let column = 0;
  let i = 0;
  for (; i < 4; i++) {
    const letter = place.charCodeAt(i) & ~0x20;
    if (!(letter >= 65 && letter <= 90)) break;
    column = column * 26 + letter - 64;
  }
  return i > 0 && column <= maxColumns ? column - 1 : null;
}
