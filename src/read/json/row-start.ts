// Where a row seems to begin: by what stands around the beginnings of the first rows, else by a brace after
// a line end or after a closing brace and a comma. A guess: whoever begins there is checked, and after
// a broken row the worst of a wrong one is that a part of a row is taken for a row.

import type { JsonShape } from './json-shape.ts';

const brace = 0x7b;
const newline = 0x0a;

/** Space between two rows that is looked through. */
const longestGap = 64;

export interface RowStart {
  /** The beginning of the first row that seems to begin in `from`..`to`, or -1. */
  find(bytes: Uint8Array, from: number, to: number): number;
  /** Kept of a window when looking on in the next one, so that no beginning is missed. */
  tail: number;
  /** Bytes before a row that are looked at. */
  before: number;
}

export function createRowStart(sync: JsonShape['sync']): RowStart {
  if (sync === null) return { find: findAny, tail: longestGap + 2, before: longestGap };
  const text = Buffer.from(sync.text, 'latin1');
  const { at } = sync;
  return {
    find(bytes, from, to) {
      const found = Buffer.from(bytes.buffer, bytes.byteOffset, to).indexOf(text, Math.max(0, from - at));
      return found < 0 ? -1 : found + at;
    },
    tail: text.length,
    before: at,
  };
}

function findAny(bytes: Uint8Array, from: number, to: number): number {
  const held = bytes.subarray(0, to);
  for (let p = held.indexOf(brace, from); p >= 0; p = held.indexOf(brace, p + 1)) {
    if (isAfterRow(bytes, p)) return p;
  }
  return -1;
}

function isAfterRow(bytes: Uint8Array, brace: number): boolean {
  let hasComma = false;
  for (let p = brace - 1; p >= brace - longestGap && p >= 0; p--) {
    const byte = bytes[p]!;
    if (byte === newline && p === brace - 1) return true;
    if (byte === 0x7d) return hasComma;
    if (byte === 0x2c && !hasComma) hasComma = true;
    else if (byte > 0x20) return false;
  }
  return false;
}
