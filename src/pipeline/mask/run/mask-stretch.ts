// One stretch of the second pass. In: its cells and what else is in it. Out: its bytes with the values replaced; all others
// as they were.

import {
  ByteSink,
  type CellDecoder,
  type CellWriter,
  type Coverage,
  type Stretch,
  type TextReplacer,
} from '../../../mask/index.ts';
import type { CellValues } from './cell-values.ts';
import type { MaskFile } from './mask-file.ts';
import type { MaskingColumn } from './masking-column.ts';
import { pieceRule } from './piece-rule.ts';

export interface MaskContext {
  file: MaskFile;
  coverage: Coverage;
  decoder: CellDecoder;
  writer: CellWriter;
  columns: readonly MaskingColumn[];
  text: TextReplacer;
  values: CellValues;
}

export interface MaskedStretch {
  out: ByteSink;
  /** Where in it each cell of the stretch begins, and ends. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Finds in texts outside of cells. */
  finds: number;
  /** Cells that no replacement fits: their places in `stretch.cells`. */
  unfit: number[];
}

export function maskStretch(stretch: Stretch, context: MaskContext): MaskedStretch {
  const { bytes, cells, pieces, from, to } = stretch;
  const { columns, decoder, values, writer } = context;
  const length = to - from;
  const out = new ByteSink(length + (length >> 3) + 1024);
  const replacement = new ByteSink();
  const masked: MaskedStretch = {
    out,
    starts: new Uint32Array(cells.count),
    ends: new Uint32Array(cells.count),
    finds: 0,
    unfit: [],
  };
  values.decode(decoder, stretch);
  prepare(stretch, context);
  let at = 0;
  let piece = 0;
  const copyTo = (until: number) => {
    for (; piece < pieces.length && pieces[piece]!.start < until; piece++) {
      const { start, end } = pieces[piece]!;
      const rule = pieceRule(context.coverage, context.file, pieces[piece]!);
      out.copy(bytes, at, start);
      if (rule === 'text') masked.finds += context.text.replaceText(bytes, start, end, out);
      else if (rule !== 'drop') out.copy(bytes, start, end);
      at = end;
    }
    out.copy(bytes, at, until);
    at = until;
  };
  for (let cell = 0; cell < cells.count; cell++) {
    const start = values.starts[cell]!;
    const end = values.ends[cell]!;
    const rawEnd = cells.ends[cell]!;
    copyTo(start === end ? rawEnd : cells.starts[cell]!);
    masked.starts[cell] = out.length;
    if (start < end) {
      replacement.clear();
      const column = columns[cells.columns[cell]!]!;
      const room = writer.roomOf(bytes, cells.starts[cell]!, rawEnd);
      if (!column.replace(values.bytes, start, end, replacement, room)) masked.unfit.push(cell);
      writer.writeCell(stretch, cell, replacement.bytes, replacement.length, out);
      at = rawEnd;
    }
    masked.ends[cell] = out.length;
  }
  copyTo(length);
  return masked;
}

/** What is costly alone is done for all values of a column at once. */
function prepare({ cells }: Stretch, { columns, values }: MaskContext): void {
  const counts = new Uint32Array(columns.length);
  for (let cell = 0; cell < cells.count; cell++) counts[cells.columns[cell]!]!++;
  for (const [number, column] of columns.entries()) {
    if (!column.prepare || counts[number] === 0) continue;
    const starts = new Uint32Array(counts[number]!);
    const ends = new Uint32Array(counts[number]!);
    let count = 0;
    for (let cell = 0; cell < cells.count; cell++) {
      if (cells.columns[cell] !== number || values.starts[cell] === values.ends[cell]) continue;
      starts[count] = values.starts[cell]!;
      ends[count++] = values.ends[cell]!;
    }
    column.prepare({ bytes: values.bytes, starts, ends, count });
  }
}
