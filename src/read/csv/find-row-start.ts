// Where a row seems to begin in the middle of a file, which may be the middle of a quoted value. Both are
// tried: that reading begins inside a quoted value, and that it begins outside; the rows that follow tell
// which is likelier. It may be wrong: whoever begins there checks that what comes before ends there.

import { delimiterAt, markerRoom, type RowForm, rowEndAt } from './row-form.ts';
import { CUT, type RowSpans, scanRow } from './scan-row.ts';

/** Rows looked at for each of the two. */
const rowsTried = 6;
/** How far they are looked at. */
const bytesTried = 128 << 10;

/** Bytes that the window should hold before `from`, as far as there are any. */
export const bytesBefore = 64;

/** The first place at or after `from` where a row seems to begin; -1 where none does before `to`. */
export function findRowStart(
  bytes: Uint8Array,
  first: number,
  from: number,
  to: number,
  ended: boolean,
  form: RowForm,
  spans: RowSpans,
): number {
  const limit = ended ? to : to - markerRoom;
  let begin = Math.max(first, from - Math.max(1, form.rowEnd.length));
  // doubled quotes are seen whole
  while (begin > first && bytes[begin - 1] === form.quote) begin--;
  const outside = nextRow(bytes, begin, from, limit, to, form, false, first);
  if (form.quote < 0) return outside;
  const inside = nextRow(bytes, begin, from, limit, to, form, true, first);
  if (inside < 0 || outside === inside) return outside;
  if (outside < 0) return inside;
  const until = Math.min(to, Math.max(outside, inside) + bytesTried);
  const fitsOf = (p: number) => countFits(bytes, p, until, ended && until === to, form, spans);
  const fitsOutside = fitsOf(outside);
  return fitsOutside < rowsTried && fitsOf(inside) > fitsOutside ? inside : outside;
}

/** After the first row end outside quotes that ends at or after `from`. */
function nextRow(
  bytes: Uint8Array,
  begin: number,
  from: number,
  limit: number,
  to: number,
  form: RowForm,
  isInside: boolean,
  first: number,
): number {
  const { quote, escape } = form;
  let isQuoted = isInside;
  let p = begin;
  if (escape >= 0) {
    let escapes = 0;
    while (p - escapes > first && bytes[p - escapes - 1] === escape) escapes++;
    if (escapes % 2 === 1) p++;
  }
  while (p < limit) {
    const byte = bytes[p]!;
    if (byte === escape) p += 2;
    else if (byte === quote) {
      // inside, only a quote before a delimiter closes; outside, only one after a delimiter opens
      if (isQuoted && bytes[p + 1] === quote) p += 2;
      else {
        if (isQuoted) isQuoted = markerAfter(bytes, p + 1, form) === 0 && p + 1 < to;
        else isQuoted = isAfterMarker(bytes, p, first, form);
        p++;
      }
    } else {
      const length = isQuoted ? 0 : rowEndAt(bytes, p, form);
      if (length > 0 && p + length >= from) return Math.min(p + length, to);
      p += Math.max(1, length);
    }
  }
  return -1;
}

function markerAfter(bytes: Uint8Array, p: number, form: RowForm): number {
  return rowEndAt(bytes, p, form) || delimiterAt(bytes, p, form);
}

function isAfterMarker(bytes: Uint8Array, p: number, first: number, form: RowForm): boolean {
  for (let length = 1; length <= markerRoom && p - length >= first; length++) {
    const marker = markerAfter(bytes, p - length, form);
    if (marker === length || (marker > 0 && length === 1)) return true;
  }
  return p === first;
}

/** Of the next rows those that have as many values as there are columns and their quotes in place, less those that have not. */
function countFits(
  bytes: Uint8Array,
  from: number,
  to: number,
  ended: boolean,
  form: RowForm,
  spans: RowSpans,
): number {
  let fits = 0;
  let p = from;
  for (let row = 0; row < rowsTried && p < to; row++) {
    const next = scanRow(bytes, p, to, ended, form, Infinity, 0, spans);
    // what the end cuts speaks neither for nor against
    if (next === CUT) return fits;
    if (next < 0 || spans.doubtful >= 0 || spans.count !== form.width) {
      const line = scanRow(bytes, p, to, ended, form, p, 0, spans);
      if (line < 0) return fits;
      fits--;
      p = line;
    } else {
      fits++;
      p = next;
    }
  }
  return fits;
}
