// How a directory's file is written: as our own reader of delimited text takes it, and by its first line where it is
// too small to prove itself a table. In: the first bytes. Out: the dialect. What is said to be a table is believed to
// be one; a file of another kind is refused.

import { TocsinError } from '../../base/index.ts';
import { type CsvDialect, identify } from '../../read/index.ts';
import { fieldByName } from './column-names.ts';

export interface DirectoryTable {
  dialect: CsvDialect;
  /** MySQL's name of the character set of values that are not UTF-8. */
  charset: string;
}

/** Bytes that decide. */
export const directoryHeadBytes = 256 << 10;

/** `what`: the file, for errors. */
export function directoryTable(head: Uint8Array, isWhole: boolean, what: string): DirectoryTable {
  if (head.length === 0) throw new TocsinError('INPUT_EMPTY', `the directory is empty: ${what}`);
  const { plan, charset, recode, format, open } = identify(head, { isWhole });
  if (recode !== null)
    throw notCsv(`${what} is written in ${recode}`, 'save it as CSV in UTF-8, then run again');
  if (plan.kind === 'csv' && plan.columns !== null) return { dialect: plan, charset };
  const dialect = byFirstLine(head, isWhole);
  if (dialect !== null) return { dialect, charset };
  if (plan.kind === 'csv') return { dialect: plan, charset };
  throw notCsv(
    `${what} is ${open ? format : 'no table of delimited text'}`,
    'save the directory as CSV with the names of the columns in its first line',
  );
}

function notCsv(message: string, hint: string): TocsinError {
  return new TocsinError('DIRECTORY_UNCLEAR', message, { hint });
}

const delimiters = [';', ',', '\t', '|'];
const QUOTE = 0x22;

/** A table of which the first line is names, at least one of which is known. */
function byFirstLine(head: Uint8Array, isWhole: boolean): CsvDialect | null {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const newline = head.indexOf(0x0a, start);
  if (newline < 0 && !isWhole) return null;
  const end = newline < 0 ? head.length : newline;
  const line = new TextDecoder().decode(head.subarray(start, end)).replace(/\r$/u, '');
  const delimiter = delimiters
    .map((sign) => ({ sign, count: line.split(sign).length }))
    .reduce((best, other) => (other.count > best.count ? other : best));
  const columns = line.split(delimiter.sign).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  // a value must not be shown as a name
  const isNames = columns.every((name) => /\p{L}/u.test(name) && !/[@\d]{3}|@/u.test(name));
  if (!isNames || !columns.some((name) => fieldByName(name) !== null || /^nir$/iu.test(name))) return null;
  return plainCsv(delimiter.sign, columns, newline < 0 ? head.length : newline + 1);
}

/** Rows as COPY … (FORMAT csv) writes them. */
export function copiedTable(columns: string[]): DirectoryTable {
  return { dialect: plainCsv(',', columns, 0), charset: 'utf8' };
}

function plainCsv(delimiter: string, columns: string[], dataOffset: number): CsvDialect {
  return {
    kind: 'csv',
    name: delimiter === '\t' ? 'TSV' : 'CSV',
    delimiter: [delimiter.charCodeAt(0)],
    rowEnd: [],
    quote: QUOTE,
    escape: null,
    comment: null,
    columns,
    width: columns.length,
    restInLast: false,
    tableOffset: 0,
    dataOffset,
  };
}
