// Where a statement ends without a `;`: before a line that says GO or that begins the next statement (SQL Server),
// before a line that is only a slash (Oracle), at an @ at the end of a line (DB2). In: a position outside strings
// and comments. Out: whether the statement ends there.

import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { readWord } from './lexer.ts';

/** Indentation before a word that begins a statement. */
const deepestIndent = 40;

/** Bytes after the position that decide: the line end, the indentation and a word. */
export const lineEndLookahead = deepestIndent + 16;

/** What begins a statement wherever it stands on a line, and what does at the beginning of one only. */
const anywhere = new Set(['GO', 'INSERT']);
const atTheMargin = new Set('CREATE ALTER UPDATE DELETE MERGE EXEC EXECUTE USE IF PRINT'.split(' '));

export function endsOnLine(bytes: Uint8Array, p: number, to: number, dialect: Dialect): boolean {
  if (dialect.terminator === AT_SIGN) return bytes[p] === AT_SIGN && isRestBlank(bytes, p + 1, to);
  if (bytes[p] !== ascii.NEWLINE) return false;
  if (!dialect.batches) return bytes[p + 1] === dialect.terminator && isRestBlank(bytes, p + 2, to);
  let q = p + 1;
  while (q < to && q - p <= deepestIndent && (bytes[q] === ascii.SPACE || bytes[q] === ascii.TAB)) q++;
  // most lines of a definition do not
  if (q >= to || !ascii.isWord(bytes[q]!)) return false;
  const word = readWord(bytes, q, to);
  if (word === 'GO') return isRestBlank(bytes, q + 2, to);
  return anywhere.has(word) || (q === p + 1 && atTheMargin.has(word));
}

const AT_SIGN = 0x40;

/** Longest space before a line end. */
const longestBlank = 12;

function isRestBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to && p - from < longestBlank; p++) {
    const byte = bytes[p]!;
    if (byte === ascii.NEWLINE || byte === ascii.RETURN) return true;
    if (byte !== ascii.SPACE && byte !== ascii.TAB) return false;
  }
  return true;
}
