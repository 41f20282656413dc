// A source in memory, read in stretches as a run reads it, with each promise of the reader checked on the way: every byte of a
// stretch is of a row, of a piece, of what was refused, or punctuation. Out: its cells as plain strings, and the file with
// each listed cell written anew.

import { identify, type ReaderPlan, type TableSchema } from '../../read/index.ts';
import { ByteSink } from '../byte-sink.ts';
import { createCellWriter } from '../write/create-cell-writer.ts';
import { createCellDecoder } from './decode-cell.ts';
import { openCellReader } from './open-cell-reader.ts';
import type { Refusal, StretchTable, UnknownRows } from './stretch.ts';

export interface ReadCellsOptions {
  stretchBytes?: number;
  windowBytes?: number;
  chunkBytes?: number;
  /** Stretches are read by so many readers in turn, as by threads. */
  readers?: number;
  charset?: string;
  tableName?: string;
  schemas?: TableSchema[];
  /** Columns that are listed; all where nothing is said. */
  wanted?: (table: string, columns: string[] | null, width: number) => Int32Array | null;
  /** What is written in the place of a value; itself where nothing is said. */
  replace?: (value: string) => string;
}

export interface ReadCells {
  rows: { table: StretchTable; text: string; values: (string | null)[]; columns: number[] }[];
  pieces: { sort: string; word: string; text: string }[];
  refusals: (Refusal & { text: string })[];
  unknown: UnknownRows[];
  schemas: TableSchema[];
  /** The file, each listed cell written anew. */
  written: Buffer;
  /** The file, put together from what was told. */
  joined: Buffer;
  stretches: number;
}

export function planOf(source: string | Uint8Array): ReaderPlan {
  return identify(Buffer.from(source as string), { isWhole: true }).plan;
}

const allColumns = (_table: string, columns: string[] | null, width: number) =>
  Int32Array.from({ length: columns?.length ?? width }, (_, i) => i);

export function readCells(
  source: string | Uint8Array,
  plan: ReaderPlan = planOf(source),
  options: ReadCellsOptions = {},
): ReadCells {
  const { stretchBytes = Infinity, chunkBytes = Infinity, charset = 'utf8', wanted = allColumns } = options;
  const bytes: Uint8Array = Buffer.from(source as string);
  const schemas = [...(options.schemas ?? [])];
  const readers = Array.from({ length: options.readers ?? 1 }, () =>
    openCellReader(memorySource(bytes, chunkBytes), plan, {
      tableName: options.tableName ?? 'file',
      schemaOf: (table) => schemas.findLast(({ name }) => name.toLowerCase() === table.toLowerCase()),
      wanted,
      windowBytes: options.windowBytes,
      maxRowBytes: 8 << 20,
    }),
  );
  const decoder = createCellDecoder(charset);
  const writer = createCellWriter(plan, charset);
  const result: ReadCells = {
    rows: [],
    pieces: [],
    refusals: [],
    unknown: [],
    schemas: [],
    written: Buffer.alloc(0),
    joined: Buffer.alloc(0),
    stretches: 0,
  };
  const written = new ByteSink();
  const joined: Uint8Array[] = [];
  let from = 0;
  let state = '';
  while (from < bytes.length) {
    const reader = readers[result.stretches % readers.length]!;
    const stretch = reader.read(from, true, from + stretchBytes, state);
    check(stretch.from === from && stretch.to > from, 'a stretch that goes nowhere');
    const length = stretch.to - stretch.from;
    const textOf = (start: number, end: number) => Buffer.from(stretch.bytes.subarray(start, end)).toString();
    const isTold = new Uint8Array(length);
    const tell = (start: number, end: number) => {
      check(start >= 0 && start <= end && end <= length, 'a place outside the stretch');
      isTold.fill(1, start, end);
    };
    const { cells, rows } = stretch;
    let cell = 0;
    let at = 0;
    for (let row = 0; row < rows.count; row++) {
      const [start, end] = [rows.starts[row]!, rows.ends[row]!];
      check(row === 0 || start >= rows.ends[row - 1]!, 'rows out of order');
      tell(start, end);
      const values: (string | null)[] = [];
      const columns: number[] = [];
      for (; cell < cells.count && cells.starts[cell]! <= end; cell++) {
        const [open, close] = [cells.starts[cell]!, cells.ends[cell]!];
        check(open >= at && open >= start && close <= end, 'cells out of order');
        const value = decoder.decode(stretch, cell)
          ? Buffer.from(decoder.bytes.subarray(decoder.start, decoder.end)).toString()
          : null;
        values.push(value);
        columns.push(cells.columns[cell]!);
        written.copy(stretch.bytes, at, open);
        if (value === null) written.copy(stretch.bytes, open, close);
        else {
          const other = Buffer.from(options.replace?.(value) ?? value);
          writer.writeCell(stretch, cell, other, other.length, written);
        }
        at = close;
      }
      result.rows.push({
        table: stretch.tables[rows.tables[row]!]!,
        text: textOf(start, end),
        values,
        columns,
      });
    }
    check(cell === cells.count, 'a cell outside all rows');
    written.copy(stretch.bytes, at, length);
    let pieceEnd = 0;
    for (const { start, end, sort, word } of stretch.pieces) {
      check(start >= pieceEnd && end > start, 'pieces out of order');
      pieceEnd = end;
      tell(start, end);
      result.pieces.push({ sort, word, text: textOf(start, end) });
    }
    for (const refusal of stretch.refusals) {
      const start = refusal.offset - stretch.from;
      tell(start, start + refusal.bytes);
      result.refusals.push({ ...refusal, text: textOf(start, start + refusal.bytes) });
    }
    let rest = '';
    for (let p = 0; p < length; p++) if (isTold[p] === 0) rest += String.fromCharCode(stretch.bytes[p]!);
    check(isPunctuation(rest, plan), `bytes that it said nothing of: ${rest}`);
    joined.push(stretch.bytes.slice(0, length));
    result.unknown.push(...stretch.unknown);
    result.schemas.push(...stretch.schemas);
    schemas.push(...stretch.schemas);
    result.stretches++;
    from = stretch.to;
    state = stretch.state;
  }
  result.written = Buffer.from(written.take());
  result.joined = Buffer.concat(joined);
  return result;
}

/** What may be left of a file once rows, pieces and refusals are taken off. */
function isPunctuation(rest: string, plan: ReaderPlan): boolean {
  if (plan.kind === 'sql') {
    // heads of rows are names
    return !/@|--|\/\*(?!!)|#/u.test(rest.replaceAll(/`(?:``|[^`])*`|"(?:""|[^"])*"/gu, ''));
  }
  if (plan.kind === 'json') return !/@(?!\w*"\s*:)/u.test(rest);
  return !/[\p{L}\p{N}@]/u.test(rest.replace(/^\u00ef\u00bb\u00bf/u, ''));
}

function check(isTrue: boolean, broken: string): void {
  if (!isTrue) throw new Error(`the reader told ${broken}`);
}

function memorySource(bytes: Uint8Array, chunkBytes: number) {
  return {
    read(offset: number, target: Uint8Array, at: number, length: number): number {
      const part = bytes.subarray(offset, offset + Math.min(length, chunkBytes));
      target.set(part, at);
      return part.length;
    },
    close() {},
  };
}
