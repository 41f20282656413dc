// Which bytes of a stretch go with the rows that do not stay, so that what is left is written as it should be: lists with
// commas where they belong, statements without rows gone, lines whole. In: a stretch and which of its rows stay. Out: spans
// in order. Rows in a form from which none can be taken are refused.

import type { Stretch } from '../../../mask/index.ts';
import { type RowLists, rowLists } from './row-lists.ts';
import type { StretchRows } from './settle-subset.ts';

export interface Cuts {
  starts: number[];
  ends: number[];
  /** File offsets of rows that cannot be left out. */
  refused: number[];
}

/** `lines`: a row a line, as in CSV; else rows stand in lists, as in SQL and JSON. */
export interface CutForm {
  kind: 'sql' | 'json' | 'lines';
  /** Of lines: the last byte of what ends a row. */
  rowEnd: number;
}

const [lineEnd, carriageReturn, comma, semicolon] = [0x0a, 0x0d, 0x2c, 0x3b];

export function findCuts(stretch: Stretch, { kept, isListContinued }: StretchRows, form: CutForm): Cuts {
  const cuts: Cuts = { starts: [], ends: [], refused: [] };
  const place: Place = { stretch, lists: rowLists(stretch), kept, isListContinued, form, cuts };
  const { count } = stretch.rows;
  for (let first = 0; first < count;) {
    let next = first + 1;
    const isLine = form.kind === 'lines' || (form.kind === 'sql' && isCopyLine(place, first));
    if (isLine) cutLine(place, first);
    else {
      while (next < count && place.lists.isSame(next)) next++;
      cutList(place, first, next);
    }
    first = next;
  }
  return cuts;
}

interface Place extends StretchRows {
  stretch: Stretch;
  lists: RowLists;
  form: CutForm;
  cuts: Cuts;
}

function stays({ kept }: Place, row: number): boolean {
  return kept === null || kept[row] === 1;
}

function cut({ cuts }: Place, start: number, end: number): void {
  if (start >= end) return;
  if (cuts.ends.at(-1) === start) cuts.ends[cuts.ends.length - 1] = end;
  else {
    cuts.starts.push(start);
    cuts.ends.push(end);
  }
}

/** Rows of a COPY follow one another, and its head, by line ends alone; a row in parentheses follows a comma or a word. */
function isCopyLine({ stretch, lists }: Place, row: number): boolean {
  const { bytes, rows } = stretch;
  const least = row === 0 ? 0 : rows.ends[row - 1]!;
  let at = rows.starts[row]!;
  while (at > least && bytes[at - 1]! <= 0x20) at--;
  if (at === least) return true;
  // what ends there may be a comment, behind whatever it stands
  const before = lists.pieces[lists.pieceFrom(at) - 1];
  return bytes[at - 1] === semicolon && !(before && before.end > at - 1 && before.sort === 'comment');
}

function cutLine(place: Place, row: number): void {
  if (stays(place, row)) return;
  const { bytes, rows, from, to } = place.stretch;
  const limit = row + 1 < rows.count ? rows.starts[row + 1]! : to - from;
  const end = bytes.indexOf(place.form.kind === 'lines' ? place.form.rowEnd : lineEnd, rows.ends[row]);
  cut(place, rows.starts[row]!, end < 0 || end >= limit ? limit : end + 1);
}

/** Rows `first`..`next - 1` of one list. */
function cutList(place: Place, first: number, next: number): void {
  const { rows } = place.stretch;
  let left = 0;
  for (let row = first; row < next; row++) if (stays(place, row)) left++;
  if (left === 0 && place.form.kind === 'sql') return cutStatement(place, first, next);
  let isFirst = true;
  for (let row = first; row < next; row++) {
    if (stays(place, row)) isFirst = false;
    // what separates two rows goes with the later one, if one before it stays
    else if (!isFirst) cut(place, rows.ends[row - 1]!, rows.ends[row]!);
    else cut(place, rows.starts[row]!, row + 1 < next ? rows.starts[row + 1]! : rows.ends[row]!);
  }
  if (place.form.kind === 'json' && next === rows.count) cutListEnd(place, left);
}

/** The list may go on in the next stretch: the comma stays if a row follows it. */
function cutListEnd(place: Place, left: number): void {
  const { bytes, rows, from, to } = place.stretch;
  const last = rows.ends[rows.count - 1]!;
  if (!place.lists.isBetween(last, to - from)) return;
  if (left === 0) return cut(place, last, to - from);
  const at = bytes.indexOf(comma, last);
  if (!place.isListContinued && at >= 0 && at < to - from) cut(place, at, at + 1);
}

/** A statement of which no row stays, from its first word to what ends it. */
function cutStatement(place: Place, first: number, next: number): void {
  const { bytes, rows, from } = place.stretch;
  const start = headStart(place, first);
  const head = start < 0 ? '' : Buffer.from(bytes.subarray(start, rows.starts[first])).toString('latin1');
  if (!/^(?:insert|replace)\b(?!\s+(?:all|first)\b)/iu.test(head)) {
    place.cuts.refused.push(from + rows.starts[first]!);
    return;
  }
  const end = statementEnd(place, next - 1);
  if (end === place.stretch.to - from && bytes[end - 1] !== lineEnd) cutLineBefore(place, start);
  cut(place, start, end);
}

/** Where the line end behind a statement is of the next stretch, the one before it goes with it. */
function cutLineBefore({ stretch: { bytes }, cuts }: Place, start: number): void {
  const isTouched = cuts.ends.at(-1) === start;
  const end = isTouched ? cuts.starts.at(-1)! : start;
  let at = end;
  if (at > 0 && bytes[at - 1] === lineEnd) at--;
  if (at < end && at > 0 && bytes[at - 1] === carriageReturn) at--;
  if (isTouched) cuts.starts[cuts.starts.length - 1] = at;
  else if (at < end) {
    cuts.starts.push(at);
    cuts.ends.push(end);
  }
}

/** Where the head of the rows begins: behind what ends the statement before, and comments. */
function headStart({ stretch, lists }: Place, row: number): number {
  const { bytes, rows } = stretch;
  const to = rows.starts[row]!;
  let at = row === 0 ? 0 : rows.ends[row - 1]!;
  for (let number = lists.pieceFrom(at); number < lists.pieces.length; number++) {
    const { start, end, sort } = lists.pieces[number]!;
    if (start >= to) break;
    // a head that holds a comment is told as a piece
    if (sort === 'statement' && isBlank(bytes, end, to)) return start;
    at = end;
  }
  while (at < to && (bytes[at]! <= 0x20 || bytes[at] === semicolon)) at++;
  return at < to ? at : -1;
}

/** Behind the `;`, or behind what follows the rows, such as ON DUPLICATE KEY UPDATE; and behind the line end after it. */
function statementEnd({ stretch, lists }: Place, row: number): number {
  const { bytes, rows, from, to } = stretch;
  const limit = to - from;
  let at = rows.ends[row]!;
  let next = at;
  while (next < limit && bytes[next]! <= 0x20) next++;
  const piece = lists.pieces[lists.pieceFrom(next)];
  if (piece?.start === next && piece.sort === 'statement' && rowsTail.test(piece.word)) at = piece.end;
  else if (bytes[next] === semicolon && next < limit) at = next + 1;
  while (at < limit && bytes[at]! <= 0x20 && bytes[at] !== lineEnd) at++;
  return at < limit && bytes[at] === lineEnd ? at + 1 : at;
}

const rowsTail = /^(?:ON|AS|RETURNING|SELECT)\b/u;

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > 0x20) return false;
  return true;
}
