// To the end of a statement, byte by byte and in pieces: what is inside strings and comments does not end it.
// In: bytes and the state of the piece before. Out: whether the `;` was found, and how far the scan came.

import * as ascii from './ascii.ts';
import { findByte } from './lexer.ts';

export interface StatementScan {
  /** Where the next piece begins; after the `;` once it was found. */
  position: number;
  /** The quote that is open, or 0. */
  quote: number;
  comment: boolean;
}

export function startScan(position: number): StatementScan {
  return { position, quote: 0, comment: false };
}

/** Bytes looked at beyond the current one, so that no escape or comment sign is cut in two. */
const lookahead = 2;

/** Scans on from `scan.position`; true when the `;` was found, false when the bytes ended first. */
export function scanStatement(bytes: Uint8Array, to: number, ended: boolean, escapes: boolean, scan: StatementScan): boolean {
  const limit = ended ? to : to - lookahead;
  let p = scan.position;
  while (p < limit) {
    const byte = bytes[p]!;
    if (scan.comment) {
      if (byte === ascii.STAR && bytes[p + 1] === ascii.SLASH) scan.comment = false;
      p++;
    } else if (scan.quote) {
      if (byte === ascii.BACKSLASH && escapes && scan.quote !== ascii.BACKTICK) p++;
      else if (byte === scan.quote) scan.quote = 0;
      p++;
    } else if (byte === ascii.SEMICOLON) {
      scan.position = p + 1;
      return true;
    } else if (byte === ascii.QUOTE || byte === ascii.DOUBLE_QUOTE || byte === ascii.BACKTICK) {
      scan.quote = byte;
      p++;
    } else if (opensLineComment(bytes, p)) {
      const end = findByte(bytes, ascii.NEWLINE, p, to);
      if (end < 0 && !ended) break;
      p = end < 0 ? to : end + 1;
    } else {
      scan.comment = opensComment(bytes, p);
      p += scan.comment ? 2 : 1;
    }
  }
  scan.position = Math.min(p, to);
  return false;
}

function opensLineComment(bytes: Uint8Array, p: number): boolean {
  if (bytes[p] === ascii.HASH) return true;
  return bytes[p] === ascii.DASH && bytes[p + 1] === ascii.DASH && ascii.isSpace(bytes[p + 2]!);
}

/** `/*` but not `/*!` and `/*M!`, whose content is executed. */
function opensComment(bytes: Uint8Array, p: number): boolean {
  if (bytes[p] !== ascii.SLASH || bytes[p + 1] !== ascii.STAR) return false;
  return bytes[p + 2] !== ascii.BANG && bytes[p + 2] !== 0x4d;
}
