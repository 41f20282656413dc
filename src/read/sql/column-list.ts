// The list of columns of an INSERT or a COPY: (a, "b", [c]).

import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { CUT, readName, skipSpace } from './lexer.ts';
import { maxColumns } from './tuple-scanner.ts';

/** The list whose `(` is at `open`; null where the bytes end before it does. */
export function readColumnList(
  bytes: Uint8Array,
  open: number,
  to: number,
  dialect: Dialect,
): { names: string[]; end: number } | 'malformed' | null {
  const names: string[] = [];
  let p = skipSpace(bytes, open + 1, to, dialect);
  if (p >= 0 && bytes[p] === ascii.CLOSE) return { names, end: p + 1 };
  for (;;) {
    if (p < 0) return null;
    const part = readName(bytes, p, to);
    if (!part) return isCutName(bytes, p) ? null : 'malformed';
    if (names.length === maxColumns) return 'malformed';
    names.push(part.name);
    p = skipSpace(bytes, part.end, to, dialect);
    if (p < 0) return null;
    if (bytes[p] === ascii.CLOSE) return { names, end: p + 1 };
    if (bytes[p] !== ascii.COMMA) return 'malformed';
    p = skipSpace(bytes, p + 1, to, dialect);
  }
}

/** What a quoted name can begin with. */
const quotes = new Set([ascii.BACKTICK, ascii.DOUBLE_QUOTE, ascii.BRACKET, ascii.QUOTE]);

/** Whether a name at `p` may simply not be there in full yet. */
export function isCutName(bytes: Uint8Array, p: number): boolean {
  if (p === CUT) return true;
  const byte = bytes[p]!;
  return quotes.has(byte) || ascii.isWord(byte);
}
