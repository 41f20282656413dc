// One row, byte by byte: the way for rows that the structural index cannot vouch for, as a quote in them
// stands where none belongs. In: where the row begins. Out: where its values are, and where the next row
// begins. A quote counts only where a value begins or ends; any other is a sign like any other.

import { delimiterAt, markerRoom, type RowForm, rowEndAt } from './row-form.ts';

/** Spans of one row's values; `count` of them are of the row last read. */
export interface RowSpans {
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
  /** Opening quote of the first value that goes on over a line end, or -1. */
  manyLines: number;
  /** Opening quote of the first value that seems to have lost its closing quote, or -1. */
  doubtful: number;
}

/** Excel's limit; what has more is no table of people. */
export const maxColumns = 16_384;

/** The window ends before the row does. */
export const CUT = -1;
/** More values than a row can have. */
export const TOO_MANY = -2;
/** A quote is out of place, and none closes the value as far as it is followed. */
export const UNCLOSED = -3;

let lastSpans: RowSpans | null = null;

/** The spans that all readers of a thread use in turn, and who looks what a file is: they speak of the row last read only. */
export function rowSpans(): RowSpans {
  lastSpans ??= createRowSpans();
  return lastSpans;
}

function createRowSpans(): RowSpans {
  return {
    starts: new Uint32Array(maxColumns),
    ends: new Uint32Array(maxColumns),
    count: 0,
    manyLines: -1,
    doubtful: -1,
  };
}

/**
 * Scans the row at `from`; quotes at `literalFrom` and after open nothing, and a value in which a quote is out
 * of place is followed for `patience` bytes. Returns where the next row begins, or what is wrong.
 */
export function scanRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  ended: boolean,
  form: RowForm,
  literalFrom: number,
  patience: number,
  spans: RowSpans,
): number {
  const { starts, ends } = spans;
  const { escape, quote } = form;
  const limit = ended ? to : to - markerRoom;
  const d0 = form.delimiter[0]!;
  const r0 = form.rowEnd.length > 0 ? form.rowEnd[0]! : 0x0a;
  const r1 = form.rowEnd.length > 0 ? r0 : 0x0d;
  spans.count = 0;
  spans.manyLines = -1;
  spans.doubtful = -1;
  let p = from;
  // line ends after a row end of another kind belong to it
  if (form.rowEnd.length > 0) while (p < limit && (bytes[p] === 0x0a || bytes[p] === 0x0d)) p++;
  let start = p;
  for (;;) {
    if (quote >= 0) {
      const open = afterBlanks(bytes, p, limit, form);
      if (open < limit && open < literalFrom && bytes[open] === quote) {
        p = scanQuoted(bytes, open, to, ended, form, patience, spans);
        if (p < 0) return p;
      }
    }
    for (; p < limit; p++) {
      const byte = bytes[p]!;
      if (byte === escape) p++;
      else if ((byte === d0 || byte === r0 || byte === r1) && markerAt(bytes, p, form) > 0) break;
    }
    if (p >= limit && !ended) return CUT;
    if (spans.count === maxColumns) return TOO_MANY;
    p = Math.min(p, limit);
    starts[spans.count] = start;
    ends[spans.count++] = p;
    if (p === limit) return p;
    const rowEnd = rowEndAt(bytes, p, form);
    if (rowEnd > 0) return Math.min(p + rowEnd, to);
    p = Math.min(p + form.delimiter.length, limit);
    start = p;
  }
}

/** Position after the closing quote of the value that opens at `open`, `CUT` or `UNCLOSED`. */
function scanQuoted(
  bytes: Uint8Array,
  open: number,
  to: number,
  ended: boolean,
  form: RowForm,
  patience: number,
  spans: RowSpans,
): number {
  const { escape, quote } = form;
  const limit = ended ? to : to - markerRoom;
  let hasLineEnd = false;
  let hasStray = false;
  for (let p = open + 1; p < limit; p++) {
    const byte = bytes[p]!;
    if (byte === escape) p++;
    else if (byte === 0x0a || byte === 0x0d) {
      hasLineEnd = true;
      if (hasStray && spans.doubtful < 0) spans.doubtful = open;
    } else if (byte === quote) {
      if (p + 1 < to && bytes[p + 1] === quote) p++;
      else {
        const after = afterBlanks(bytes, p + 1, limit, form);
        if (after >= limit && !ended) return CUT;
        if (after >= limit || markerAt(bytes, after, form) > 0) {
          if (hasLineEnd && spans.manyLines < 0) spans.manyLines = open;
          return after;
        }
        // with a line end in the same value, it rather opens or closes one of another row
        hasStray = true;
        if (hasLineEnd && spans.doubtful < 0) spans.doubtful = open;
      }
    }
    if (spans.doubtful >= 0 && p - spans.doubtful > patience) return UNCLOSED;
  }
  if (!ended) return CUT;
  if (spans.doubtful < 0) spans.doubtful = open;
  return to;
}

function afterBlanks(bytes: Uint8Array, from: number, limit: number, form: RowForm): number {
  if (form.delimiter[0] === 0x20) return from;
  let p = from;
  while (p < limit && bytes[p] === 0x20) p++;
  return p;
}

function markerAt(bytes: Uint8Array, p: number, form: RowForm): number {
  return rowEndAt(bytes, p, form) || delimiterAt(bytes, p, form);
}
