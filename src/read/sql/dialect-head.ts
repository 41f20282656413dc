// Statements that only some dialects have, and commands to the program that runs a script. In: the position of
// the first byte and the first word there. Out: what it is; 'none' where the dialect says nothing of it.

import * as ascii from './ascii.ts';
import { readCopyHead } from './copy-head.ts';
import type { Dialect } from './dialect.ts';
import { findByte, readWord, skipQuoted, skipSpace, textOf } from './lexer.ts';
import { endsOnLine, lineEndLookahead } from './line-end.ts';
import type { StatementHead } from './statement-kinds.ts';

type OwnHead = StatementHead | 'none' | null;

export function readDialectHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  word: string,
  dialect: Dialect,
): OwnHead {
  if (dialect.lineWords.has(word)) return { kind: 'line' };
  const own = readers[dialect.name]?.(bytes, from, to, word, dialect) ?? 'none';
  if (own !== 'none') return own === 'cut' ? null : own;
  return dialect.otherWords.has(word) ? { kind: 'other' } : 'none';
}

type Reader = (
  bytes: Uint8Array,
  from: number,
  to: number,
  word: string,
  dialect: Dialect,
) => StatementHead | 'none' | 'cut';

const readers: Partial<Record<Dialect['name'], Reader>> = {
  postgresql: readPostgresHead,
  sqlserver: readSqlServerHead,
  oracle(bytes, from, _to, word) {
    // of a block; DECLARE before it ends with its first `;`
    if (word === 'BEGIN') return { kind: 'clause', end: from + word.length };
    // `/` runs what stands before it, `@` another script
    return bytes[from] === ascii.SLASH || bytes[from] === atSign ? { kind: 'line' } : 'none';
  },
  db2(bytes, from) {
    return bytes[from] === atSign ? { kind: 'clause', end: from + 1 } : 'none';
  },
  sqlite(bytes, from, to, word) {
    return word === 'DELETE' ? quietIf(follows(bytes, from + word.length, to, sequenceTable)) : 'none';
  },
};

const atSign = 0x40;

/** Looked at after a word to tell what kind of statement it begins. */
const followingBytes = 96;

/** Whether `pattern` is what follows at `from`, on the same line and within `followingBytes`. */
function follows(bytes: Uint8Array, from: number, to: number, pattern: RegExp): boolean | 'cut' {
  const text = textOf(bytes, from, Math.min(to, from + followingBytes));
  if (pattern.test(text)) return true;
  return to - from < followingBytes && !/[;\n]/u.test(text) ? 'cut' : false;
}

function quietIf(isQuiet: boolean | 'cut'): StatementHead | 'none' | 'cut' {
  if (isQuiet === 'cut') return 'cut';
  return isQuiet ? { kind: 'other' } : 'none';
}

/** SQLite's own table of counters. */
const sequenceTable = /^[^\S\n]+from[^\S\n]+"?sqlite_sequence\b/iu;

/** Functions that pg_dump calls and that hold no rows. */
const quietCall =
  /^[^\S\n]+(?:pg_catalog\.)?"?(?:setval|set_config|lo_open|lo_close|lo_creat|lo_create|lo_unlink|pg_extension_config_dump)"?\s*\(/iu;

function readPostgresHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  word: string,
  dialect: Dialect,
): StatementHead | 'none' | 'cut' {
  if (bytes[from] === ascii.BACKSLASH) return readPsqlCommand(bytes, from, to);
  if (word === 'COPY') return readCopyHead(bytes, from + word.length, to, dialect) ?? 'cut';
  return word === 'SELECT' ? quietIf(follows(bytes, from + word.length, to, quietCall)) : 'none';
}

/** Longest line of a psql command that is looked at. */
const longestCommand = 4096;

/** `\connect name`, `\c name`, `\connect -reuse-previous=on "dbname='name'"`; the others do not matter. */
function readPsqlCommand(bytes: Uint8Array, from: number, to: number): StatementHead | 'cut' {
  const limit = Math.min(to, from + longestCommand);
  const end = findByte(bytes, ascii.NEWLINE, from, limit);
  if (end < 0 && limit === to) return 'cut';
  const line = textOf(bytes, from, end < 0 ? limit : end).trim();
  const target = /^\\c(?:onnect)?\s+(?:-reuse-previous=\w+\s+)?(.+?)\s*;?$/u.exec(line)?.[1];
  if (target === undefined) return { kind: 'line' };
  const named = /dbname='((?:[^'\\]|\\.)*)'/u.exec(target)?.[1]?.replaceAll(/\\(.)/gu, '$1');
  const database =
    named ?? (/^"((?:[^"]|"")*)"/u.exec(target)?.[1] ?? target.split(/\s/u)[0]!).replaceAll('""', '"');
  return { kind: 'use', database, isLine: true };
}

const procedureCall = /^[^\S\n]+(?:\[?(?:sys|master|dbo)\]?\.+){0,2}\[?sp_(?!executesql)/iu;

function readSqlServerHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  word: string,
  dialect: Dialect,
): StatementHead | 'none' | 'cut' {
  if (bytes[from] === ascii.COLON) return { kind: 'line' };
  const end = from + word.length;
  if (word === 'END') return { kind: 'clause', end };
  if (word === 'BEGIN') {
    const next = skipSpace(bytes, end, to, dialect);
    if (next < 0) return 'cut';
    const isTransaction = follows(bytes, next, to, /^tran/iu);
    if (isTransaction === 'cut') return 'cut';
    return isTransaction ? { kind: 'other' } : { kind: 'clause', end };
  }
  if (word === 'IF') return readCondition(bytes, end, to, dialect);
  if (word !== 'EXEC' && word !== 'EXECUTE') return 'none';
  const call = quietIf(follows(bytes, end, to, procedureCall));
  return call === 'none' ? { kind: 'unread', reason: 'a statement that is not read: EXEC' } : call;
}

/** Longer conditions are no longer looked at. */
const longestCondition = 64 << 10;

/** IF NOT EXISTS (…): what follows is a statement as any other. */
function readCondition(bytes: Uint8Array, from: number, to: number, dialect: Dialect): StatementHead | 'cut' {
  let p = skipSpace(bytes, from, to, dialect);
  for (const word of ['NOT', 'EXISTS']) {
    if (p < 0) return 'cut';
    const read = readWord(bytes, p, to);
    if (p + read.length >= to) return 'cut';
    if (read === word) p = skipSpace(bytes, p + word.length, to, dialect);
  }
  if (p < 0) return 'cut';
  if (bytes[p] !== ascii.OPEN) return { kind: 'other' };
  let depth = 0;
  while (p < to) {
    const byte = bytes[p]!;
    // a parenthesis that was lost closes nowhere
    const isLine = byte === ascii.NEWLINE && to - p > lineEndLookahead;
    if (p - from > longestCondition || (isLine && endsOnLine(bytes, p, to, dialect)))
      return { kind: 'other' };
    if (byte === ascii.QUOTE || byte === ascii.BRACKET) {
      p = skipQuoted(bytes, p, to, false);
      if (p < 0) return 'cut';
      continue;
    }
    p++;
    if (byte === ascii.OPEN) depth++;
    else if (byte === ascii.CLOSE && --depth === 0) return { kind: 'clause', end: p };
    else if (byte === ascii.SEMICOLON) return { kind: 'other' };
  }
  return 'cut';
}
