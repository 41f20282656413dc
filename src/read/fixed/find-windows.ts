// Windows of the lines that hold one value on nearly all of them, as a test of values tells: a date, a number with
// check digits. In: the grid and the tests. Out: windows that do not overlap, in order: of all that could be, those
// that have the most evidence together, so that a day and a month after it are not taken for a day and an hour.

import type { FixedField } from './fixed-layout.ts';
import type { FieldTest } from './field-test.ts';
import { kindOf, type LineGrid, signKind } from './line-grid.ts';

/** Of the values that are there; the others are typing errors. */
const fewestFitting = 0.9;
/** Different values that must be there: one value on all lines proves nothing. */
const fewestDistinct = 8;
/** Natural logarithm of the odds against chance that the different values must have, as many windows are tried. */
const fewestOdds = 25;
/** Different values counted at most. */
const mostDistinct = 64;
/** Lines after which a window that does not fit is given up. */
const linesTried = 12;

/** Share of digits in a date or a number with check digits, letters, blanks and all. */
const fewestDigits = 0.25;
/** Values looked at in all: a second's work, where a file is made to have as many windows as can be. */
const mostCalls = 3_000_000;

interface Window extends FixedField {
  odds: number;
}

export function findWindows(grid: LineGrid, tests: readonly FieldTest[]): FixedField[] {
  const found: Window[] = [];
  const digits = digitsUpTo(grid);
  const budget = { calls: mostCalls };
  for (const test of tests) {
    for (let from = 0; from < grid.length && budget.calls > 0; from++) {
      if (grid.filled[from]! < fewestDistinct) continue;
      const longest = Math.min(test.longest, grid.length - from);
      for (let length = test.shortest; length <= longest; length++) {
        const to = from + length;
        if (grid.filled[to - 1]! < fewestDistinct) continue;
        if (digits[to]! - digits[from]! < fewestDigits * length * grid.filled[from]!) continue;
        const odds = oddsOf(grid, from, to, test, budget);
        // of two that say the same, the longer one: the key of a number may be left out
        if (odds > 0) found.push({ from, to, odds: odds + length * 1e-6 });
      }
    }
  }
  return likeliest(found, grid.length);
}

/** By place, how many digits all lines have before it. */
function digitsUpTo({ digits, length }: LineGrid): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let p = 0; p < length; p++) sums[p + 1] = sums[p]! + digits[p]!;
  return sums;
}

/** The windows without overlap whose odds add up to most. */
function likeliest(found: readonly Window[], length: number): FixedField[] {
  const endingAt = Map.groupBy(found, ({ to }) => to);
  const best = new Float64Array(length + 1);
  const last: (Window | null)[] = [null];
  for (let to = 1; to <= length; to++) {
    best[to] = best[to - 1]!;
    last.push(null);
    for (const window of endingAt.get(to) ?? []) {
      const odds = best[window.from]! + window.odds;
      if (odds > best[to]!) {
        best[to] = odds;
        last[to] = window;
      }
    }
  }
  const kept: FixedField[] = [];
  for (let to = length; to > 0;) {
    const window = last[to];
    if (window) kept.unshift({ from: window.from, to });
    to = window ? window.from : to - 1;
  }
  return kept;
}

/** How much speaks for the window: 0 where it is no value on too many lines. */
function oddsOf(
  { bytes, rows, length }: LineGrid,
  from: number,
  to: number,
  test: FieldTest,
  budget: { calls: number },
): number {
  let filled = 0;
  let fitting = 0;
  let shorter = 0;
  const distinct = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const start = row * length + from;
    const end = row * length + to;
    if (isNothing(bytes, start, end)) continue;
    // a shorter value says nothing of where the field ends
    if (kindOf(bytes[end - 1]!) === signKind.blank && kindOf(bytes[start]!) !== signKind.blank) {
      shorter++;
      continue;
    }
    filled++;
    budget.calls--;
    if (kindOf(bytes[start]!) !== signKind.blank && test.fits(bytes, start, end)) {
      fitting++;
      if (distinct.size < mostDistinct) distinct.add(hashOf(bytes, start, end));
    } else if (filled <= linesTried && filled - fitting > linesTried / 3) return 0;
  }
  if (shorter > filled || fitting < filled * fewestFitting || distinct.size < fewestDistinct) return 0;
  // the same value again is no more proof that there are such values, but is one
  if (distinct.size * -Math.log(test.chance) < fewestOdds) return 0;
  return fitting * -Math.log(test.chance) + (filled - fitting) * Math.log(1 - fewestFitting);
}

/** Blanks, or one digit all over: what stands where there is no value. */
function isNothing(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  if (first !== 0x30 && first !== 0x39 && kindOf(first) !== signKind.blank) return false;
  for (let p = from + 1; p < to; p++) if (bytes[p] !== first) return false;
  return true;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let p = from; p < to; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
  return hash;
}
