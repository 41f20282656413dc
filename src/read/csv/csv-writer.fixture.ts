// Delimited text as programs write it, from tables of strings, and read back as plain strings.

import fc from 'fast-check';
import {
  bytesOf,
  type CollectedRows,
  collectingSink,
  nothingCollected,
  openWindow,
  type ReadOptions,
} from '../collect-rows.fixture.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { CsvReader } from './csv-reader.ts';

export const comma: CsvDialect = {
  kind: 'csv',
  name: 'CSV',
  delimiter: [0x2c],
  rowEnd: [],
  quote: 0x22,
  escape: null,
  comment: null,
  columns: null,
  width: 3,
  restInLast: false,
  tableOffset: 0,
  dataOffset: 0,
};

export const marker = (text: string) => [...Buffer.from(text, 'latin1')];

export function openCsv(text: string | Uint8Array, dialect: CsvDialect, options: ReadOptions = {}) {
  const window = openWindow(bytesOf(text), options);
  const result = nothingCollected(options);
  const sink = collectingSink(window, result, options, null);
  /** File offsets that rows cover, by twos. */
  const covered: number[] = [];
  const row: typeof sink.row = (offset, starts, ends, count, ats, atFrom, atTo) => {
    sink.row(offset, starts, ends, count, ats, atFrom, atTo);
    covered.push(offset, window.offsetOf(ends[count - 1]!));
  };
  const reader = new CsvReader(window, { ...sink, row }, { dialect });
  return { reader, result, covered };
}

export function readCsv(
  text: string | Uint8Array,
  dialect: CsvDialect,
  options: ReadOptions = {},
): CollectedRows & { covered: number[] } {
  const { reader, result, covered } = openCsv(text, dialect, options);
  result.end = reader.read(options.from ?? 0, options.stopAt ?? Infinity);
  return { ...result, covered };
}

/** The values of all rows, which is what most tests are about. */
export function rowsOf(text: string | Uint8Array, dialect: Partial<CsvDialect> = {}, options?: ReadOptions) {
  return readCsv(text, { ...comma, ...dialect }, options).rows.map((row) => row.values);
}

export interface WrittenTable {
  dialect: CsvDialect;
  text: string;
  rows: (string | null)[][];
}

type Writing = Pick<CsvDialect, 'delimiter' | 'rowEnd' | 'quote' | 'escape'> & { lineEnds: string[] };

const newlines = ['\n', '\r\n', '\r'];
const writings: Writing[] = [
  { delimiter: marker(','), rowEnd: [], quote: 0x22, escape: null, lineEnds: newlines },
  { delimiter: marker(';'), rowEnd: [], quote: 0x22, escape: 0x5c, lineEnds: newlines },
  { delimiter: marker('\t'), rowEnd: [], quote: 0x27, escape: null, lineEnds: newlines },
  { delimiter: marker('\x01'), rowEnd: [], quote: null, escape: 0x5c, lineEnds: ['\n'] },
  { delimiter: marker('|'), rowEnd: [], quote: null, escape: null, lineEnds: newlines },
  { delimiter: marker('||'), rowEnd: [], quote: 0x22, escape: null, lineEnds: newlines },
  {
    delimiter: marker('+|'),
    rowEnd: marker('&|'),
    quote: null,
    escape: null,
    lineEnds: ['&|\n', '&|', '&|\r\n'],
  },
  { delimiter: marker(','), rowEnd: marker('\x1e'), quote: 0x22, escape: null, lineEnds: ['\x1e'] },
];

const valueText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'Zoé',
    'anne@example.com',
    'say "hi"',
    `it's`,
    'a,b;c',
    'two\nlines',
    'r\r\nn',
    'c:\\dir',
    '5" pipe',
    '"',
    '""',
    '\u0000',
  ),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', '@', '\\'), maxLength: 8 }),
);

/** Any table of strings in any of the ways of writing: all quoted, only what must be, or as it comes. */
export function writtenTable(): fc.Arbitrary<WrittenTable> {
  return fc
    .record({
      writing: fc.constantFrom(...writings),
      width: fc.integer({ min: 2, max: 6 }),
      values: fc.array(fc.array(valueText, { minLength: 6, maxLength: 6 }), { maxLength: 60, size: 'max' }),
      quoting: fc.constantFrom('all', 'needed', 'some'),
      lineEnd: fc.nat(),
      isMixed: fc.boolean(),
      endsLast: fc.boolean(),
    })
    .map(({ writing, width, values, quoting, lineEnd, isMixed, endsLast }) => {
      const dialect: CsvDialect = { ...comma, ...writing, width };
      const rows = values.map((row) => row.slice(0, width).map((value) => writable(value, writing)));
      const lineEndOf = (i: number) =>
        writing.lineEnds[(lineEnd + (isMixed ? i : 0)) % writing.lineEnds.length]!;
      const lines = rows.map((row, i) =>
        row
          .map((value, j) =>
            writeValue(value, writing, quoting === 'all' || (quoting === 'some' && (i + j) % 3 === 0)),
          )
          .join(Buffer.from(writing.delimiter).toString('latin1')),
      );
      const text = lines
        .map((line, i) => line + (i + 1 < lines.length || endsLast ? lineEndOf(i) : ''))
        .join('');
      return { dialect, text, rows: rows.map((row) => row.map(readBack)) };
    });
}

/** Nothing is told of an empty value, written with quotes or without. */
function readBack(value: string): string | null {
  return value === '' || value === 'NULL' ? null : value;
}

/** What this way of writing can write at all. */
function writable(value: string, { quote, escape, delimiter, rowEnd }: Writing): string {
  const trimmed = value.replaceAll(/^[ \t]+|[ \t]+$/gu, '');
  if (trimmed === '\\N') return '';
  if (quote !== null) return trimmed;
  if (escape !== null) return trimmed.replaceAll('\u0000', '');
  const signs = new Set(Buffer.from([...delimiter, ...rowEnd]).toString('latin1'));
  const kept = [...trimmed].filter(
    (sign) => !signs.has(sign) && (rowEnd.length > 0 || !'\r\n'.includes(sign)),
  );
  return kept.join('').replaceAll(/^[ \t\r\n]+|[ \t]+$/gu, '');
}

function writeValue(value: string, { quote, escape, delimiter, rowEnd }: Writing, isQuoted: boolean): string {
  const delimiterText = Buffer.from(delimiter).toString('latin1');
  if (quote === null) {
    if (escape === null) return value;
    // oxlint-disable-next-line no-control-regex -- the delimiter is one
    return value.replaceAll(/[\\\n\r\t\x01]/gu, (sign) => `\\${escapedSigns[sign] ?? sign}`);
  }
  const q = String.fromCharCode(quote);
  const text = escape === null ? value : value.replaceAll('\\', '\\\\');
  const isNeeded =
    value.includes(q) ||
    value.includes(delimiterText[0]!) ||
    /[\r\n\\]/u.test(value) ||
    rowEnd.some((byte) => value.includes(String.fromCharCode(byte)));
  if (!isQuoted && !isNeeded) return value;
  return q + text.replaceAll(q, escape !== null && value.length % 2 === 0 ? `\\${q}` : q + q) + q;
}

const escapedSigns: Record<string, string> = { '\n': 'n', '\r': 'r', '\t': 't' };
