// Reads a file that is to be masked, a stretch at a time: where the values are that the plan masks, and what all other bytes
// are. In: a source, and how it is read. Out: stretches. It never passes over a byte: what it cannot tell is refused.

import { loadKernel } from '../../kernel/index.ts';
import {
  type ByteSource,
  ByteWindow,
  createDialect,
  createReader,
  layoutWindow,
  maxRowBytes,
  type ReaderPlan,
  type TableSchema,
} from '../../read/index.ts';
import type { CellReader } from './cell-reader.ts';
import { CellSink, type WantedColumns } from './cell-sink.ts';
import { createJsonSyntax } from './json-syntax.ts';
import { createLineSyntax } from './line-syntax.ts';
import { RawBytes } from './raw-bytes.ts';
import { createTextReader } from './read-text.ts';
import type { RowSyntax } from './row-syntax.ts';
import { createSqlSyntax } from './sql-syntax.ts';

export interface CellReaderOptions {
  /** Of a file that is one table. */
  tableName: string;
  /** What is known of a table before this file is read, or of what was read elsewhere. */
  schemaOf: (table: string) => TableSchema | undefined;
  wanted: WantedColumns;
  /** For tests: any size gives the same cells. */
  windowBytes?: number | undefined;
  /** The longest row that is read whole. */
  maxRowBytes?: number;
}

export function openCellReader(source: ByteSource, plan: ReaderPlan, options: CellReaderOptions): CellReader {
  const raw = new RawBytes(source);
  if (plan.kind === 'text' || plan.kind === 'document') return createTextReader(raw);
  const layout = layoutWindow({ maxRowBytes: options.maxRowBytes ?? maxRowBytes, scratchBytes: 0 });
  const window = new ByteWindow(
    loadKernel({ memoryBytes: layout.memoryBytes }),
    layout,
    raw,
    options.windowBytes,
  );
  const { tableName, schemaOf, wanted } = options;
  const sink = new CellSink({ raw, window, syntax: syntaxOf(plan), tableName, schemaOf, wanted });
  const reader = createReader(plan, window, sink, { pauses: true });
  return {
    read(from, isExact, until, state) {
      const begin = isExact ? from : reader.findStart(from, until, state);
      raw.keepFrom(begin);
      sink.begin(begin);
      const to = begin < until ? reader.read(begin, until, state) : begin;
      sink.end(to, raw.isFull);
      const { forms, tables, pieces, schemas, refusals, unknown, odd } = sink;
      const { cells, rows } = sink.noted;
      const events = sink.events.list;
      const found = { cells, forms, rows, tables, pieces, schemas, events, refusals, unknown, odd };
      return { from: begin, to, state: reader.state, bytes: raw.bytes, ...found };
    },
  };
}

function syntaxOf(plan: ReaderPlan): RowSyntax {
  switch (plan.kind) {
    case 'sql':
      return createSqlSyntax(createDialect(plan.dialect, plan.backslashEscapes));
    case 'json':
      return createJsonSyntax();
    case 'csv':
      return createLineSyntax([...plan.delimiter, ...plan.rowEnd]);
    default:
      return createLineSyntax([]);
  }
}
