// The sheets of an ODS file, which are all in one part. In: tokens. Out: rows of cells to a table for each
// sheet; comments and text boxes as text. Rows and cells written once for many are bounded.

import { attributesOf } from '../markup/attributes.ts';
import { createRunningText } from '../markup/running-text.ts';
import { createSheetTable, maxColumns, type SheetTable } from '../markup/sheet-table.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';
import { decodePart, type PartHandler } from './parse-part.ts';

/** The same row is given so often; a file of a few bytes may ask for a million. */
const maxRowRepeats = 1000;
const maxCellChars = 1 << 20;
const maxRowChars = 4 << 20;

export function createOdsSheets(queue: SinkQueue): PartHandler & { rows: number } {
  const beside = createRunningText((offset, piece) => queue.text(offset, piece));
  let sheet: SheetTable | null = null;
  let sheets = 0;
  let cells: (string | null)[] = [];
  let rowChars = 0;
  let rowRepeats = 1;
  let cell: { value: string | null; text: string; repeats: number } | null = null;
  let paragraphs = 0;
  let asides = 0;

  const closeCell = (): void => {
    if (cell === null) return;
    const { value, text, repeats } = cell;
    const shown = value ?? (text === '' ? null : text);
    const count = Math.min(repeats, maxColumns - cells.length);
    for (let i = 0; i < count; i++) {
      rowChars += shown?.length ?? 0;
      cells.push(rowChars > maxRowChars ? null : shown);
    }
    if (rowChars > maxRowChars && shown !== null) {
      queue.skipped(handler.rows, shown.length, 'a row longer than 4 MB', shown);
    }
    cell = null;
  };

  const closeRow = (): void => {
    const isEmpty = cells.every((value) => value === null || value === '');
    const count = isEmpty ? 1 : Math.min(rowRepeats, maxRowRepeats);
    if (!isEmpty) {
      sheet?.row(handler.rows + 1, cells, count);
      if (rowRepeats > count) {
        queue.skipped(handler.rows + 1, 0, `a row that is repeated more than ${maxRowRepeats} times`);
      }
    }
    handler.rows += isEmpty ? Math.min(rowRepeats, maxRows) : count;
    cells = [];
    rowChars = 0;
  };

  const add = (text: string): void => {
    if (asides > 0 || cell === null) return beside.add(handler.rows, text);
    cell.text += text;
    if (cell.text.length <= maxCellChars) return;
    queue.skipped(
      handler.rows,
      cell.text.length - maxCellChars,
      'a cell longer than a megabyte',
      cell.text.slice(maxCellChars),
    );
    cell.text = cell.text.slice(0, maxCellChars);
  };

  const handler: PartHandler & { rows: number } = {
    rows: 0,
    open(name, raw) {
      if (name === 'table') {
        sheets++;
        const sheetName = attributesOf(raw, decodePart).get('name') ?? `sheet ${sheets}`;
        sheet = createSheetTable(queue, { name: sheetName });
      } else if (name === 'table-row') rowRepeats = countIn(raw, 'number-rows-repeated');
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        closeCell();
        cell = { value: valueIn(raw), text: '', repeats: countIn(raw, 'number-columns-repeated') };
        paragraphs = 0;
      } else if (name === 'annotation' || name === 'text-box' || name === 'shapes') asides++;
      else if (name === 'p' && asides === 0 && cell !== null && paragraphs++ > 0) add('\n');
      else if (name === 's') add(' ');
      else if (name === 'line-break') add('\n');
    },
    close(name) {
      if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
      else if (name === 'table-row') {
        closeCell();
        closeRow();
      } else if (name === 'table') {
        sheet?.end();
        sheet = null;
      } else if (name === 'annotation' || name === 'text-box' || name === 'shapes')
        asides = Math.max(0, asides - 1);
      if (name === 'p' && (asides > 0 || cell === null)) beside.separate('\n');
    },
    text(raw, _, verbatim) {
      // white space between elements is layout of the file
      if (/\S/u.test(raw)) add(decodePart(raw, verbatim ? 'verbatim' : 'text'));
      else if (!raw.includes('\n')) add(' ');
    },
    end() {
      closeCell();
      if (cells.length > 0) closeRow();
      sheet?.end();
      beside.flush();
    },
  };
  return handler;
}

/** Of a spreadsheet. */
const maxRows = 1_048_576;

function countIn(raw: string, name: string): number {
  if (!raw.includes(name)) return 1;
  const count = Number(attributesOf(raw, decodePart).get(name));
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** The value as the file holds it, where its text is only how it is shown. */
function valueIn(raw: string): string | null {
  if (!raw.includes('value')) return null;
  const attributes = attributesOf(raw, decodePart);
  const type = attributes.get('value-type');
  if (type === 'date')
    return (
      attributes
        .get('date-value')
        ?.replace(/T00:00:00(?:\.0+)?$/u, '')
        .replace('T', ' ') ?? null
    );
  if (type === 'time') return timeOf(attributes.get('time-value') ?? '');
  if (type === 'boolean') return attributes.get('boolean-value') ?? null;
  return type === 'string' ? (attributes.get('string-value') ?? null) : (attributes.get('value') ?? null);
}

/** `PT08H30M00S` as a clock shows it. */
function timeOf(duration: string): string | null {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,]\d+)?S)?$/u.exec(duration) ?? [];
  return duration === '' ? null : [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
}
