// Whether a file is lines whose columns stand at fixed places, as mainframes and administrations write them.
// In: the file's first bytes, in UTF-8 or a set of one byte a sign, and tests that tell where values begin and end.
// Out: the layout, or null: lines of one length, or of one alignment where the blanks at their ends were taken off,
// with columns that hold on nearly all of them. Lines of prose and logs never align so.

import { isUtf8 } from '../charset.ts';
import { isNoTable } from '../csv/is-no-table.ts';
import { dateTests } from './date-tests.ts';
import type { FieldTest } from './field-test.ts';
import { findFields, type FoundFields } from './find-fields.ts';
import { findFixedHeader, ruledHeader } from './fixed-header.ts';
import type { FixedLayout } from './fixed-layout.ts';
import { headLines, type HeadLines } from './head-lines.ts';
import { layOut, type LineGrid } from './line-grid.ts';

/** With a line that names the columns, fewer rows are enough to tell. */
const fewestRows = 19;
const fewestNamedRows = 8;
const shortestLine = 20;
/** Records of mainframes have at most 32,760 bytes; of longer ones than this a head holds too few to tell. */
const longestLine = 8192;

/** `isWhole`: there is nothing after `head`. `tests` are asked beside those of dates where lines hold numbers. */
export function sniffFixed(
  head: Uint8Array,
  isWhole: boolean,
  tests: readonly FieldTest[] = [],
): FixedLayout | null {
  const found = likelyLines(head, isWhole);
  return found && layoutOf(found, holdsNumbers(found) ? [...dateTests, ...tests] : dateTests);
}

/** Whether `sniffFixed` would ask the tests it is given. */
export function mayHoldIdentifiers(head: Uint8Array, isWhole: boolean): boolean {
  const found = likelyLines(head, isWhole);
  return found !== null && holdsNumbers(found);
}

function likelyLines(head: Uint8Array, isWhole: boolean): HeadLines | null {
  const inBytes = headLines(head, isWhole, false);
  const isWide = isUtf8(head, 0, wholeCharacters(head)) && head.some((byte) => byte >= 0x80);
  const inCharacters = isWide ? headLines(head, isWhole, true) : null;
  // columns padded by bytes leave lines of one length in bytes, those padded by characters in characters
  const found =
    inCharacters && (inBytes === null || inBytes.isTrimmed || inCharacters.regular > inBytes.regular)
      ? inCharacters
      : inBytes;
  if (!found || found.length < shortestLine || found.length > longestLine) return null;
  if (found.rows.length < (found.rule ? 1 : fewestNamedRows)) return null;
  return isNoTable(found.rows.slice(0, 400).map(textOf)) ? null : found;
}

/** Prose has a digit in thirty signs, records of people with an identifier one in eight and more. */
function holdsNumbers({ rows }: HeadLines): boolean {
  let signs = 0;
  let digits = 0;
  for (const row of rows)
    for (const byte of row) {
      if (byte > 0x20) signs++;
      if (byte >= 0x30 && byte <= 0x39) digits++;
    }
  return digits >= signs * 0.1;
}

function layoutOf(found: HeadLines, tests: readonly FieldTest[]): FixedLayout | null {
  const grid = layOut(found.rows, found.length);
  const cut = found.rule ? null : findFields(grid, tests);
  const { names, fields } = cut
    ? findFixedHeader(found.first, found.rows, grid, cut.fields)
    : ruledHeader(found.first, found.rule!, found.length);
  if (cut && !isTable(found, cut, names !== null)) return null;
  return {
    kind: 'fixed',
    name: 'fixed-width text',
    length: found.length,
    fields,
    inCharacters: found.inCharacters,
    isTrimmed: found.isTrimmed,
    pattern: patternOf(grid),
    columns: names,
    dataOffset: names === null ? found.begin : found.second,
  };
}

/** The last character of a head may be cut. */
function wholeCharacters(bytes: Uint8Array): number {
  let to = bytes.length;
  while (to > 0 && to > bytes.length - 4 && bytes[to - 1]! >= 0x80) to--;
  return to;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** What proves a table: columns of dates, identifiers or numbers on all lines, beside other columns; or names. */
function isTable({ rows, isTrimmed, length }: HeadLines, found: FoundFields, hasNames: boolean): boolean {
  const { fields, windows, numbers } = found;
  if (fields.length < 2 || fields.length > length / 2) return false;
  if (hasNames) return true;
  if (rows.length < fewestRows) return false;
  if (windows + numbers > 0) return isTrimmed ? fields.length > 2 : true;
  // nobody else fills words up with blanks
  const filledUp = rows.filter((line) => textOf(line).includes('   ')).length;
  return fields.length > 2 && filledUp >= rows.length * (isTrimmed ? 0.8 : 0.5);
}

function patternOf({ rows, length, filled, digits, letters }: LineGrid): string {
  const nearlyAll = rows * 0.98;
  return Array.from({ length }, (_, p) => {
    if (digits[p]! >= nearlyAll) return '9';
    if (letters[p]! >= nearlyAll) return 'a';
    return filled[p]! <= rows - nearlyAll ? ' ' : '?';
  }).join('');
}
