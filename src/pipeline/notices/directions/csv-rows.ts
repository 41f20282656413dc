// A small table that somebody writes by hand, as CSV (RFC 4180; separated by comma, semicolon or tab), read whole. In: a
// path. Out: the names of its columns and its lines, each with its number in the file. What is too long or not closed is
// refused by line; no value stands in an error.

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { TocsinError } from '../../../base/index.ts';

export interface CsvTable {
  /** As written, without blanks around them, in small letters. */
  columns: string[];
  /** `line`: of the file, from 1 on, where the row begins. */
  rows: { line: number; values: string[] }[];
}

/** A line each for some hundred thousand people. */
const maxBytes = 64 << 20;
const maxValueLength = 4096;
const maxColumns = 100;

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, TABLE_WRONG. */
export function readCsvRows(path: string): CsvTable {
  const text = textOf(path);
  const [head, ...rows] = parseRows(text, separatorOf(text), path);
  if (head === undefined) throw wrong(path, 1, 'there is nothing in it');
  const columns = head.values.map((name) => name.trim().toLowerCase());
  return { columns, rows };
}

function textOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new TocsinError(
      isMissing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE',
      isMissing ? `there is no ${path}` : `cannot read ${path}`,
      { cause },
    );
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new TocsinError('INPUT_UNREADABLE', `this is no file: ${path}`);
    if (stats.size > maxBytes)
      throw new TocsinError('INPUT_UNREADABLE', `this is longer than ${maxBytes >> 20} MiB: ${path}`);
    const bytes = readFileSync(file);
    return decoded(bytes);
  } finally {
    closeSync(file);
  }
}

/** What is no UTF-8 was written by a spreadsheet of Western Europe. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Of the first line: the one that stands there most often. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/u);
  const first = end < 0 ? text : text.slice(0, end);
  const [best] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length);
  return best!;
}

function parseRows(text: string, separator: string, path: string): CsvTable['rows'] {
  const rows: CsvTable['rows'] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const begun = line;
    const values: string[] = [];
    for (;;) {
      const { value, end, breaks } =
        text[at] === '"' ? quoted(text, at, line, path) : plain(text, at, separator);
      if (value.length > maxValueLength) throw wrong(path, begun, 'a value in it is too long');
      if (values.push(value) > maxColumns) throw wrong(path, begun, 'it has too many columns');
      [at, line] = [end, line + breaks];
      if (text[at] !== separator) break;
      at += 1;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw wrong(path, begun, 'something stands behind a closed quote');
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (values.length > 1 || values[0]!.trim() !== '') rows.push({ line: begun, values });
  }
  return rows;
}

interface Taken {
  value: string;
  end: number;
  /** Line breaks within it. */
  breaks: number;
}

function plain(text: string, from: number, separator: string): Taken {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++;
  return { value: text.slice(from, end), end, breaks: 0 };
}

function quoted(text: string, from: number, line: number, path: string): Taken {
  let [at, breaks] = [from + 1, 0];
  for (; at < text.length; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) breaks += 1;
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"')
      return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1, breaks };
    at += 1;
  }
  throw wrong(path, line, 'a quote in it is never closed');
}

function wrong(path: string, line: number, what: string): TocsinError {
  return new TocsinError('TABLE_WRONG', `line ${line} of ${path} cannot be read: ${what}`);
}
