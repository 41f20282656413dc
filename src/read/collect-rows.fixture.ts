// A source in memory, read as the pipeline reads one in a file, and what came of it as plain strings.
// Every call of the reader is checked on the way: spans inside the window, places in file order.

import { type Kernel, loadKernel } from '../kernel/index.ts';
import { type ByteSource, ByteWindow, layoutWindow } from './byte-window.ts';
import { plainNotation } from './notation.ts';
import type { RowSink } from './row-sink.ts';
import type { TableSchema } from './table-schema.ts';
import { createValueDecoder } from './value-decoder.ts';

export interface ReadOptions {
  windowBytes?: number;
  maxRowBytes?: number;
  /** At most so many bytes come with one read of the source. */
  chunkBytes?: number;
  twin?: boolean;
  charset?: string;
  from?: number;
  stopAt?: number;
  schemas?: TableSchema[];
}

export interface ReadRow {
  table: string;
  columns: string[] | null;
  values: (string | null)[];
  offset: number;
}

export interface CollectedRows {
  rows: ReadRow[];
  skipped: { offset: number; bytes: number; reason: string; text: string }[];
  schemas: TableSchema[];
  databases: string[];
  texts: string[];
  /** Where reading stopped. */
  end: number;
}

export function memorySource(bytes: Uint8Array, chunkBytes = Infinity): ByteSource {
  return {
    read(offset, target, at, length) {
      const part = bytes.subarray(offset, offset + Math.min(length, chunkBytes));
      target.set(part, at);
      return part.length;
    },
    close() {},
  };
}

export function bytesOf(dump: string | Uint8Array): Uint8Array {
  return typeof dump === 'string' ? Buffer.from(dump) : dump;
}

const kernels = new Map<string, Kernel>();

function kernelOf(memoryBytes: number, twin: boolean): Kernel {
  const key = `${memoryBytes} ${twin}`;
  const kernel = kernels.get(key) ?? loadKernel({ memoryBytes, twin });
  kernels.set(key, kernel);
  return kernel;
}

/** A window over `bytes`, in memory that holds whatever the window before left there. */
export function openWindow(bytes: Uint8Array, options: ReadOptions = {}): ByteWindow {
  const layout = layoutWindow({ maxRowBytes: options.maxRowBytes ?? 8 << 20, scratchBytes: 1 << 20 });
  const kernel = kernelOf(layout.memoryBytes, options.twin ?? false);
  return new ByteWindow(kernel, layout, memorySource(bytes, options.chunkBytes), options.windowBytes);
}

/** Calls `read` on a window over `source` with a sink that collects; `opens` is the byte that rows begin with, if they all do. */
export function collectRows(
  source: string | Uint8Array,
  options: ReadOptions,
  read: (window: ByteWindow, sink: RowSink) => number,
  opens: number | null = null,
): CollectedRows {
  const window = openWindow(bytesOf(source), options);
  const result = nothingCollected(options);
  result.end = read(window, collectingSink(window, result, options, opens));
  // pieces may cut characters in two
  for (const part of result.skipped) part.text = Buffer.from(part.text, 'latin1').toString();
  return result;
}

export function nothingCollected(options: ReadOptions): CollectedRows {
  return { rows: [], skipped: [], schemas: [...(options.schemas ?? [])], databases: [], texts: [], end: 0 };
}

export function collectingSink(
  window: ByteWindow,
  result: CollectedRows,
  options: ReadOptions,
  opens: number | null,
): RowSink {
  const { bytes, layout } = window;
  const decoder = createValueDecoder(bytes, {
    notation: plainNotation,
    charset: options.charset ?? 'utf8',
    scratch: layout.scratch,
    scratchBytes: layout.scratchBytes,
  });
  const span = { start: 0, end: 0 };
  const valueOf = (start: number, end: number) =>
    decoder.decode(start, end, span) ? Buffer.from(bytes.subarray(span.start, span.end)).toString() : null;
  let open: { table: string; columns: string[] | null } | null = null;
  let last = 0;

  /** Everything is told once, in file order, and lies in the window. */
  function take(offset: number, from: number, to: number): void {
    check(from >= window.from && from <= to && to <= window.to, 'a span outside the window');
    check(offset === window.offsetOf(from) && offset >= last, 'a place told out of order');
    last = offset + (to - from);
  }

  return {
    schema: (schema) => void result.schemas.push(schema),
    schemaOf: (table) =>
      result.schemas.findLast((schema) => schema.name.toLowerCase() === table.toLowerCase()),
    database: (name) => void result.databases.push(name),
    insert(table, columns, notation) {
      decoder.notation = notation;
      open = { table, columns };
    },
    row(offset, starts, ends, count, ats, atFrom, atTo) {
      check(open !== null, 'a row before its table');
      const from = window.from + offset - window.offsetOf(window.from);
      take(offset, from, ends[count - 1]!);
      check(opens === null || bytes[from] === opens, 'a row that does not begin as rows do');
      const values = Array.from({ length: count }, (_, i) => {
        check(starts[i]! <= ends[i]! && starts[i]! >= (i === 0 ? from : ends[i - 1]!), 'values out of order');
        return valueOf(starts[i]!, ends[i]!);
      });
      const signs = [...ats.subarray(atFrom, atTo)].filter((at) => at < ends[count - 1]!);
      check(signs.join(' ') === atSigns(bytes, from, ends[count - 1]!).join(' '), 'an @ sign missed');
      result.rows.push({ ...open!, values, offset });
    },
    text(offset, from, to) {
      take(offset, from, to);
      result.texts.push(Buffer.from(bytes.subarray(from, to)).toString());
    },
    skipped(offset, reason, from, to) {
      take(offset, from, to);
      const text = Buffer.from(bytes.subarray(from, to)).toString('latin1');
      const before = result.skipped.at(-1);
      if (before?.reason === reason && before.offset + before.bytes === offset) {
        before.bytes += to - from;
        before.text += text;
      } else result.skipped.push({ offset, bytes: to - from, reason, text });
    },
  };
}

function atSigns(bytes: Uint8Array, from: number, to: number): number[] {
  const found: number[] = [];
  for (let p = from; p < to; p++) if (bytes[p] === 0x40) found.push(p);
  return found;
}

function check(isTrue: boolean, broken: string): void {
  if (!isTrue) throw new Error(`the reader told ${broken}`);
}
