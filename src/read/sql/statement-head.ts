// What a statement is, from its first words. In: the position of its first byte. Out: its kind and,
// for an INSERT, the table, the columns if it names them, and where its rows begin.

import * as ascii from './ascii.ts';
import { isCutName, readColumnList } from './column-list.ts';
import { type Dialect, mysqlDialect } from './dialect.ts';
import { readDialectHead } from './dialect-head.ts';
import { readName, readQualifiedName, readWord, skipSpace } from './lexer.ts';
import type { StatementHead } from './statement-kinds.ts';

const otherWords = new Set(
  (
    'ALTER ANALYZE BEGIN CALL CHANGE COMMIT CREATE DO DROP END EXECUTE FLUSH GRANT LOCK OPTIMIZE PREPARE DEALLOCATE ' +
    'RELEASE RENAME REPAIR RESET REVOKE ROLLBACK SAVEPOINT SET START STOP UNLOCK TRUNCATE CHECK KILL SHOW PURGE'
  ).split(' '),
);
const unreadWords = new Set('DELETE HANDLER LOAD MERGE SELECT UPDATE WITH'.split(' '));
const tableModifiers = new Set(
  'TEMPORARY TEMP GLOBAL LOCAL ONLINE OFFLINE IGNORE UNLOGGED FOREIGN'.split(' '),
);
/** What stands between CREATE and the kind of what is created, elsewhere than in MySQL. */
const createModifiers = new Set('OR REPLACE ALTER EDITIONABLE NONEDITIONABLE FORCE EDITIONING'.split(' '));
/** What has statements of its own, which are no data. */
const routines = new Set('PROCEDURE PROC FUNCTION TRIGGER PACKAGE TYPE'.split(' '));
const insertModifiers = new Set('LOW_PRIORITY DELAYED HIGH_PRIORITY IGNORE INTO'.split(' '));
const ownInsertModifiers: Partial<Record<Dialect['name'], ReadonlySet<string>>> = {
  sqlite: new Set('OR REPLACE ROLLBACK ABORT FAIL'.split(' ')),
  oracle: new Set(['ALL', 'FIRST']),
};

/** The head of the statement at `from`, or null when the bytes end before it does. */
export function readStatementHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect = mysqlDialect,
): StatementHead | null {
  if (bytes[from] === ascii.SEMICOLON) return { kind: 'other' };
  const word = readWord(bytes, from, to);
  if (from + word.length >= to) return null;
  const end = from + word.length;
  if (word === 'INSERT' || word === 'REPLACE') return readInsertHead(bytes, end, to, dialect);
  if (word === 'CREATE' || word === 'ALTER') return readTableHead(bytes, end, to, word, dialect);
  if (word === 'INTO' && dialect.name === 'oracle') return readInsertHead(bytes, end, to, dialect);
  const own = readDialectHead(bytes, from, to, word, dialect);
  if (own !== 'none') return own;
  if (word === 'DELIMITER') return { kind: 'delimiter' };
  if (word === 'USE') return readUse(bytes, end, to, dialect);
  if (otherWords.has(word)) return { kind: 'other' };
  if (word === 'COPY') return { kind: 'unread', reason: 'a COPY of PostgreSQL in a dump of something else' };
  if (unreadWords.has(word)) return { kind: 'unread', reason: `a statement that is not read: ${word}` };
  return { kind: 'noise' };
}

function readUse(bytes: Uint8Array, from: number, to: number, dialect: Dialect): StatementHead | null {
  const p = skipSpace(bytes, from, to, dialect);
  if (p < 0) return null;
  const name = readName(bytes, p, to);
  if (name) return { kind: 'use', database: name.name };
  return isCutName(bytes, p) ? null : { kind: 'other' };
}

function readTableHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  verb: 'CREATE' | 'ALTER',
  dialect: Dialect,
): StatementHead | null {
  const isMysql = dialect.name === 'mysql';
  let p = skipSpace(bytes, from, to, dialect);
  for (;;) {
    if (p < 0) return null;
    const word = readWord(bytes, p, to);
    if (p + word.length >= to) return null;
    if (!isMysql && routines.has(word)) return { kind: routineKind(word, dialect) };
    if (word === 'TABLE') return { kind: verb === 'CREATE' ? 'create table' : 'alter table' };
    if (!tableModifiers.has(word) && (isMysql || !createModifiers.has(word))) return { kind: 'other' };
    p = skipSpace(bytes, p + word.length, to, dialect);
  }
}

/** PostgreSQL writes the bodies of its functions as strings, and Oracle's and SQLite's types are no routines. */
function routineKind(word: string, { name }: Dialect): 'routine' | 'other' {
  if (name === 'postgresql' || name === 'standard') return 'other';
  if (name === 'sqlite') return word === 'TRIGGER' ? 'routine' : 'other';
  return word === 'TYPE' && name !== 'oracle' ? 'other' : 'routine';
}

function readInsertHead(bytes: Uint8Array, from: number, to: number, dialect: Dialect): StatementHead | null {
  const own = ownInsertModifiers[dialect.name];
  let p = skipSpace(bytes, from, to, dialect);
  for (;;) {
    if (p < 0) return null;
    const word = readWord(bytes, p, to);
    if (p + word.length >= to) return null;
    if (!insertModifiers.has(word) && !own?.has(word)) break;
    p = skipSpace(bytes, p + word.length, to, dialect);
  }
  const table = readQualifiedName(bytes, p, to, dialect);
  if (!table) return isCutName(bytes, p) ? null : unread('without a table name');
  p = skipSpace(bytes, table.end, to, dialect);
  if (p < 0) return null;
  let columns: string[] | null = null;
  if (bytes[p] === ascii.OPEN) {
    const list = readColumnList(bytes, p, to, dialect);
    if (list === null) return null;
    if (list === 'malformed') return unread('with a column list that cannot be read');
    columns = list.names.length > 0 ? list.names : null;
    p = skipSpace(bytes, list.end, to, dialect);
    if (p < 0) return null;
  }
  let word = readWord(bytes, p, to);
  // OVERRIDING SYSTEM VALUE, of tables that number their rows
  for (let i = 0; i < 3 && dialect.name !== 'mysql' && overriding[i]!.includes(word); i++) {
    p = skipSpace(bytes, p + word.length, to, dialect);
    if (p < 0) return null;
    word = readWord(bytes, p, to);
  }
  if (p + word.length >= to) return null;
  // a row without values
  if (word === 'DEFAULT' && dialect.name !== 'mysql') return { kind: 'other' };
  if (word !== 'VALUES' && word !== 'VALUE')
    return unread(word === '' ? 'of an unknown form' : `with ${word.slice(0, 16)}`);
  p = skipSpace(bytes, p + word.length, to, dialect);
  if (p < 0) return null;
  const { name, scope } = table;
  return { kind: 'insert', table: name, columns, rows: p, ...(scope === '' ? {} : { scope }) };
}

const overriding = [['OVERRIDING'], ['SYSTEM', 'USER'], ['VALUE']];

function unread(what: string): StatementHead {
  return { kind: 'unread', reason: `an INSERT ${what}` };
}
