// Where one statement surely seems to end and the next to begin: a `;` (or what a dialect has beside it), a line end,
// and a word that statements of dumps begin with. Workers that start in the middle of a file begin at the first one;
// those before them stop at the first one past their range. Both use this one rule, so that they meet.

import * as ascii from './ascii.ts';
import { type Dialect, mysqlDialect } from './dialect.ts';
import { findByte } from './lexer.ts';

/** How far past the `;` the rule looks. */
export const syncBytes = 8;

/** Kept of a window when looking for one across its end: the `;`, the line end, and what the rule looks at. */
export const syncTail = syncBytes + 3;

const openings = [
  'INSERT',
  'REPLAC',
  'CREATE',
  'DROP ',
  'LOCK ',
  'UNLOCK',
  'ALTER ',
  'SET ',
  'USE ',
  'COMMIT',
  '/*',
  '-- ',
  '--\n',
  '--\r',
  '\n',
  '\r\n',
];
const bytesOf = (texts: string[]) => texts.map((text) => [...text].map((letter) => letter.charCodeAt(0)));
const openingBytes = bytesOf(openings);

/** What statements begin with in some dialects only. */
const ownOpenings: Partial<Record<Dialect['name'], number[][]>> = {
  postgresql: bytesOf(['COPY ', '\\', 'SELECT ', 'COMMENT']),
  sqlserver: bytesOf(['GO', 'PRINT ', 'EXEC ', 'DECLARE', 'IF ']),
  oracle: bytesOf(['REM ', 'PROMPT ', '/']),
  db2: bytesOf(['CONNECT', 'COMMENT']),
};

/** Whether a sync point is at `p`, the position after a `;`; the end of the file counts as one. */
export function isSyncPoint(bytes: Uint8Array, p: number, to: number, dialect = mysqlDialect): boolean {
  let q = p;
  if (q < to && bytes[q] === ascii.RETURN) q++;
  if (q >= to) return true;
  if (bytes[q] !== ascii.NEWLINE) return false;
  q++;
  if (q >= to) return true;
  const isOpening = (opening: number[]) => startsWith(bytes, q, to, opening);
  return openingBytes.some(isOpening) || (ownOpenings[dialect.name]?.some(isOpening) ?? false);
}

/** Letters match in either case. */
function startsWith(bytes: Uint8Array, p: number, to: number, opening: number[]): boolean {
  for (let i = 0; i < opening.length && p + i < to; i++) {
    if (ascii.upper(bytes[p + i]!) !== opening[i]) return false;
  }
  return true;
}

/**
 * The first sync point in `from`..`to` that shows all the bytes the rule looks at, or -1. Searched by line ends:
 * in rows they are escaped, while every other serialized value is full of `;`.
 */
export function findSyncPoint(
  bytes: Uint8Array,
  from: number,
  to: number,
  ended: boolean,
  dialect = mysqlDialect,
): number {
  let p = from;
  for (;;) {
    const newline = findByte(bytes, ascii.NEWLINE, p, to);
    if (newline < 0 || (!ended && newline + syncBytes > to)) return -1;
    const end = bytes[newline - 1] === ascii.RETURN ? newline - 1 : newline;
    if (end > from && endsStatement(bytes, from, end, dialect) && isSyncPoint(bytes, end, to, dialect))
      return end;
    p = newline + 1;
  }
}

/** Whether a statement may end right before `end`, where a line does. */
function endsStatement(bytes: Uint8Array, from: number, end: number, dialect: Dialect): boolean {
  const last = bytes[end - 1]!;
  if (last === ascii.SEMICOLON) return true;
  if (dialect.name === 'postgresql') return last === ascii.DOT && isLine(bytes, from, end, endOfCopy);
  if (dialect.batches) return last === ascii.CLOSE || isLine(bytes, from, end, go);
  return dialect.terminator !== 0 && last === dialect.terminator;
}

const endOfCopy = [ascii.BACKSLASH, ascii.DOT];
const go = [...'GO'].map((letter) => letter.charCodeAt(0));

function isLine(bytes: Uint8Array, from: number, end: number, line: number[]): boolean {
  const begin = end - line.length;
  if (begin <= from || bytes[begin - 1] !== ascii.NEWLINE) return false;
  return line.every((byte, i) => ascii.upper(bytes[begin + i]!) === byte);
}
