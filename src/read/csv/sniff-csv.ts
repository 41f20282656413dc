// Whether a file is a table of delimited text, and how it is written. In: the file's first bytes, in UTF-8 or
// a set of one byte a sign. Out: the dialect, or null: prose, logs, code, configuration, JSON and SQL are full
// of delimiters too, so that a table has to prove itself by its regularity and by what its columns hold.

import { kindOfColumn, tellingKinds } from './cell-kind.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { findDelimiter, type FoundForm } from './find-delimiter.ts';
import { columnNames, findHeader, isKnownName } from './find-header.ts';
import { isNoTable } from './is-no-table.ts';
import type { HeadRecord } from './read-records.ts';
import { rowSpans } from './scan-row.ts';
import { type FoundList, sniffList } from './sniff-list.ts';

/** Bytes that decide; a head shorter than this is taken to be the whole file. */
export const csvHeadBytes = 256 << 10;
const linesLookedAt = 400;

export function sniffCsv(head: Uint8Array, isWhole = head.length < csvHeadBytes): CsvDialect | null {
  const bytes = head.subarray(0, csvHeadBytes);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start).toString('latin1');
  if (text.trim() === '') return null;
  const given = /^(?:"sep=(.{1,4})"|sep=(.{1,4}))(?:\r\n|\r|\n)/iu.exec(text);
  const from = start + (given?.[0].length ?? 0);
  const lines = linesOf(text.slice(from - start), isWhole);
  const list = given ? null : sniffList(lines);
  if (list) return listDialect(list, text, from);
  if (!given && isNoTable(lines)) return null;
  const found = findDelimiter(bytes, from, isWhole, given?.[1] ?? given?.[2] ?? null, rowSpans());
  return found && tableDialect(found, from, given !== null, start);
}

const blank: CsvDialect = {
  kind: 'csv',
  name: 'CSV',
  delimiter: [],
  rowEnd: [],
  quote: null,
  escape: null,
  comment: null,
  columns: null,
  width: 0,
  restInLast: false,
  tableOffset: 0,
  dataOffset: 0,
};

function linesOf(text: string, isWhole: boolean): string[] {
  const lines = text.split(/\r\n|\n|\r/u, linesLookedAt + 1);
  if (lines.length > linesLookedAt || !isWhole) lines.pop();
  return lines;
}

/** `from`: file offset past a byte order mark and a line that names the delimiter. */
function listDialect(list: FoundList, text: string, from: number): CsvDialect {
  const blankLines = /^[\r\n]*/u.exec(text)![0].length;
  const header = list.hasHeader ? /^[^\r\n]*(?:\r\n|\r|\n)/u.exec(text.slice(blankLines))![0].length : 0;
  return {
    ...blank,
    name: list.isCombo ? 'combo list' : 'list',
    delimiter: [...Buffer.from(list.delimiter)],
    columns: list.columns,
    width: list.width,
    restInLast: list.isCombo,
    dataOffset: from + (header > 0 ? blankLines + header : 0),
  };
}

function tableDialect(found: FoundForm, from: number, isGiven: boolean, start: number): CsvDialect | null {
  const { form, records } = found;
  const comment = commentOf(records, form.width);
  const isRow = ({ cells }: HeadRecord) => comment === null || !cells[0]!.startsWith('#');
  const shape = headerOf(found, isRow);
  const rows = shape.rows.filter(isRow);
  if (!isGiven && !isTable(found, rows, shape.header)) return null;
  const [delimiter] = form.delimiter;
  const first = shape.header ?? rows[0] ?? records[0]!;
  return {
    ...blank,
    name:
      form.delimiter.length > 1
        ? 'delimited text'
        : delimiter === 0x09
          ? 'TSV'
          : delimiter === 0x2c || delimiter === 0x3b
            ? 'CSV'
            : 'delimited text',
    delimiter: [...form.delimiter],
    rowEnd: [...form.rowEnd],
    quote: form.quote < 0 ? null : form.quote,
    escape: form.escape < 0 ? null : form.escape,
    comment,
    columns: shape.names,
    width: shape.width,
    tableOffset: first.offset <= from ? 0 : Math.max(first.offset, start),
    dataOffset: shape.header ? shape.header.end : first.offset,
  };
}

/** Lines that begin with `#` and have another number of values than the rows. */
function commentOf(records: readonly HeadRecord[], width: number): number | null {
  const marked = records.filter(({ cells }) => cells[0]!.startsWith('#'));
  const isComment = marked.length > 0 && marked.length < records.length / 2;
  return isComment && marked.every(({ cells }) => cells.length !== width) ? 0x23 : null;
}

interface HeaderShape {
  header: HeadRecord | null;
  names: string[] | null;
  width: number;
  rows: HeadRecord[];
}

function headerOf({ form, records, first }: FoundForm, isRow: (record: HeadRecord) => boolean): HeaderShape {
  const { width } = form;
  const table = records.slice(first).filter(isRow);
  const cellsOf = (rows: HeadRecord[]) =>
    rows.filter(({ cells }) => cells.length === width).map(({ cells }) => cells);
  // a header may have fewer names than rows have values, or more where rows leave out what is empty
  const before = records[first - 1];
  if (before && isRow(before) && before.cells.length > 1 && before.cells.length >= width * 0.6) {
    const { cells } = before;
    const isShort = cells.length < width;
    const lastIsEmpty = table.every((row) => (row.cells[cells.length] ?? '') === '');
    // as R writes: rows have a name of their own, which has no column name
    const shifted = isShort && !lastIsEmpty && width - cells.length === 1 ? ['', ...cells] : cells;
    const rows = cellsOf(table).map((row) => row.slice(0, shifted.length));
    if (findHeader([shifted, ...rows])) {
      const named = isShort && lastIsEmpty ? cells.length : Math.max(width, shifted.length);
      return { header: before, names: columnNames(shifted, named), width: named, rows: table };
    }
  }
  if (!findHeader(cellsOf(table))) return { header: null, names: null, width, rows: table };
  const [header, ...rows] = table;
  return { header: header!, names: columnNames(header!.cells, width), width, rows };
}

/** Whether the records prove a table; a header counts for much, few columns and few rows against. */
function isTable(
  { form, regularity }: FoundForm,
  rows: readonly HeadRecord[],
  header: HeadRecord | null,
): boolean {
  const { width } = form;
  const hasHeader = header !== null;
  const cells = rows.filter((row) => row.cells.length === width).map((row) => row.cells);
  if (cells.length < (hasHeader ? 1 : 3)) return false;
  const columns = Array.from({ length: width }, (_, i) => cells.map((row) => row[i]!));
  const kinds = columns.map(kindOfColumn);
  const telling = kinds.filter((kind) => kind !== null && tellingKinds.includes(kind)).length;
  const filledColumns = columns.filter((column) => column.some((cell) => cell !== '')).length;
  if (filledColumns < 2) return false;
  // nothing but a table puts most of what is between delimiters into quotes
  const isQuoted = rows.filter(({ quoted }) => quoted >= width / 2).length >= rows.length * 0.9;
  if (isQuoted && regularity >= 0.9) return true;
  if (form.delimiter[0] === 0x3a && form.delimiter.length === 1) {
    // text is full of colons: no blanks after them, and columns that say what they are
    const hasBlanks = cells.some((row) => row.some((cell) => /\s/u.test(cell)) && row.length < 5);
    return (
      regularity >= 0.98 && !hasBlanks && (hasHeader ? width > 2 || telling > 0 : telling > 0 && width > 2)
    );
  }
  const long = cells.filter((row) => row.some((cell) => cell.length > 120)).length;
  if (width === 2) {
    if (telling > 0) return regularity >= 0.95 && (hasHeader || (long === 0 && isTyped(kinds)));
    return hasHeader && regularity >= 0.98 && isPairOfWords(cells, header);
  }
  if (hasHeader) return regularity >= 0.7;
  if (width === 3) return regularity >= 0.95 && telling > 0 && isTyped(kinds);
  return regularity >= 0.8 && telling > 0;
}

/** Fewer rows of two words each prove a table only where both columns are called as columns are. */
const fewestPairs = 20;
const longestPair = 64;
const mostWords = 4;

/** Two columns that prove nothing by their shape, `login;password` or `nom;prenom`: no sentences, no blanks after delimiters. */
function isPairOfWords(rows: readonly string[][], { cells: header }: HeadRecord): boolean {
  const known = header.filter(isKnownName).length;
  if (known === 0 || header.some((cell) => cell !== cell.trim())) return false;
  if (rows.length < (known === header.length ? 3 : fewestPairs)) return false;
  const pairs = rows.filter((row) => row.every(isShort)).length;
  return pairs >= rows.length * 0.95;
}

function isShort(cell: string): boolean {
  return cell.length <= longestPair && !/^\s/u.test(cell) && cell.split(/\s+/u).length <= mostWords;
}

/** No column of sentences: prose has commas too. */
function isTyped(kinds: readonly (string | null)[]): boolean {
  return kinds.every((kind) => kind !== 'text');
}
