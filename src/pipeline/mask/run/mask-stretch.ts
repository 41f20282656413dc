// One stretch of the second pass. In: its cells and what else is in it. Out: its bytes with the values replaced; all others
// as they were.

import {
  ByteSink,
  type CellDecoder,
  type CellWriter,
  type Coverage,
  type IdentifierImages,
  type Stretch,
  type TextReplacer,
} from '../../../mask/index.ts';
import type { CellCache } from './cell-cache.ts';
import type { CellValues } from './cell-values.ts';
import type { MaskFile } from './mask-file.ts';
import type { MaskingColumn } from './masking-column.ts';
import { pieceRule } from './piece-rule.ts';
import type { PlannedColumn } from './planned-columns.ts';
import { createRowTexts } from './row-texts.ts';

export interface MaskContext {
  file: MaskFile;
  coverage: Coverage;
  decoder: CellDecoder;
  writer: CellWriter;
  columns: readonly MaskingColumn[];
  /** The same columns as the plan has them. */
  planned: readonly PlannedColumn[];
  text: TextReplacer;
  values: CellValues;
  cache: CellCache;
  images: IdentifierImages;
  /** Where the output may go; null: into memory of its own. */
  room: ArrayBuffer | null;
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
  const { cache, columns, decoder, images, values, writer } = context;
  const length = to - from;
  const out =
    context.room === null ? new ByteSink(length + (length >> 3) + 1024) : ByteSink.over(context.room);
  const replacement = new ByteSink();
  const masked: MaskedStretch = {
    out,
    starts: new Uint32Array(cells.count),
    ends: new Uint32Array(cells.count),
    finds: 0,
    unfit: [],
  };
  const isPrepared = columns.map((column) => column.prepare !== undefined);
  if (isPrepared.includes(true)) {
    values.decode(decoder, stretch, isPrepared);
    prepare(stretch, context);
  }
  const rowTexts = createRowTexts(stretch, context.planned, decoder, context.text);
  const isCached = cache.begin(writer, stretch.forms);
  let at = 0;
  let piece = 0;
  const copyTo = (until: number) => {
    for (; piece < pieces.length && pieces[piece]!.start < until; piece++) {
      const { start, end } = pieces[piece]!;
      const rule = pieceRule(context.coverage, context.file, pieces[piece]!);
      out.copy(bytes, at, start);
      // what is between rows is of none of them
      context.text.row.clear();
      if (rule === 'text') masked.finds += context.text.replaceText(bytes, start, end, out);
      else if (rule !== 'drop') out.copy(bytes, start, end);
      at = end;
    }
    out.copy(bytes, at, until);
    at = until;
  };
  for (let cell = 0; cell < cells.count; cell++) {
    const number = cells.columns[cell]!;
    const column = columns[number]!;
    const rawStart = cells.starts[cell]!;
    const rawEnd = cells.ends[cell]!;
    copyTo(rawStart);
    const outStart = out.length;
    masked.starts[cell] = outStart;
    at = rawEnd;
    const isOfRow = rowTexts.enter(cell);
    const isAsked = isCached && !isOfRow && !isPrepared[number]! && cache.takes(number, rawEnd - rawStart);
    if (isAsked && cache.find(number, bytes, rawStart, rawEnd)) {
      out.copy(cache.bytes, cache.start, cache.end);
      column.count += cache.mark;
      masked.ends[cell] = out.length;
      continue;
    }
    const { value, start, end } = isPrepared[number]!
      ? { value: values.bytes, start: values.starts[cell]!, end: values.ends[cell]! }
      : decoder.decode(stretch, cell)
        ? { value: decoder.bytes, start: decoder.start, end: decoder.end }
        : nothing;
    const { stoodAside } = images;
    const { count } = column;
    let isFit = true;
    if (start < end) {
      replacement.clear();
      const room = writer.roomOf(bytes, rawStart, rawEnd);
      isFit = column.replace(value, start, end, replacement, room);
      if (!isFit) masked.unfit.push(cell);
      if (column.isNull) writer.writeNull(stretch, cell, out);
      else writer.writeCell(stretch, cell, replacement.bytes, replacement.length, out);
    } else out.copy(bytes, rawStart, rawEnd);
    masked.ends[cell] = out.length;
    // what is counted of a value has to be counted each time
    if (isAsked && isFit && images.stoodAside === stoodAside)
      cache.keep(number, bytes, rawStart, rawEnd, out.bytes, outStart, out.length, column.count - count);
  }
  copyTo(length);
  return masked;
}

const nothing = { value: new Uint8Array(0), start: 0, end: 0 };

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
