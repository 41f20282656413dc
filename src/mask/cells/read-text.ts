// Reads a file that is no table, a stretch at a time: each is one piece of text. It is cut at an empty line, so that what is
// personal in it stands on one side, where there is one near; else at a line end; else between words.

import { plainNotation } from '../../read/index.ts';
import type { CellReader } from './cell-reader.ts';
import type { RawBytes } from './raw-bytes.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How far on an empty line is looked for. */
const lookedAhead = 64 << 10;

export function createTextReader(raw: RawBytes): CellReader {
  const chunk = new Uint8Array(lookedAhead);
  const none = { count: 0, starts: new Uint32Array(0), ends: new Uint32Array(0) };
  const nothing = {
    cells: { ...none, columns: new Int32Array(0) },
    forms: [{ from: 0, notation: plainNotation }],
    rows: { ...none, tables: new Uint32Array(0) },
    tables: [],
    schemas: [],
    events: [],
    refusals: [],
    unknown: [],
    odd: [],
  };

  /** Brings in what lies before file offset `until`, as far as there is anything. */
  function fill(until: number): void {
    while (raw.from + raw.length < until)
      if (raw.read(raw.from + raw.length, chunk, 0, chunk.length) === 0) return;
  }

  /** Where the text is cut that may be cut at `offset` or later. */
  function cutFrom(offset: number): number {
    fill(offset + lookedAhead);
    const at = offset - raw.from;
    if (at >= raw.length) return raw.from + raw.length;
    return raw.from + cut(raw.bytes, at, Math.min(raw.length, at + lookedAhead));
  }

  return {
    read(from, isExact, until) {
      raw.keepFrom(from);
      const begin = isExact || from === 0 ? from : cutFrom(from);
      raw.keepFrom(begin);
      const to = begin < until ? cutFrom(until) : begin;
      const end = to - begin;
      return {
        ...nothing,
        from: begin,
        to,
        state: '',
        bytes: raw.bytes,
        pieces: end > 0 ? [{ start: 0, end, sort: 'rest', word: '' }] : [],
      };
    },
  };
}

function cut(bytes: Uint8Array, from: number, to: number): number {
  let lineEnd = -1;
  let blank = -1;
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!;
    if (byte > 0x20) continue;
    if (blank < 0) blank = p + 1;
    if (byte !== NEWLINE) continue;
    if (lineEnd < 0) lineEnd = p + 1;
    const next = bytes[p + 1] === RETURN ? p + 2 : p + 1;
    if (next < to && bytes[next] === NEWLINE) return next + 1;
  }
  if (lineEnd >= 0) return lineEnd;
  if (blank >= 0) return blank;
  let p = to;
  while (p > from + 1 && (bytes[p]! & 0xc0) === 0x80) p--;
  return p;
}
