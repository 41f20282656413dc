// One row of an INSERT, byte by byte: the way for rows that the structural index cannot vouch for,
// those with double-quoted strings, comments, executable comments or function calls.
// In: the position of `(`. Out: where each value starts and ends, and the position after `)`.

import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { CUT, skipBracketName, skipQuoted, skipSpace } from './lexer.ts';
import { mayOpenOddString, skipOddString } from './odd-string.ts';

export const MALFORMED = -2;

/** Spans of one row's values; `count` of them are of the row last read. */
export interface RowSpans {
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
  /** How far the bytes were looked at. */
  reached: number;
}

/** MySQL allows 4,096 columns, SQL Server 30,000 (sparse); past this a row is not a row. */
export const maxColumns = 32_768;

let lastSpans: RowSpans | null = null;

/** The spans that all readers of a thread use in turn: they speak of the row last read only. */
export function rowSpans(): RowSpans {
  lastSpans ??= createRowSpans();
  return lastSpans;
}

export function createRowSpans(): RowSpans {
  return { starts: new Uint32Array(maxColumns), ends: new Uint32Array(maxColumns), count: 0, reached: 0 };
}

/** Scans the row that opens at `from`; returns the position after its `)`, `CUT` or `MALFORMED`. */
export function scanTuple(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect,
  spans: RowSpans,
): number {
  const nestsBrackets = !dialect.mysqlComments;
  const end = scan(bytes, from, to, dialect, spans, nestsBrackets);
  if (end !== MALFORMED || !nestsBrackets) return end;
  // a bracket that nothing closes is a sign like any other: so the index takes it
  const { reached } = spans;
  const again = scan(bytes, from, to, dialect, spans, false);
  if (again === MALFORMED) spans.reached = Math.max(spans.reached, reached);
  return again;
}

function scan(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: Dialect,
  spans: RowSpans,
  nestsBrackets: boolean,
): number {
  spans.count = 0;
  spans.reached = to;
  let start = -1; // first byte of the value, once seen
  let end = -1; // one past its last byte so far
  let depth = 1;
  let p = from + 1;
  while (p < to) {
    const byte = bytes[p]!;
    if (ascii.isSpace(byte)) {
      p++;
      continue;
    }
    if (depth === 1 && (byte === ascii.COMMA || byte === ascii.CLOSE)) {
      if (spans.count >= maxColumns) return malformed(spans, p);
      spans.starts[spans.count] = start < 0 ? p : start;
      spans.ends[spans.count++] = start < 0 ? p : end;
      start = -1;
      p++;
      if (byte === ascii.CLOSE) return p;
      continue;
    }
    if (byte === ascii.SEMICOLON) return malformed(spans, p);
    if (mayOpenComment(byte)) {
      const next = skipSpace(bytes, p, to, dialect);
      if (next < 0) return CUT;
      if (next !== p) {
        p = next;
        continue;
      }
    }
    if (start < 0) start = p;
    if (byte === ascii.BACKSLASH && dialect.escapes) {
      // outside a string, where only damage puts it, it hides a quote from the index, and so from this scan
      if (p + 1 >= to) return CUT;
      const hides = bytes[p + 1] === ascii.QUOTE || bytes[p + 1] === ascii.BACKSLASH;
      p += hides ? 2 : 1;
    } else if (byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE || byte === ascii.BACKTICK) {
      p = skipQuoted(bytes, p, to, dialect.escapes);
      if (p < 0) return CUT;
    } else if (mayOpenOddString(bytes, p, dialect.oddStrings)) {
      p = skipOddString(bytes, p, to, dialect.oddStrings);
      if (p < 0) return CUT;
    } else if (byte === ascii.BRACKET && dialect.bracketNames) {
      p = skipBracketName(bytes, p, to);
      if (p < 0) return CUT;
    } else {
      if (byte === ascii.OPEN || (byte === ascii.BRACKET && nestsBrackets)) depth++;
      else if (byte === ascii.CLOSE || (byte === ascii.BRACKET_END && nestsBrackets && depth > 1)) depth--;
      p++;
    }
    end = p;
  }
  return CUT;
}

function malformed(spans: RowSpans, p: number): number {
  spans.reached = p;
  return MALFORMED;
}

function mayOpenComment(byte: number): boolean {
  return byte === ascii.SLASH || byte === ascii.DASH || byte === ascii.HASH || byte === ascii.STAR;
}
