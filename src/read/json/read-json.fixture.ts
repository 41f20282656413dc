// JSON in memory, read as the pipeline reads it in a file, and what came of it as plain objects.

import {
  bytesOf,
  type CollectedRows,
  collectingSink,
  nothingCollected,
  openWindow,
  type ReadOptions as CollectOptions,
} from '../collect-rows.fixture.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { JsonReader } from './json-reader.ts';
import type { JsonShape } from './json-shape.ts';
import { sniffJson } from './sniff-json.ts';

export interface ReadOptions extends CollectOptions {
  shape?: JsonShape;
  table?: string;
}

export function shapeOf(source: string | Uint8Array): JsonShape {
  const shape = sniffJson(bytesOf(source).subarray(0, 256 << 10));
  if (!shape) throw new Error('not JSON');
  return shape;
}

export function openReader(source: string | Uint8Array, options: ReadOptions = {}) {
  const window = openWindow(bytesOf(source), options);
  const result = nothingCollected(options);
  const sink = inFileOrder(window, collectingSink(window, result, options, null));
  const shape = options.shape ?? shapeOf(source);
  return { reader: new JsonReader(window, sink, { shape, table: options.table ?? '' }), result };
}

export function readJson(source: string | Uint8Array, options: ReadOptions = {}): CollectedRows {
  const { reader, result } = openReader(source, options);
  result.end = reader.read(options.from ?? 0, options.stopAt ?? Infinity);
  // pieces may cut characters in two
  for (const part of result.skipped) part.text = Buffer.from(part.text, 'latin1').toString();
  return result;
}

/** Rows as objects of the values that are there. */
export function objectsOf(read: CollectedRows): Record<string, string | null>[] {
  return read.rows.map(({ columns, values }) =>
    Object.fromEntries(values.map((value, i) => [columns?.[i] ?? String(i), value])),
  );
}

/** Members of an object come in any order, and not all in every row: tells `sink` only those that are there, as they stand in the file. */
function inFileOrder(window: ByteWindow, sink: RowSink): RowSink {
  let told: Parameters<RowSink['insert']> | null = null;
  return {
    ...sink,
    insert(...args) {
      told = args;
      sink.insert(...args);
    },
    row(offset, starts, ends, count, ats, atFrom, atTo) {
      const [table, columns, notation] = told!;
      if (columns !== null && columns.length !== count)
        throw new Error('a row that is not of the columns told');
      const there = Array.from({ length: count }, (_, i) => i)
        .filter((i) => ends[i]! > starts[i]!)
        .sort((a, b) => starts[a]! - starts[b]!);
      sink.insert(
        table,
        there.map((i) => columns?.[i] ?? String(i)),
        notation,
      );
      if (there.length === 0) {
        const at = Uint32Array.of(window.from + offset - window.offsetOf(window.from));
        sink.insert(table, [''], notation);
        return sink.row(offset, at, at, 1, ats, 0, 0);
      }
      const pick = (spans: Uint32Array) => Uint32Array.from(there, (i) => spans[i]!);
      sink.row(offset, pick(starts), pick(ends), there.length, ats, atFrom, atTo);
    },
  };
}
