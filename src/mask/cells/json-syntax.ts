// What JSON writes around values: brackets, commas, and keys, which are the names of columns and tables.

import { PlaceOrder } from './place-order.ts';
import { type FoundBetween, type RowSyntax, unexplained } from './row-syntax.ts';

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const [brace, bracket] = [0x7b, 0x5b];
const [braceEnd, bracketEnd] = [0x7d, 0x5d];

/** Space, commas, and the mark of JSON text sequences (RFC 7464). */
const quiet = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d, 0x2c, 0x1e, colon]) quiet[byte] = 1;

const byteOrderMark = [0xef, 0xbb, 0xbf];

export function createJsonSyntax(): RowSyntax {
  const order = new PlaceOrder();
  /** Brackets opened and not closed in what was walked. */
  let depth = 0;

  /** Passes over syntax up to `to`, or to where all brackets are closed if `toClose`; returns where it came to. */
  function walk(bytes: Uint8Array, from: number, to: number, toClose: boolean, found: FoundBetween): number {
    let p = from;
    while (p < to) {
      const byte = bytes[p]!;
      if (quiet[byte] === 1) p++;
      else if (byte === brace || byte === bracket) {
        depth++;
        p++;
      } else if (byte === braceEnd || byte === bracketEnd) {
        depth--;
        p++;
        if (toClose && depth <= 0) return p;
      } else {
        const end = byte === quote ? keyEnd(bytes, p, to) : -1;
        if (end < 0) {
          found.refuse(p, to, unexplained);
          return to;
        }
        p = end;
      }
    }
    return p;
  }

  return {
    isSparse: true,

    endOfRow(bytes, start, starts, ends, count, shift, found) {
      const known = order.sort(starts, ends, count);
      const { places } = order;
      depth = 0;
      let p = start;
      for (let i = 0; i < known; i++) {
        p = Math.max(p, walk(bytes, p, starts[places[i]!]! + shift, false, found));
        p = ends[places[i]!]! + shift;
      }
      // a lone value is a row without brackets
      return depth === 0 && known > 0 ? p : walk(bytes, p, bytes.length, true, found);
    },

    startOfStatement: (_bytes, _covered, start) => start,
    isPlainHead: () => true,

    explain(bytes, start, end, isFirst, found) {
      const hasMark = isFirst && start === 0 && byteOrderMark.every((byte, i) => bytes[i] === byte);
      walk(bytes, hasMark ? 3 : start, end, false, found);
    },
  };
}

/** One past the key at `from`, its colon included; -1 where what stands there is none. */
function keyEnd(bytes: Uint8Array, from: number, to: number): number {
  let p = from + 1;
  for (; p < to && bytes[p] !== quote; p++) if (bytes[p] === backslash) p++;
  p++;
  while (p < to && bytes[p]! <= 0x20) p++;
  return p < to && bytes[p] === colon ? p + 1 : -1;
}
