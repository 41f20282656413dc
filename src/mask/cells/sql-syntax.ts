// What SQL writes around values: parentheses and commas, tabs in a COPY, comments wherever there may be a blank.

import { copyNotation, type Dialect, skipBlank, skipSpace } from '../../read/index.ts';
import { isPlainLiteral } from './plain-literal.ts';
import { type FoundBetween, type RowSyntax, unexplained } from './row-syntax.ts';

const [OPEN, CLOSE, COMMA, SEMICOLON, SLASH, STAR, HASH, DASH, BACKSLASH, DOT] = [...'(),;/*#-\\.'].map(
  (sign) => sign.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number, number];

const byteOrderMark = [0xef, 0xbb, 0xbf];

export function createSqlSyntax(dialect: Dialect): RowSyntax {
  /** Comments among `from`..`to`, where rows and values have blanks and commas. */
  function explain(bytes: Uint8Array, from: number, to: number, isFirst: boolean, found: FoundBetween): void {
    let p = from;
    while (p < to) {
      const byte = bytes[p]!;
      if (isQuiet(byte)) {
        p++;
        continue;
      }
      if (byte === STAR && bytes[p + 1] === SLASH) p += 2;
      // the end of a COPY
      else if (byte === BACKSLASH && bytes[p + 1] === DOT) p += 2;
      else if (isFirst && p === 0 && byteOrderMark.every((part, i) => bytes[i] === part)) p += 3;
      else {
        const next = skipBlank(bytes, p, to, dialect);
        // a comment may end with the file
        const end = next < 0 ? to : Math.min(next, to);
        if (next === p || (next < 0 && !opensComment(byte))) return found.refuse(p, to, unexplained);
        found.piece(p, end, 'comment');
        p = end;
      }
    }
  }

  return {
    isSparse: false,

    isPlain(bytes, start, end, notation) {
      return isPlainLiteral(bytes, start, end, {
        escapes: dialect.escapes,
        isCopy: notation === copyNotation,
      });
    },

    endOfRow(bytes, start, starts, ends, count, shift, found) {
      const last = ends[count - 1]! + shift;
      // the lines of a COPY have no parentheses
      if (starts[0]! + shift === start) return last;
      let at = start + 1;
      for (let i = 0; i < count; i++) {
        const from = starts[i]! + shift;
        if (from !== at) explain(bytes, i === 0 ? at : at - 1, from, false, found);
        at = ends[i]! + shift + 1;
      }
      if (bytes[last] === CLOSE) return last + 1;
      const close = skipSpace(bytes, last, bytes.length, dialect);
      explain(bytes, last, close, false, found);
      return close + 1;
    },

    startOfStatement(bytes, covered, start) {
      const marker = markerBefore(bytes, covered, start);
      return marker < 0 ? start : marker;
    },

    isPlainHead(bytes, start, end) {
      for (let p = start; p < end; p++) {
        const byte = bytes[p]!;
        if (byte === HASH) return false;
        if (byte === SLASH ? bytes[p + 1] === STAR : byte === DASH && bytes[p + 1] === DASH) return false;
      }
      return true;
    },

    explain,
  };
}

function isQuiet(byte: number): boolean {
  return byte <= 0x20 || byte === COMMA || byte === SEMICOLON || byte === OPEN || byte === CLOSE;
}

function opensComment(byte: number): boolean {
  return byte === SLASH || byte === DASH || byte === HASH;
}

/** Where the marker of an executable comment (MySQL's `/*!40101`) begins that stands right before `start`; -1 for none. */
function markerBefore(bytes: Uint8Array, covered: number, start: number): number {
  let p = start;
  while (p > covered && bytes[p - 1]! <= 0x20) p--;
  while (p > covered && bytes[p - 1]! >= 0x30 && bytes[p - 1]! <= 0x39) p--;
  if (bytes[--p] !== 0x21) return -1;
  if (bytes[p - 1] === 0x4d) p--;
  return p - 2 >= covered && bytes[p - 1] === STAR && bytes[p - 2] === SLASH ? p - 2 : -1;
}
