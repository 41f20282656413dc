// Whether the first line names the columns of the others. In: that line, the lines after it and the fields. Out: the
// names, or null, and the fields, which begin where their names do if only blanks lie between.

import { columnNames, findHeader } from '../csv/find-header.ts';
import type { FixedField } from './fixed-layout.ts';
import { kindOf, type LineGrid, signKind } from './line-grid.ts';

export interface FoundHeader {
  names: string[] | null;
  fields: FixedField[];
}

const SPACE = 0x20;

/** Enough lines to compare names with. */
const linesCompared = 100;

export function findFixedHeader(
  first: Uint8Array,
  lines: readonly Uint8Array[],
  grid: LineGrid,
  fields: readonly FixedField[],
): FoundHeader {
  const moved = beginAtNames(first, grid, fields);
  const cellsOf = (line: Uint8Array) => moved.map(({ from, to }) => textOf(line.subarray(from, to)));
  const header = cellsOf(first);
  const rows = lines.slice(0, linesCompared).map(cellsOf);
  if (!findHeader([header, ...rows])) return { names: null, fields: [...fields] };
  return { names: columnNames(header, moved.length), fields: moved };
}

/** Names over a line of strokes, which says where columns are whatever their values. */
export function ruledHeader(first: Uint8Array, rule: Uint8Array, length: number): FoundHeader {
  const starts: number[] = [];
  for (let p = 0; p < rule.length; p++)
    if (rule[p]! > SPACE && (p === 0 || rule[p - 1]! <= SPACE)) starts.push(p);
  const fields = starts.map((start, i) => ({ from: i === 0 ? 0 : start, to: starts[i + 1] ?? length }));
  const names = fields.map(({ from, to }) => textOf(first.subarray(from, to)));
  return { names: columnNames(names, fields.length), fields };
}

/** Names stand where fields begin, even where their values are set to the right. */
function beginAtNames(first: Uint8Array, grid: LineGrid, fields: readonly FixedField[]): FixedField[] {
  const isBlank = (p: number) => p >= first.length || kindOf(first[p]!) === signKind.blank;
  const starts = fields.map(({ from }, i) => {
    let begin = from;
    while (begin > 0 && !isBlank(begin - 1) && !isBlank(begin) && grid.filled[begin - 1] === 0) begin--;
    return i > 0 && begin > 0 && isBlank(begin - 1) ? begin : from;
  });
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? grid.length }));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim();
}
