// A look at a directory before it is read: values of each column from places all over the file, for the recogniser.
// In: a source and its table. Out: a sample; it holds values, and goes no further than the recogniser.

import { loadKernel } from '../../kernel/index.ts';
import {
  type ByteSource,
  ByteWindow,
  createReader,
  createValueDecoder,
  layoutWindow,
  plainNotation,
  type RowSink,
} from '../../read/index.ts';
import type { TableSample } from '../../recognise/index.ts';
import { ColumnSample, rowRank, sampledBytes } from '../../resolve/index.ts';
import { tableSampleOf } from '../table-entry.ts';
import type { DirectoryTable } from './directory-table.ts';

/** Looked at from the beginning, and at each of the places after it. */
const placeBytes = 64 << 10;
const places = 16;
const scratchBytes = 1 << 20;
/** Directories are no dumps: a row is some hundred bytes. */
const mostRowBytes = 4 << 20;

export function sampleDirectory(
  source: ByteSource,
  sizeBytes: number,
  { dialect, charset }: DirectoryTable,
): TableSample {
  const layout = layoutWindow({ maxRowBytes: mostRowBytes, scratchBytes });
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes });
  const decoder = createValueDecoder(kernel.bytes, {
    notation: plainNotation,
    charset,
    scratch: layout.scratch,
    scratchBytes,
  });
  const columns = Array.from({ length: dialect.width }, () => new ColumnSample());
  const filled = new Float64Array(dialect.width);
  let rows = 0;
  const span = { start: 0, end: 0 };
  const sink: RowSink = {
    schema() {},
    schemaOf: () => undefined,
    database() {},
    insert(_table, _columns, notation) {
      decoder.notation = notation;
    },
    row(offset, starts, ends, count) {
      rows++;
      const rank = rowRank(0, offset);
      columns.forEach((sample, column) => {
        if (column >= count) return;
        const [from, to] = [starts[column]!, ends[column]!];
        if (to <= from || !decoder.notation.isFilled(kernel.bytes, from, to)) return;
        filled[column]!++;
        if (rank >= sample.threshold) return;
        if (!decoder.decode(from, Math.min(to, from + sampledBytes * 2), span)) return;
        const end = Math.min(span.end, span.start + sampledBytes);
        sample.add({ rank, bytes: kernel.bytes.slice(span.start, end) });
      });
    },
    text() {},
    skipped() {},
  };
  const step = Math.max(placeBytes, Math.floor((sizeBytes - dialect.dataOffset) / places));
  for (let at = dialect.dataOffset; at < sizeBytes; at += step) {
    const window = new ByteWindow(kernel, layout, source, placeBytes);
    const reader = createReader(dialect, window, sink);
    const start = at === dialect.dataOffset ? at : reader.findStart(at, at + placeBytes, '');
    const until = Math.min(sizeBytes, at + placeBytes);
    if (start < until) reader.read(start, until, '');
  }
  return tableSampleOf(
    'directory',
    dialect.columns ?? columns.map(() => null),
    null,
    columns.map((sample) => sample.values()),
    { rows, filled },
  );
}
