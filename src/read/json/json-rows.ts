// Rows of JSON tables, one at a time: read by the kernel, told with the names of their columns.
// In: where a row begins in the window. Out: calls on a `RowSink`, and how reading the row went.

import { jsonEnds, jsonRoom } from '../../kernel/index.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { ColumnNames } from './column-names.ts';
import { jsonNotation } from './json-notation.ts';

export type RowKind = 'object' | 'array' | 'value';

/** Why a row was not read, by how it ended; the first two have no reason of their own. */
export const rowReasons = new Map<number, string>([
  [jsonEnds.malformed, 'rows that are not JSON'],
  [jsonEnds.tooManyKeys, 'rows with more keys than are kept as columns'],
  [jsonEnds.longKey, 'rows with a key longer than any name'],
  [jsonEnds.repeatedKey, 'rows with one key many times over'],
  [jsonEnds.tooManyAts, 'rows with more @ signs than are kept'],
  [jsonEnds.tooDeep, 'rows of brackets within brackets deeper than is read'],
]);

interface OpenTable {
  name: string;
  root: number;
  columns: ColumnNames;
  /** Of rows that are arrays. */
  arrayColumns: string[] | null;
  /** Rows are members of an object: the first column is their key. */
  isKeyed: boolean;
}

export interface Span {
  from: number;
  to: number;
}

interface OpenOptions {
  arrayColumns?: string[] | null;
  isKeyed?: boolean;
}

export class JsonRows {
  /** Where the row read last ends, or how far it was looked at. */
  end = 0;
  #window: ByteWindow;
  #sink: RowSink;
  #room: number;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #new: Uint32Array;
  #ats: Uint32Array;
  #withinLines: boolean;
  #tables = new Map<string, OpenTable>();
  #table: OpenTable | null = null;
  /** What was told of the rows that follow. */
  #told: { table: OpenTable; kind: RowKind } | null = null;

  constructor(window: ByteWindow, sink: RowSink, withinLines: boolean) {
    const { kernel, layout } = window;
    this.#window = window;
    this.#sink = sink;
    // JSON needs no index: its room holds the table of keys
    this.#room = layout.structurals;
    const wordsAt = (at: number, length: number) => kernel.words.subarray(at / 4, at / 4 + length);
    this.#starts = wordsAt(this.#room + jsonRoom.starts, columnWords);
    this.#ends = wordsAt(this.#room + jsonRoom.ends, columnWords);
    this.#new = wordsAt(this.#room + jsonRoom.newColumns, columnWords);
    this.#ats = wordsAt(layout.ats, layout.atCapacity);
    this.#withinLines = withinLines;
  }

  /** Forgets all tables and their keys. */
  begin(): void {
    const { kernel, layout } = this.#window;
    kernel.jsonBegin(this.#room, layout.ats, layout.atCapacity, this.#withinLines);
    this.#tables.clear();
    this.#table = null;
    this.#told = null;
  }

  /** Rows that follow are of this table; `arrayColumns` names the elements of those that are arrays. */
  open(name: string, { arrayColumns = null, isKeyed = false }: OpenOptions = {}): void {
    if (this.#table?.name === name && this.#table.isKeyed === isKeyed) return;
    const place = `${isKeyed} ${name}`;
    this.#table = this.#tables.get(place) ?? this.#create(name, arrayColumns, isKeyed);
    this.#tables.set(place, this.#table);
  }

  #create(name: string, arrayColumns: string[] | null, isKeyed: boolean): OpenTable {
    const { kernel } = this.#window;
    const reserved = isKeyed ? 1 : 0;
    let root = kernel.jsonTable(reserved);
    if (root === 0) {
      // the keys of the tables before have filled the room
      this.begin();
      root = kernel.jsonTable(reserved);
    }
    const columns = new ColumnNames(kernel, this.#room, isKeyed ? ['key'] : []);
    return { name, root, columns, arrayColumns, isKeyed };
  }

  /** Reads the row at `p` and tells it, with the key it stands under if it does; how that went, as in `jsonEnds`. */
  read(kind: RowKind, p: number, key: Span | null = null): number {
    const { kernel, to } = this.#window;
    const table = this.#table!;
    const code =
      kind === 'object'
        ? kernel.jsonObject(p, to, table.root)
        : kind === 'array'
          ? kernel.jsonArray(p, to)
          : kernel.jsonValue(p, to);
    this.end = kernel.jsonEnd();
    if (code !== jsonEnds.row) return code;
    if (kind === 'object') this.#addColumns(table);
    if (this.#told?.table !== table || this.#told.kind !== kind) this.#tell(table, kind);
    const count = kernel.jsonCount();
    if (key) this.#tellUnder(key, count);
    else
      this.#sink.row(
        this.#window.offsetOf(p),
        this.#starts,
        this.#ends,
        count,
        this.#ats,
        0,
        kernel.jsonAts(),
      );
    return code;
  }

  /** The row just read, whose first column is the key it stands under; a lone value is the second. */
  #tellUnder(key: Span, count: number): void {
    const { bytes, kernel } = this.#window;
    const keyAts: number[] = [];
    for (let p = key.from; p < key.to; p++) if (bytes[p] === at) keyAts.push(p);
    const ats =
      keyAts.length === 0
        ? this.#ats
        : Uint32Array.from([...keyAts, ...this.#ats.subarray(0, kernel.jsonAts())]);
    if (this.#told!.kind === 'value') {
      this.#starts[1] = this.#starts[0]!;
      this.#ends[1] = this.#ends[0]!;
    }
    this.#starts[0] = key.from;
    this.#ends[0] = key.to;
    const told = this.#told!.kind === 'value' ? 2 : count;
    this.#sink.row(
      this.#window.offsetOf(key.from),
      this.#starts,
      this.#ends,
      told,
      ats,
      0,
      keyAts.length + kernel.jsonAts(),
    );
  }

  /** Reads the value at `p` and tells nothing. */
  pass(p: number): { code: number; ats: number } {
    const { kernel, to } = this.#window;
    const code = kernel.jsonValue(p, to);
    this.end = kernel.jsonEnd();
    return { code, ats: kernel.jsonAts() };
  }

  #addColumns(table: OpenTable): void {
    const added = this.#window.kernel.jsonNewColumns();
    if (added === 0) return;
    table.columns.add(this.#new.subarray(0, added));
    this.#told = null;
  }

  #tell(table: OpenTable, kind: RowKind): void {
    const columns =
      kind === 'object'
        ? table.columns.names
        : kind === 'array'
          ? table.arrayColumns
          : valueColumns[table.isKeyed ? 1 : 0]!;
    this.#sink.insert(table.name, columns, jsonNotation);
    this.#told = { table, kind };
  }
}

const columnWords = 4096;
const at = 0x40;
const valueColumns = [['value'], ['key', 'value']];
