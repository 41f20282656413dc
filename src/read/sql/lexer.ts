// Reading SQL byte by byte, where the structural index does not reach: between statements, in heads,
// and in rows that hold something unusual. Pure functions over bytes; positions in, positions out.
// A negative answer means that the bytes end before the thing does (`CUT`).

import * as ascii from './ascii.ts';
import { type Dialect, mysqlDialect, tableName } from './dialect.ts';

export const CUT = -1;

/** `/*!99999…` is written to be skipped by every server (MariaDB's sandbox line does so). */
const neverExecutedVersion = 999_999;

/**
 * Skips space, comments and the markers of executable comments (`/*!40101` and its closing), whose
 * content every server that the dump was made for would run. Returns the first byte of something else.
 */
export function skipSpace(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect = mysqlDialect,
): number {
  let p = from;
  for (;;) {
    const next = skipBlank(bytes, p, to, dialect);
    if (next === p || next < 0) return next;
    p = next;
  }
}

/** Skips one run of space, one comment or one marker; `from` where none is there, `CUT` where the bytes cannot tell. */
export function skipBlank(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect = mysqlDialect,
): number {
  if (from >= to) return CUT;
  const byte = bytes[from]!;
  if (ascii.isSpace(byte)) {
    let p = from + 1;
    while (p < to && ascii.isSpace(bytes[p]!)) p++;
    return p;
  }
  const isMysql = dialect.mysqlComments;
  if (byte === ascii.HASH && isMysql) return skipLineComment(bytes, from, to);
  if (byte !== ascii.DASH && byte !== ascii.SLASH && byte !== ascii.STAR) return from;
  if (from + 1 >= to) return CUT;
  const next = bytes[from + 1]!;
  if (byte === ascii.STAR) return next === ascii.SLASH && isMysql ? from + 2 : from;
  if (byte === ascii.SLASH) return next === ascii.STAR ? skipComment(bytes, from, to, isMysql) : from;
  if (next !== ascii.DASH) return from;
  if (!isMysql) return skipLineComment(bytes, from, to);
  if (from + 2 >= to) return CUT;
  return ascii.isSpace(bytes[from + 2]!) ? skipLineComment(bytes, from, to) : from;
}

function skipLineComment(bytes: Uint8Array, from: number, to: number): number {
  const end = findByte(bytes, ascii.NEWLINE, from, to);
  return end < 0 ? CUT : end + 1;
}

/** One past the comment that opens at `from`, or past the marker if the comment is an executable one. */
function skipComment(bytes: Uint8Array, from: number, to: number, isMysql: boolean): number {
  const marker = isMysql ? skipMarker(bytes, from, to) : from;
  return marker === from ? findCommentEnd(bytes, from + 2, to) : marker;
}

/** One past the marker of the executable comment that opens at `from`; `from` where the comment is none, or for no server. */
export function skipMarker(bytes: Uint8Array, from: number, to: number): number {
  let p = from + 2;
  if (p < to && bytes[p] === 0x4d) p++; // MariaDB's own: /*M!
  if (p >= to) return CUT;
  if (bytes[p] !== ascii.BANG) return from;
  let version = 0;
  for (p++; p < to && bytes[p]! >= 0x30 && bytes[p]! <= 0x39; p++) version = version * 10 + bytes[p]! - 0x30;
  if (p >= to) return CUT;
  return version < neverExecutedVersion ? p : from;
}

/** One past the comment sign that closes a comment, at `from` or later. */
export function findCommentEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let p = from; ; p++) {
    p = findByte(bytes, ascii.STAR, p, to);
    if (p < 0 || p + 1 >= to) return CUT;
    if (bytes[p + 1] === ascii.SLASH) return p + 2;
  }
}

/** One past the string, quoted name or bracketed name that opens at `from`. */
export function skipQuoted(bytes: Uint8Array, from: number, to: number, escapes: boolean): number {
  const open = bytes[from]!;
  const close = open === ascii.BRACKET ? ascii.BRACKET_END : open;
  const withEscapes = escapes && (open === ascii.QUOTE || open === ascii.DOUBLE_QUOTE);
  for (let p = from + 1; p < to; p++) {
    const byte = bytes[p]!;
    if (byte === close) {
      // only the next byte tells whether the quote is doubled
      if (p + 1 >= to) return CUT;
      if (bytes[p + 1] !== close) return p + 1;
      p++;
    } else if (withEscapes && byte === ascii.BACKSLASH) p++;
  }
  return CUT;
}

/** Names have up to 128 letters, in up to four bytes each, and none runs over a line end. */
export const maxNameBytes = 600;

/** One past the bracketed name that opens at `from`, or past the bracket alone where no name ends as one should. */
export function skipBracketName(bytes: Uint8Array, from: number, to: number): number {
  const until = Math.min(to, from + maxNameBytes);
  for (let p = from + 1; p < until && bytes[p] !== ascii.NEWLINE; p++)
    if (bytes[p] === ascii.BRACKET_END) return p + 1;
  return until === to && findByte(bytes, ascii.NEWLINE, from, to) < 0 ? CUT : from + 1;
}

/** A name, bare or quoted, at `from`: its text and the position after it; null where there is none, or it is cut. */
export function readName(bytes: Uint8Array, from: number, to: number): { name: string; end: number } | null {
  if (from < 0 || from >= to) return null;
  const open = bytes[from]!;
  if (
    open === ascii.BACKTICK ||
    open === ascii.DOUBLE_QUOTE ||
    open === ascii.BRACKET ||
    open === ascii.QUOTE
  ) {
    const end = skipQuoted(bytes, from, to, false);
    if (end < 0) return null;
    const close = open === ascii.BRACKET ? ']' : String.fromCharCode(open);
    return { name: textOf(bytes, from + 1, end - 1).replaceAll(close + close, close), end };
  }
  let end = from;
  while (end < to && ascii.isWord(bytes[end]!)) end++;
  return end === from || end >= to ? null : { name: textOf(bytes, from, end), end };
}

/** A possibly qualified name (`db`.`table`): as much of it as tells tables apart in a dump of one database. */
export function readQualifiedName(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect = mysqlDialect,
): { name: string; end: number; scope: string } | null {
  const parts: string[] = [];
  let part = readName(bytes, from, to);
  while (part) {
    parts.push(part.name);
    const dot = skipSpace(bytes, part.end, to, dialect);
    if (dot < 0) return null;
    if (bytes[dot] !== ascii.DOT)
      return { name: tableName(parts, dialect), end: part.end, scope: scopeOf(parts) };
    part = readName(bytes, skipSpace(bytes, dot + 1, to, dialect), to);
  }
  return null;
}

/** What a qualified name says before its last part: a database, a schema; '' for nothing. */
export function scopeOf(parts: readonly string[]): string {
  return parts.slice(0, -1).join('.').toLowerCase();
}

/** Longest word told apart; no keyword is longer. */
const longestWord = 64;

/** The bare word at `from`, ASCII letters in upper case; empty where there is none. As long as it is in bytes. */
export function readWord(bytes: Uint8Array, from: number, to: number): string {
  let word = '';
  for (let p = from; p < to && word.length < longestWord && ascii.isWord(bytes[p]!); p++) {
    word += String.fromCharCode(ascii.upper(bytes[p]!));
  }
  return word;
}

/** Position of `byte` in `from`..`to`, or -1; never looks past `to`. */
export function findByte(bytes: Uint8Array, byte: number, from: number, to: number): number {
  const found = bytes.subarray(from, to).indexOf(byte);
  return found < 0 ? CUT : from + found;
}

const decoder = new TextDecoder();

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}
