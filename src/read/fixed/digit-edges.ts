// Where a number begins right after another one, as far as their digits tell. In: the grid and a part of the line.
// Out: places, in order. From left to right the digits of a number differ more and more from line to line: where they
// differ much less than the one before, another number begins. Parts of dates and times do the same and are left whole.

import type { FixedField } from './fixed-layout.ts';
import type { LineGrid } from './line-grid.ts';

/** Bits of a digit that may be anything, and of one that may not: ten digits have 3.3, three 1.6. */
const wide = 3;
const narrow = 1.6;
/** Zeros before a number that is shorter than its field; two may be the cents of the one before. */
const fewestZeros = 3;
const nearlyAll = 0.9;
/** Lines that tell how much digits differ. */
const fewestLines = 50;
/** A fraction of a currency has two digits, one of a rate up to six. */
const fewestAfterCents = 5;
/** Places before and after a step that lines must have alike. */
const stepLength = 4;
const ZERO = 0x30;

export function digitEdges(grid: LineGrid, { from, to }: FixedField): number[] {
  if (grid.rows < fewestLines) return afterCents(grid, from, to);
  const edges: number[] = [];
  const counts = Array.from({ length: to - from }, (_, i) => digitsAt(grid, from + i));
  const bits = counts.map((count) => (count ? bitsOf(count) : -1));
  for (let i = 1; i < bits.length; i++) {
    if (bits[i - 1]! < wide || bits[i]! < 0 || bits[i]! > narrow) continue;
    const end = runEnd(bits, i);
    const isLast = i + 1 === end;
    if (isLast ? isCode(counts[i]!) : isPadded(counts, i, end) && risesAgain(bits, i, end))
      edges.push(from + i);
  }
  return [...edges, ...afterCents(grid, from, to), ...afterSteps(grid, from, to)].sort((a, b) => a - b);
}

/** After a point or a comma and two digits on all lines, if more digits follow than a fraction has. */
function afterCents({ bytes, rows, length, digits, filled }: LineGrid, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let p = from + 1; p + 2 + fewestAfterCents < to; p++) {
    const isPoint = filled[p] === rows && (bytes[p] === 0x2e || bytes[p] === 0x2c);
    if (!isPoint || digits[p - 1] !== rows) continue;
    let same = 0;
    for (let row = 0; row < rows; row++) if (bytes[row * length + p] === bytes[p]) same++;
    const areDigits = digits.subarray(p + 1, p + 3 + fewestAfterCents).every((count) => count >= rows * 0.98);
    if (same === rows && areDigits) edges.push(p + 3);
  }
  return edges;
}

/** Where digits on all lines are followed by as many digits as ever, or by none: a number that may be missing. */
function afterSteps({ rows, filled, digits }: LineGrid, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let p = from + stepLength; p + stepLength <= to; p++) {
    const before = filled.subarray(p - stepLength, p);
    const after = filled.subarray(p, p + stepLength);
    const isStep =
      before.every((count) => count >= rows * 0.98) &&
      after.every((count) => count <= rows * 0.9 && Math.abs(count - after[0]!) <= rows * 0.01) &&
      after[0]! >= rows * 0.05;
    const areDigits = digits.subarray(p - stepLength, p + stepLength).every((count, i) => {
      return count >= filled[p - stepLength + i]! * 0.98;
    });
    if (isStep && areDigits) edges.push(p);
  }
  return edges;
}

/** How often each digit stands at a place; null where something else does on more than a few lines. */
function digitsAt({ bytes, rows, length, digits }: LineGrid, place: number): number[] | null {
  if (digits[place]! < rows * 0.98) return null;
  const counts = Array.from({ length: 10 }, () => 0);
  for (let row = 0; row < rows; row++) {
    const digit = bytes[row * length + place]! - ZERO;
    if (digit >= 0 && digit < 10) counts[digit]!++;
  }
  return counts;
}

function bitsOf(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum - (count > 0 ? (count / all) * Math.log2(count / all) : 0), 0);
}

function runEnd(bits: readonly number[], from: number): number {
  let i = from;
  while (i < bits.length && bits[i]! >= 0) i++;
  return i;
}

/** One digit of a few, none of them a zero: cents and rounded numbers end in zeros. */
function isCode(counts: readonly number[]): boolean {
  return counts[0] === 0 && counts.filter((count) => count > 0).length > 1;
}

function isPadded(counts: readonly (readonly number[] | null)[], from: number, to: number): boolean {
  let zeros = 0;
  for (let i = from; i < to; i++, zeros++) {
    const count = counts[i]!;
    if (count[0]! < nearlyAll * count.reduce((sum, one) => sum + one, 0)) break;
  }
  return zeros >= fewestZeros;
}

function risesAgain(bits: readonly number[], from: number, to: number): boolean {
  return bits.slice(from, to).some((bit) => bit >= wide);
}
