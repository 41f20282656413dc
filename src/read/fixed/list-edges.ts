// Where a short code of letters ends and another field begins right after it: a sex or a country before a name. In:
// the grid and the beginning of a field. Out: the place, or -1. The code has few values, each on many lines; the sign
// after it has many, as that of no word has whose beginning is one of so few.

import { kindOf, type LineGrid, signKind } from './line-grid.ts';

const longestCode = 3;
/** Values of a code of one letter, and of more. */
const mostLetters = 4;
const mostCodes = 12;
/** Lines that have each value, on average. */
const fewestEach = 8;
/** How many times more beginnings there are with one more sign, and how many at least. */
const timesMore = 4;
const fewestMore = 12;

export function listEdge({ bytes, rows, length }: LineGrid, from: number, to: number): number {
  let before = Infinity;
  let found = -1;
  for (let end = from + 1; end <= Math.min(to, from + longestCode + 1); end++) {
    const beginnings = new Set<string>();
    for (let row = 0; row < rows; row++) {
      const base = row * length;
      if (end - from <= longestCode && kindOf(bytes[base + end - 1]!) !== signKind.letter) beginnings.add('');
      beginnings.add(String.fromCharCode(...bytes.subarray(base + from, base + end)));
    }
    if (beginnings.size >= Math.max(before * timesMore, fewestMore)) found = end - 1;
    const isCode =
      !beginnings.has('') &&
      beginnings.size > 1 &&
      beginnings.size <= (end - from === 1 ? mostLetters : mostCodes) &&
      beginnings.size * fewestEach <= rows;
    before = isCode ? beginnings.size : Infinity;
  }
  return found;
}
