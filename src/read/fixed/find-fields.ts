// The fields of lines that are cut at fixed places: windows of one value first, then what blanks and turns between
// digits and letters tell of the parts between them. In: the grid. Out: fields without gaps, and how they were found.

import { blankEdges } from './blank-edges.ts';
import { digitEdges } from './digit-edges.ts';
import type { FieldTest } from './field-test.ts';
import { findWindows } from './find-windows.ts';
import type { FixedField } from './fixed-layout.ts';
import type { LineGrid } from './line-grid.ts';
import { listEdge } from './list-edges.ts';
import { turnEdges } from './turn-edges.ts';

export interface FoundFields {
  fields: FixedField[];
  /** Fields that a test of values found. */
  windows: number;
  /** Fields of digits only, two or more, on nearly all lines. */
  numbers: number;
}

export function findFields(grid: LineGrid, tests: readonly FieldTest[]): FoundFields {
  const windows = findWindows(grid, tests);
  const starts = new Set([0]);
  let from = 0;
  for (const window of [...windows, { from: grid.length, to: grid.length }]) {
    if (window.from > from) {
      starts.add(from);
      for (const start of startsBetween(grid, { from, to: window.from })) starts.add(start);
    }
    if (window.from < grid.length) starts.add(window.from);
    from = window.to;
  }
  const inOrder = [...starts].sort((a, b) => a - b);
  // padding belongs to the field before it, and what is before all others to the first
  const filled = inOrder.filter((start, i) => !isEmpty(grid, start, inOrder[i + 1] ?? grid.length));
  const fields = filled.map((start, i) => ({
    from: i === 0 ? 0 : start,
    to: filled[i + 1] ?? grid.length,
  }));
  return { fields, windows: windows.length, numbers: fields.filter((field) => isNumber(grid, field)).length };
}

function startsBetween(grid: LineGrid, part: FixedField): number[] {
  const edges = blankEdges(grid, part);
  const found = [...edges, ...partsOf(part, edges).flatMap((one) => turnEdges(grid, one))];
  found.push(...digitEdges(grid, part));
  found.sort((a, b) => a - b);
  const lists = partsOf(part, found).map(({ from, to }) => listEdge(grid, from, to));
  return [...found, ...lists.filter((place) => place > 0)];
}

function partsOf({ from, to }: FixedField, edges: readonly number[]): FixedField[] {
  const all = [from, ...edges, to];
  return all.slice(1).map((end, i) => ({ from: all[i]!, to: end }));
}

function isEmpty(grid: LineGrid, from: number, to: number): boolean {
  const stray = grid.rows * 0.005;
  for (let p = from; p < to; p++) if (grid.filled[p]! > stray) return false;
  return true;
}

function isNumber({ rows, digits, filled }: LineGrid, { from, to }: FixedField): boolean {
  let count = 0;
  for (let p = from; p < to; p++) {
    if (filled[p]! < rows * 0.95) continue;
    if (digits[p]! < filled[p]! * 0.98) return false;
    count++;
  }
  return count >= 2;
}
