// COPY schema.table (columns) FROM stdin; — what pg_dump writes before the rows of a table.

import * as ascii from './ascii.ts';
import { isCutName, readColumnList } from './column-list.ts';
import type { Dialect } from './dialect.ts';
import { findByte, readQualifiedName, readWord, skipSpace, textOf } from './lexer.ts';
import type { StatementHead } from './statement-kinds.ts';

/** Options that change nothing, as old versions of pg_dump and careful people write them. */
const usualOptions = /^(?:with)?\s*(?:\(\s*format\s+text\s*\))?$/iu;

/** The head of a COPY whose word ends at `from`; null where the bytes end before it does. */
export function readCopyHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect,
): StatementHead | null {
  let p = skipSpace(bytes, from, to, dialect);
  const table = readQualifiedName(bytes, p, to, dialect);
  if (!table) return isCutName(bytes, p) ? null : { kind: 'other' };
  p = skipSpace(bytes, table.end, to, dialect);
  let columns: string[] | null = null;
  if (p >= 0 && bytes[p] === ascii.OPEN) {
    const list = readColumnList(bytes, p, to, dialect);
    if (list === null) return null;
    if (list === 'malformed')
      return { kind: 'unread', reason: 'a COPY with a column list that cannot be read' };
    columns = list.names;
    p = skipSpace(bytes, list.end, to, dialect);
  }
  for (const word of ['FROM', 'STDIN']) {
    if (p < 0) return null;
    const read = readWord(bytes, p, to);
    if (p + read.length >= to) return null;
    // COPY … TO, or FROM a file that is elsewhere: no rows here
    if (read !== word) return { kind: 'other' };
    const next = p + read.length;
    p = word === 'FROM' ? skipSpace(bytes, next, to, dialect) : next;
  }
  const semicolon = findByte(bytes, ascii.SEMICOLON, p, to);
  const newline = semicolon < 0 ? -1 : findByte(bytes, ascii.NEWLINE, semicolon, to);
  if (newline < 0) return null;
  const isUsual = usualOptions.test(textOf(bytes, p, Math.min(semicolon, p + longestOptions)).trim());
  return { kind: 'copy', table: table.name, columns, isUsual, data: newline + 1 };
}

/** Longer options are not the usual ones. */
const longestOptions = 200;
