// Where a field begins without a blank before it: where all lines turn from digits to letters or back. In: the grid
// and a part of the line without edges of another sort. Out: places, in order. Codes turn as well: a few letters
// that are the same on all lines or of any kind belong to their digits, a few that repeat are a field.

import type { FixedField } from './fixed-layout.ts';
import { kindOf, type LineGrid, signKind } from './line-grid.ts';

/** Of the lines that have a sign at a place, so many must have a digit there, or a letter. */
const nearlyAll = 0.98;
/** Of all lines so many have a sign there. */
const dense = 0.95;
/** Fewest lines with a sign at a place that say anything. */
const fewestLines = 10;

/** Up to so many letters between digits are a code, if they are fewer kinds than this. */
const longestCode = 3;
const mostCodes = 60;
const mostSingleLetters = 10;
/** Fewer digits may be part of the word that goes on after them. */
const fewestDigits = 4;

export function turnEdges(grid: LineGrid, { from, to }: FixedField): number[] {
  const { rows, filled, digits, letters } = grid;
  const least = Math.max(Math.min(fewestLines, rows), rows * 0.05);
  const isDigit = (p: number) => filled[p]! >= least && digits[p]! >= filled[p]! * nearlyAll;
  const isLetter = (p: number) => filled[p]! >= least && letters[p]! >= filled[p]! * nearlyAll;
  const isDense = (p: number) => filled[p]! >= rows * dense;
  const edges: number[] = [];
  for (let p = from + 1; p < to; p++) {
    if (!isGlued(grid, p)) continue;
    if (isDigit(p - 1) && isLetter(p)) {
      const end = runEnd(p, to, (at) => isDense(at) && isLetter(at));
      const isCode = end - p <= longestCode && (end === to || isDigit(end)) && end > p;
      // a letter that is the same on all lines begins a code rather than it ends one
      if (!isCode || isList(grid, p, end) || (end < to && isOne(grid, p, end))) edges.push(p);
    } else if (isDigit(p - 1) && isDense(p) && letters[p]! >= rows * 0.05 && !isDense(to - 1)) {
      // numbers before a text that begins with a number on some lines, as addresses do
      const begin = runBegin(p, edges.at(-1) ?? from, (at) => isDense(at) && isDigit(at));
      if (p - begin >= fewestDigits || isCents(grid, begin, p)) edges.push(p);
    } else if (isLetter(p - 1) && isDigit(p)) {
      const end = runEnd(p, to, isDigit);
      const begin = runBegin(p, edges.at(-1) ?? from, isLetter);
      const isCode = p - begin <= longestCode && isDense(begin);
      // numbers of many lengths, set to the left, are the rest of a code, unless it is one of two letters: M and F
      const isWhole = isDense(p) && isDense(end - 1);
      if (isWhole ? !isCode || isList(grid, begin, p) : p - begin === 1 && isList(grid, begin, p, 3))
        edges.push(p);
    }
  }
  return edges;
}

/** Whether lines with a sign at the place have one before it, too: a number and a word after it have a blank between. */
function isGlued({ bytes, rows, length, filled }: LineGrid, place: number): boolean {
  let both = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * length + place;
    if (kindOf(bytes[at]!) !== signKind.blank && kindOf(bytes[at - 1]!) !== signKind.blank) both++;
  }
  return both >= Math.min(filled[place - 1]!, filled[place]!) / 2;
}

function runEnd(from: number, to: number, is: (p: number) => boolean): number {
  let p = from;
  while (p < to && is(p)) p++;
  return p;
}

function runBegin(to: number, from: number, is: (p: number) => boolean): number {
  let p = to;
  while (p > from && is(p - 1)) p--;
  return p;
}

/** Two digits after a point or a comma. */
function isCents({ bytes, filled, rows }: LineGrid, from: number, to: number): boolean {
  const point = bytes[from - 1];
  return to - from === 2 && from > 0 && filled[from - 1] === rows && (point === 0x2e || point === 0x2c);
}

function isOne({ bytes, rows, length }: LineGrid, from: number, to: number): boolean {
  for (let row = 1; row < rows; row++)
    for (let p = from; p < to; p++) if (bytes[row * length + p] !== bytes[p]) return false;
  return true;
}

/** Whether a few different values stand there, each on many lines: sexes, countries. */
function isList(
  { bytes, rows, length }: LineGrid,
  from: number,
  to: number,
  most = to - from === 1 ? mostSingleLetters : mostCodes,
): boolean {
  const values = new Set<string>();
  for (let row = 0; row < rows; row++)
    values.add(String.fromCharCode(...bytes.subarray(row * length + from, row * length + to)));
  return values.size > 1 && values.size <= Math.min(most, rows / 4);
}
