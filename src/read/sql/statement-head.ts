// What a statement is, from its first words. In: the position of its first byte. Out: its kind and,
// for an INSERT, the table, the columns if it names them, and where its rows begin.

import * as ascii from './ascii.ts';
import { CUT, readName, readQualifiedName, readWord, skipSpace } from './lexer.ts';
import { maxColumns } from './tuple-scanner.ts';

export interface InsertHead {
  kind: 'insert';
  table: string;
  /** Columns as the statement lists them; null where it relies on the table's own order. */
  columns: string[] | null;
  /** Position of the first `(` of the rows. */
  rows: number;
}

export type StatementHead =
  | InsertHead
  | { kind: 'create table' | 'alter table' | 'delimiter' }
  /** Rows that follow are of another database. */
  | { kind: 'use'; database: string }
  /** Read and of no consequence for rows (DROP, LOCK, SET …). */
  | { kind: 'other' }
  /** Holds or changes rows in a way that is not read (UPDATE, INSERT … SELECT …). */
  | { kind: 'unread'; reason: string }
  /** Not SQL: a warning of the dumping program, or the middle of something. */
  | { kind: 'noise' };

const otherWords = new Set(
  (
    'ALTER ANALYZE BEGIN CALL CHANGE COMMIT CREATE DO DROP END EXECUTE FLUSH GRANT LOCK OPTIMIZE PREPARE DEALLOCATE ' +
    'RELEASE RENAME REPAIR RESET REVOKE ROLLBACK SAVEPOINT SET START STOP UNLOCK TRUNCATE CHECK KILL SHOW PURGE'
  ).split(' '),
);
const unreadWords = new Set('DELETE HANDLER LOAD MERGE SELECT UPDATE WITH'.split(' '));
const tableModifiers = new Set('TEMPORARY GLOBAL LOCAL ONLINE OFFLINE IGNORE UNLOGGED'.split(' '));
const insertModifiers = new Set('LOW_PRIORITY DELAYED HIGH_PRIORITY IGNORE INTO'.split(' '));

/** The head of the statement at `from`, or null when the bytes end before it does. */
export function readStatementHead(bytes: Uint8Array, from: number, to: number): StatementHead | null {
  if (bytes[from] === ascii.SEMICOLON) return { kind: 'other' };
  const word = readWord(bytes, from, to);
  if (from + word.length >= to) return null;
  if (word === 'INSERT' || word === 'REPLACE') return readInsertHead(bytes, from + word.length, to);
  if (word === 'CREATE' || word === 'ALTER') return readTableHead(bytes, from + word.length, to, word);
  if (word === 'DELIMITER') return { kind: 'delimiter' };
  if (word === 'USE') return readUse(bytes, from + word.length, to);
  if (otherWords.has(word)) return { kind: 'other' };
  if (word === 'COPY')
    return { kind: 'unread', reason: 'a COPY of PostgreSQL, whose dumps are not read yet' };
  if (unreadWords.has(word)) return { kind: 'unread', reason: `a statement that is not read: ${word}` };
  return { kind: 'noise' };
}

function readUse(bytes: Uint8Array, from: number, to: number): StatementHead | null {
  const p = skipSpace(bytes, from, to);
  if (p < 0) return null;
  const name = readName(bytes, p, to);
  if (name) return { kind: 'use', database: name.name };
  return isCut(bytes, p) ? null : { kind: 'other' };
}

function readTableHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  verb: 'CREATE' | 'ALTER',
): StatementHead | null {
  let p = skipSpace(bytes, from, to);
  for (;;) {
    if (p < 0) return null;
    const word = readWord(bytes, p, to);
    if (p + word.length >= to) return null;
    if (word === 'TABLE') return { kind: verb === 'CREATE' ? 'create table' : 'alter table' };
    if (!tableModifiers.has(word)) return { kind: 'other' };
    p = skipSpace(bytes, p + word.length, to);
  }
}

function readInsertHead(bytes: Uint8Array, from: number, to: number): StatementHead | null {
  let p = skipSpace(bytes, from, to);
  for (;;) {
    if (p < 0) return null;
    const word = readWord(bytes, p, to);
    if (p + word.length >= to) return null;
    if (!insertModifiers.has(word)) break;
    p = skipSpace(bytes, p + word.length, to);
  }
  const table = readQualifiedName(bytes, p, to);
  if (!table) return isCut(bytes, p) ? null : unread('without a table name');
  p = skipSpace(bytes, table.end, to);
  if (p < 0) return null;
  let columns: string[] | null = null;
  if (bytes[p] === ascii.OPEN) {
    const list = readColumnList(bytes, p, to);
    if (list === null) return null;
    if (list === 'malformed') return unread('with a column list that cannot be read');
    columns = list.names.length > 0 ? list.names : null;
    p = skipSpace(bytes, list.end, to);
    if (p < 0) return null;
  }
  const word = readWord(bytes, p, to);
  if (p + word.length >= to) return null;
  if (word !== 'VALUES' && word !== 'VALUE')
    return unread(word === '' ? 'of an unknown form' : `with ${word.slice(0, 16)}`);
  p = skipSpace(bytes, p + word.length, to);
  if (p < 0) return null;
  return { kind: 'insert', table: table.name, columns, rows: p };
}

function readColumnList(
  bytes: Uint8Array,
  open: number,
  to: number,
): { names: string[]; end: number } | 'malformed' | null {
  const names: string[] = [];
  let p = skipSpace(bytes, open + 1, to);
  if (p >= 0 && bytes[p] === ascii.CLOSE) return { names, end: p + 1 };
  for (;;) {
    if (p < 0) return null;
    const part = readName(bytes, p, to);
    if (!part) return isCut(bytes, p) ? null : 'malformed';
    if (names.length === maxColumns) return 'malformed';
    names.push(part.name);
    p = skipSpace(bytes, part.end, to);
    if (p < 0) return null;
    if (bytes[p] === ascii.CLOSE) return { names, end: p + 1 };
    if (bytes[p] !== ascii.COMMA) return 'malformed';
    p = skipSpace(bytes, p + 1, to);
  }
}

/** What a quoted name can begin with. */
const quotes = new Set([ascii.BACKTICK, ascii.DOUBLE_QUOTE, ascii.BRACKET, ascii.QUOTE]);

/** Whether a name at `p` may simply not be there in full yet. */
function isCut(bytes: Uint8Array, p: number): boolean {
  if (p === CUT) return true;
  const byte = bytes[p]!;
  return quotes.has(byte) || ascii.isWord(byte);
}

function unread(what: string): StatementHead {
  return { kind: 'unread', reason: `an INSERT ${what}` };
}
