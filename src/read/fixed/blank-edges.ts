// Where fields begin as blanks tell it: after places where every line is blank, where lines that had run out begin
// anew, and where many begin at one place. In: the grid and a part of the line. Out: places, in order. A number that
// is set to the right begins where its longest one does, not where most do.

import type { FixedField } from './fixed-layout.ts';
import { kindOf, type LineGrid, signKind } from './line-grid.ts';

/** Share of lines in which a place may be filled by mistake. */
const strayShare = 0.005;
/** Share of lines that have to run out, and to begin anew. */
const valleyShare = 0.1;
/** Share of lines that begin at one place after two blanks or more, and how many times those that do beside it. */
const startShare = 0.02;
const startTimes = 5;

export function blankEdges(grid: LineGrid, { from, to }: FixedField): number[] {
  const { soft, starts } = runsOf(grid);
  const { filled, digits, rows } = grid;
  const edges = new Set<number>();
  const stray = Math.floor(rows * strayShare);
  for (let p = from + 1; p < to; p++) {
    const isAfterBlank = filled[p - 1]! <= stray && filled[p]! > stray;
    // a few long values may have a blank at the same place, where all others have ended
    const isOften = filled[p]! >= rows / 2 || starts[p]! >= filled[p]! * 0.1;
    // and numbers that are seldom there stand beside a field that all lines have
    const isNumber = digits[p]! >= filled[p]! * 0.98 && p - 2 >= from && filled[p - 2]! >= rows * 0.95;
    if (isAfterBlank && (isOften || isNumber)) edges.add(p);
  }
  for (const p of valleys(soft, from, to, rows)) edges.add(p);
  for (let p = from + 1; p < to; p++) {
    const beside = Math.max(starts[p - 1]!, starts[p + 1] ?? 0, starts[p - 2] ?? 0, starts[p + 2] ?? 0);
    if (starts[p]! >= Math.max(4, rows * startShare, beside * startTimes)) edges.add(p);
  }
  const settled: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const last = settled.at(-1) ?? from;
    const moved = beginOfNumber(grid, Math.max(last, from), edge);
    if (moved > last) settled.push(moved);
  }
  return settled;
}

/** By place, lines that have a sign there or one blank between two; and lines that begin there after two blanks. */
function runsOf({ bytes, rows, length }: LineGrid): { soft: Uint32Array; starts: Uint32Array } {
  const soft = new Uint32Array(length);
  const starts = new Uint32Array(length);
  for (let row = 0; row < rows; row++) {
    const base = row * length;
    // a line begins as if blanks were before it
    let blanks = 2;
    for (let p = 0; p < length; p++) {
      if (kindOf(bytes[base + p]!) === signKind.blank) blanks++;
      else {
        if (blanks === 1) soft[p - 1]!++;
        if (blanks > 1) starts[p]!++;
        soft[p]!++;
        blanks = 0;
      }
    }
  }
  return { soft, starts };
}

/** Where the number of lines that have a sign rises again after it has fallen. */
function valleys(soft: Uint32Array, from: number, to: number, rows: number): number[] {
  const found: number[] = [];
  const depth = Math.max(3, rows * valleyShare);
  const noise = rows * 0.01;
  let highest = soft[from]!;
  let lowest = highest;
  let bottom = from;
  for (let p = from + 1; p < to; p++) {
    const here = soft[p]!;
    if (here <= lowest + noise) {
      lowest = Math.min(lowest, here);
      bottom = p;
    } else if (here - lowest >= depth && highest - lowest >= depth) {
      found.push(bottom + 1);
      highest = here;
      lowest = here;
      bottom = p;
    } else if (here > highest) {
      highest = here;
      // what only rises has no bottom
      if (highest - lowest < depth) continue;
      lowest = Math.min(lowest, here);
    }
  }
  return found;
}

/** Of the lines with a sign before the edge, so many must run on over it as one number. */
const runningOn = 0.98;

/** Where the field at `edge` begins if it is of numbers set to the right: the longest may begin before most do. */
function beginOfNumber(grid: LineGrid, first: number, edge: number): number {
  const { bytes, rows, length, filled } = grid;
  let begin = edge;
  const firsts = new Map<number, number>();
  const isOpen = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) isOpen[row] = Number(isOfNumber(bytes[row * length + edge]!));
  for (let p = edge - 1; p >= first && filled[p]! > 0; p--) {
    if (filled[p]! > rows * 0.9) break;
    let running = 0;
    for (let row = 0; row < rows; row++) {
      const isRunning = isOpen[row] === 1 && isOfNumber(bytes[row * length + p]!);
      if (isRunning) running++;
      else if (isOpen[row] === 1) {
        isOpen[row] = 0;
        if (p + 1 < edge) firsts.set(p + 1, (firsts.get(p + 1) ?? 0) + 1);
      }
    }
    if (running < filled[p]! * runningOn) break;
    begin = p;
  }
  for (let row = 0; row < rows; row++) if (isOpen[row] === 1) firsts.set(begin, (firsts.get(begin) ?? 0) + 1);
  // numbers of one length, where there are any, are a field of their own before this one
  const isOneLength = edge - begin > 3 && Math.max(0, ...firsts.values()) > 0.95 * sum(firsts.values());
  return isOneLength ? edge : begin;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** A digit, a sign before a number, or what parts its digits. */
function isOfNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x2b && byte <= 0x2e);
}
