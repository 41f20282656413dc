// To the end of a statement, byte by byte and in pieces: what is inside strings and comments does not end it.
// In: bytes and the state of the piece before. Out: whether the `;` was found, and how far the scan came.

import * as ascii from './ascii.ts';
import { skipMarker } from './lexer.ts';

export interface StatementScan {
  /** Where the next piece begins; after the `;` once it was found. */
  position: number;
  /** The byte that ends what is open: a quote, the `*` of a comment, the newline of a line comment; 0 outside. */
  open: number;
}

export function startScan(position: number): StatementScan {
  return { position, open: 0 };
}

/** Bytes looked at beyond the current one, so that no escape and no comment sign is cut in two: `/*M!999999-`. */
const lookahead = 10;

/** Scans on from `scan.position`; true when the `;` was found, false when the bytes ended first. */
export function scanStatement(
  bytes: Uint8Array,
  to: number,
  ended: boolean,
  escapes: boolean,
  scan: StatementScan,
): boolean {
  const limit = ended ? to : to - lookahead;
  let p = scan.position;
  let open = scan.open;
  while (p < limit) {
    const byte = bytes[p++]!;
    if (open !== 0) {
      if (byte === ascii.BACKSLASH && escapes && (open === ascii.QUOTE || open === ascii.DOUBLE_QUOTE)) p++;
      else if (byte === open) {
        if (byte !== ascii.STAR) open = 0;
        else if (bytes[p] === ascii.SLASH) {
          open = 0;
          p++;
        }
      }
    } else if (byte === ascii.SEMICOLON) {
      scan.position = p;
      scan.open = 0;
      return true;
    } else if (byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE || byte === ascii.BACKTICK) {
      open = byte;
    } else if (opensLineComment(bytes, p - 1)) {
      open = ascii.NEWLINE;
    } else if (opensComment(bytes, p - 1, to)) {
      open = ascii.STAR;
      p++;
    }
  }
  scan.position = Math.min(p, to);
  scan.open = open;
  return false;
}

function opensLineComment(bytes: Uint8Array, p: number): boolean {
  if (bytes[p] === ascii.HASH) return true;
  return bytes[p] === ascii.DASH && bytes[p + 1] === ascii.DASH && ascii.isSpace(bytes[p + 2]!);
}

/** A comment, and not one whose content is executed. */
function opensComment(bytes: Uint8Array, p: number, to: number): boolean {
  if (bytes[p] !== ascii.SLASH || bytes[p + 1] !== ascii.STAR) return false;
  return skipMarker(bytes, p, to) <= p;
}
