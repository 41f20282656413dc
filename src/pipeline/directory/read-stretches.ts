// Reads stretches of a directory in one thread. In: the plan, and where the bytes come from. Out: for each stretch asked
// for the rows that begin in it. A stretch that does not begin where the one before ended is asked for again.

import { loadKernel } from '../../kernel/index.ts';
import {
  type ByteSource,
  ByteWindow,
  createReader,
  createValueDecoder,
  layoutWindow,
  plainNotation,
} from '../../read/index.ts';
import type { DirectoryTable } from './directory-table.ts';
import type { RowPlan } from './row-plan.ts';
import { createRowReader, type ReadRows } from './row-reader.ts';
import { rowTokensBytes } from './row-tokens.ts';

export interface StretchPlan extends RowPlan {
  table: DirectoryTable;
}

export interface ReadStretch extends ReadRows {
  /** File offsets of the first row and past the last one. */
  from: number;
  to: number;
}

const decoderBytes = 2 << 20;
/** A row that is longer is told as one that could not be read. */
const mostRowBytes = 8 << 20;

/** `from` is where a row begins if `isExact`; else the first that seems to begin after it is taken. */
export type ReadStretches = (from: number, isExact: boolean, until: number) => ReadStretch;

export function openStretches(source: ByteSource, plan: StretchPlan): ReadStretches {
  const layout = layoutWindow({
    maxRowBytes: mostRowBytes,
    scratchBytes: decoderBytes + rowTokensBytes,
  });
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes });
  const decoder = createValueDecoder(kernel.bytes, {
    notation: plainNotation,
    charset: plan.table.charset,
    scratch: layout.scratch,
    scratchBytes: decoderBytes,
  });
  const rows = createRowReader(kernel, decoder, layout.scratch + decoderBytes, plan);
  const window = new ByteWindow(kernel, layout, source);
  const reader = createReader(plan.table.dialect, window, rows.sink);
  return (from, isExact, until) => {
    const begin = isExact ? from : reader.findStart(from, until, '');
    const to = begin < until ? reader.read(begin, until, '') : begin;
    return { ...rows.take(), from: begin, to };
  };
}
