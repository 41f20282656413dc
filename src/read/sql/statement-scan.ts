// To the end of a statement, byte by byte and in pieces: what is inside strings and comments does not end it.
// In: bytes and the state of the piece before. Out: whether the end was found, and how far the scan came.

import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { maxNameBytes, skipMarker } from './lexer.ts';
import { endsOnLine, lineEndLookahead } from './line-end.ts';
import { mayOpenOddString, type OddString, oddStringLookahead, openOddString } from './odd-string.ts';

export interface StatementScan {
  /** Where the next piece begins; after the `;` once it was found. */
  position: number;
  /** The byte that ends what is open: a quote, the `*` of a comment, the newline of a line comment; 0 outside. */
  open: number;
  /** The string that is open and closes with more than a quote. */
  odd: OddString | null;
}

export function startScan(position: number): StatementScan {
  return { position, open: 0, odd: null };
}

/** Bytes looked at beyond the current one, so that nothing that has to be known whole is cut in two: names are longest. */
const usualLookahead = maxNameBytes;

function lookaheadOf(dialect: Dialect): number {
  const odd = dialect.oddStrings === 'none' ? 0 : oddStringLookahead;
  return Math.max(usualLookahead, odd, dialect.batches || dialect.terminator > 0 ? lineEndLookahead : 0);
}

/** Scans on from `scan.position`; true when the end was found, false when the bytes ended first. */
export function scanStatement(
  bytes: Uint8Array,
  to: number,
  ended: boolean,
  dialect: Dialect,
  scan: StatementScan,
): boolean {
  const { escapes } = dialect;
  const endsOnLines = dialect.batches || dialect.terminator > 0;
  const limit = ended ? to : to - lookaheadOf(dialect);
  let p = scan.position;
  let { open, odd } = scan;
  while (p < limit) {
    const byte = bytes[p++]!;
    if (odd) {
      if (byte === ascii.BACKSLASH && odd.escapes) p++;
      else if (closes(bytes, p - 1, odd)) {
        p += odd.closer.length - 1;
        odd = null;
      }
    } else if (open !== 0) {
      if (byte === ascii.BACKSLASH && escapes && (open === ascii.QUOTE || open === ascii.DOUBLE_QUOTE)) p++;
      else if (byte === open) {
        if (byte !== ascii.STAR) {
          open = 0;
          // the line end that closes a comment may be the one before `GO`
          if (byte === ascii.NEWLINE && endsOnLines) p--;
        } else if (bytes[p] === ascii.SLASH) {
          open = 0;
          p++;
        }
      }
    } else if (byte === ascii.SEMICOLON) {
      return endAt(scan, p);
    } else if (byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE) {
      open = byte;
    } else if (byte === ascii.BACKTICK) {
      if (opensName(bytes, p, to, byte)) open = byte;
    } else if (byte === ascii.BRACKET && dialect.bracketNames) {
      if (opensName(bytes, p, to, ascii.BRACKET_END)) open = ascii.BRACKET_END;
    } else if (opensLineComment(bytes, p - 1, dialect)) {
      open = ascii.NEWLINE;
    } else if (opensComment(bytes, p - 1, to, dialect)) {
      open = ascii.STAR;
      p++;
    } else if (endsOnLines && endsOnLine(bytes, p - 1, to, dialect)) {
      return endAt(scan, byte === ascii.NEWLINE ? p - 1 : p);
    } else if (mayOpenOddString(bytes, p - 1, dialect.oddStrings)) {
      odd = openOddString(bytes, p - 1, to, dialect.oddStrings);
      if (odd) p = odd.from;
    }
  }
  scan.position = Math.min(p, to);
  scan.open = open;
  scan.odd = odd;
  return false;
}

function endAt(scan: StatementScan, position: number): boolean {
  scan.position = position;
  scan.open = 0;
  scan.odd = null;
  return true;
}

/** No name runs over a line end: what seems to open such a one is a sign like any other. */
function opensName(bytes: Uint8Array, from: number, to: number, close: number): boolean {
  const until = Math.min(to, from + maxNameBytes);
  for (let p = from; p < until && bytes[p] !== ascii.NEWLINE; p++) if (bytes[p] === close) return true;
  return false;
}

function closes(bytes: Uint8Array, p: number, { closer }: OddString): boolean {
  for (let i = 0; i < closer.length; i++) if (bytes[p + i] !== closer[i]) return false;
  return true;
}

function opensLineComment(bytes: Uint8Array, p: number, { mysqlComments }: Dialect): boolean {
  if (bytes[p] === ascii.HASH) return mysqlComments;
  if (bytes[p] !== ascii.DASH || bytes[p + 1] !== ascii.DASH) return false;
  return !mysqlComments || ascii.isSpace(bytes[p + 2]!);
}

/** A comment, and not one whose content is executed. */
function opensComment(bytes: Uint8Array, p: number, to: number, { mysqlComments }: Dialect): boolean {
  if (bytes[p] !== ascii.SLASH || bytes[p + 1] !== ascii.STAR) return false;
  return !mysqlComments || skipMarker(bytes, p, to) <= p;
}
