// The usual cell, whose value lies in it as it is: between quotes, or bare. In: a cell. Out: whether it is one, and where its
// value is; whatever might be anything else is left to the notation. Which quotes a notation takes off, it is asked once.

import type { Decoded, Notation } from '../../read/index.ts';
import { isDigit } from '../ascii.ts';

export interface PlainCells {
  /** False where the cell is not plain, with `decoded` as it was. */
  find(bytes: Uint8Array, from: number, to: number, decoded: Decoded): boolean;
}

const BACKSLASH = 0x5c;
const quotes = [0x27, 0x22];

export function createPlainCells(notation: Notation): PlainCells {
  const takesOff = new Uint8Array(256);
  for (const quote of quotes) if (isReadAs(notation, [quote, 0x61, quote], 1, 2)) takesOff[quote] = 1;
  // SQL reads 0x61 as a letter
  const takesBare = isReadAs(notation, [0x30, 0x78, 0x36, 0x31], 0, 4);
  return {
    find(bytes, from, to, decoded) {
      const length = to - from;
      const first = bytes[from]!;
      const isQuoted = takesOff[first] === 1;
      const start = isQuoted ? from + 1 : from;
      const end = isQuoted ? to - 1 : to;
      if (isQuoted ? length < 3 || bytes[end] !== first : !takesBare && !isDigit(first)) return false;
      // \N and null mean nothing in some formats; DEFAULT and TRUE do in others
      if (end - start === 2 || end - start === 4 || (!isQuoted && mayBeWord(first, length))) return false;
      if (!isQuoted && (first <= 0x20 || bytes[to - 1]! <= 0x20 || opens(first))) return false;
      let wide = 0;
      for (let p = start; p < end; p++) {
        const byte = bytes[p]!;
        if (byte === BACKSLASH || (byte === first && isQuoted)) return false;
        if (!isQuoted && (byte === 0x22 || byte === 0x27 || (!takesBare && !isDigit(byte)))) return false;
        wide |= byte;
      }
      decoded.start = start;
      decoded.end = end;
      decoded.wide = wide >= 0x80;
      return true;
    },
  };
}

/** Whether the notation finds the value of a cell at `start`..`end` of it. */
function isReadAs(notation: Notation, cell: number[], start: number, end: number): boolean {
  const bytes = Uint8Array.from({ length: cell.length + 64 }, (_, i) => cell[i] ?? 0);
  const decoded: Decoded = { start: 0, end: 0, wide: false };
  const isValue = notation.decode(bytes, 0, cell.length, cell.length, 64, decoded);
  return isValue && decoded.start === start && decoded.end === end;
}

/** An array or an object. */
function opens(byte: number): boolean {
  return byte === 0x5b || byte === 0x7b;
}

/** DEFAULT, TRUE, FALSE, NaN, None, undefined. */
function mayBeWord(first: number, length: number): boolean {
  if (length > 9) return false;
  const letter = first | 0x20;
  return letter === 0x64 || letter === 0x74 || letter === 0x66 || letter === 0x6e || letter === 0x75;
}
