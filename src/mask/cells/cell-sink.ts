// Takes what a reader tells of one stretch, and notes where cells, rows, pieces and refusals are. In: the calls of a reader.
// Out: a `Stretch`. Whatever the reader did not tell is looked at here: bytes that nothing explains are refused.

import type { ByteWindow, Notation, RowSink, TableSchema } from '../../read/index.ts';
import { plainNotation } from '../../read/index.ts';
import { isAsKept, kept } from './kept-cell.ts';
import { NotedRows } from './noted-rows.ts';
import type { RawBytes } from './raw-bytes.ts';
import type { FoundBetween, RowSyntax } from './row-syntax.ts';
import { noteStatement, TableEvents } from './table-events.ts';
import type { CellForm, OddCell, Piece, Refusal, StretchTable, UnknownRows } from './stretch.ts';

/**
 * Of the columns of a table, the numbers under which their cells are listed, one of `kept` for those whose cells are not;
 * `columns` are null where nothing names them. Null: nothing is known of the table, or of one of its columns.
 */
export type WantedColumns = (table: string, columns: string[] | null, width: number) => Int32Array | null;

export interface CellSinkOptions {
  raw: RawBytes;
  window: ByteWindow;
  syntax: RowSyntax;
  /** Of a file that is one table. */
  tableName: string;
  schemaOf: (table: string) => TableSchema | undefined;
  wanted: WantedColumns;
}

/** The table whose rows are told, and which of their values are listed. */
interface OpenTable {
  /** As the reader names it. */
  table: string;
  number: number;
  columns: string[] | null;
  /** Places in a row of the values listed, and the numbers they are listed under; null: unknown. */
  places: Uint32Array | null;
  numbers: Int32Array;
  /** The numbers by place, below 0 for values that are not listed. */
  wanted: Int32Array | null;
  /** Places of values that are kept for what they hold. */
  guarded: Uint32Array;
  unknown: UnknownRows | null;
}

export class CellSink implements RowSink {
  readonly noted = new NotedRows();
  forms: CellForm[] = [];
  tables: StretchTable[] = [];
  pieces: Piece[] = [];
  schemas: TableSchema[] = [];
  refusals: Refusal[] = [];
  unknown: UnknownRows[] = [];
  odd: OddCell[] = [];
  readonly events = new TableEvents();
  #options: CellSinkOptions;
  /** File offset of the stretch, and how far in it everything is explained. */
  #from = 0;
  #covered = 0;
  #notation: Notation = plainNotation;
  #told: { table: string; columns: string[] | null } = { table: '', columns: null };
  #open: OpenTable | null = null;
  #schemas = new Map<string, TableSchema>();
  #known = new Map<string, OpenTable>();
  /** The same, by the array that names the columns, which readers give again for the same rows. */
  #byColumns = new Map<string[], OpenTable>();

  constructor(options: CellSinkOptions) {
    this.#options = options;
  }

  /** A stretch begins at file offset `from`. */
  begin(from: number): void {
    this.noted.clear();
    this.forms = [];
    this.tables = [];
    this.pieces = [];
    this.schemas = [];
    this.#schemas.clear();
    this.refusals = [];
    this.unknown = [];
    this.odd = [];
    this.events.clear();
    this.#from = from;
    this.#covered = 0;
    this.#open = null;
    this.#known.clear();
    this.#byColumns.clear();
  }

  /** The stretch ends at file offset `to`; some of its bytes are not there if `isCut`. */
  end(to: number, isCut: boolean): void {
    this.#explain(to - this.#from);
    if (isCut) this.refusals.push({ offset: this.#from, reason: tooLong, bytes: to - this.#from });
  }

  schema(schema: TableSchema): void {
    this.schemas.push(schema);
    this.events.stated(schema);
    this.#schemas.set(schema.name.toLowerCase(), schema);
    this.#open = null;
    this.#known.clear();
    this.#byColumns.clear();
  }

  schemaOf(table: string): TableSchema | undefined {
    return this.#schemas.get(table.toLowerCase()) ?? this.#options.schemaOf(table);
  }

  database(name: string): void {
    this.events.scope(`use ${name.toLowerCase()}`);
  }

  altered(table: string | null): void {
    this.events.altered(table);
  }

  insert(table: string, columns: string[] | null, notation: Notation, scope?: string): void {
    if (scope !== undefined && columns !== null)
      this.events.rows(table, columns, scope, this.#from + this.#covered);
    if (notation !== this.#notation || this.forms.length === 0) {
      this.#notation = notation;
      this.forms.push({ from: this.noted.cells.count, notation });
    }
    if (this.#open && table === this.#told.table && isSame(columns, this.#told.columns)) return;
    this.#told = { table, columns };
    this.#open = null;
  }

  row(offset: number, starts: Uint32Array, ends: Uint32Array, count: number): void {
    const { raw, syntax } = this.#options;
    const start = offset - this.#from;
    if (start !== this.#covered) this.#explain(start);
    const { noted } = this;
    const open = this.#open ?? this.#openTable(count);
    // from memory positions to those of the stretch
    const shift = this.#options.window.offsetOf(0) - this.#from;
    const end = syntax.endOfRow(raw.bytes, start, starts, ends, count, shift, this.found);
    this.#covered = end;
    if (open.columns !== null && open.columns.length !== count && !syntax.isSparse) {
      this.#refuse(start, otherWidth, end);
      return;
    }
    noted.row(start, end, open.number);
    const { places, numbers } = open;
    if (places === null) this.#noteUnknown(open, offset);
    else if (syntax.isSparse) noted.sparse(open.wanted!, starts, ends, count, shift);
    else noted.values(places, numbers, starts, ends, shift);
    if (open.guarded.length > 0) this.#guard(open, starts, ends, count, shift);
  }

  #guard(
    { guarded, number, wanted }: OpenTable,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
    shift: number,
  ): void {
    const { bytes } = this.#options.raw;
    for (const place of guarded) {
      const start = starts[place]! + shift;
      if (place >= count || starts[place]! >= ends[place]!) continue;
      const sort = wanted![place]!;
      const end = ends[place]! + shift;
      const isRight =
        sort === kept.readable
          ? this.#options.syntax.isPlain!(bytes, start, end, this.#notation)
          : isAsKept(sort, bytes, start, end);
      if (isRight || this.odd.length === mostOdd) continue;
      this.odd.push({ offset: this.#from + start, table: this.tables[number]!, place });
    }
  }

  #noteUnknown(open: OpenTable, offset: number): void {
    if (open.unknown) open.unknown.rows++;
    else {
      const { table } = this.tables[open.number]!;
      this.unknown.push((open.unknown = { table, columns: open.columns, offset, rows: 1 }));
    }
  }

  text(offset: number, from: number, to: number): void {
    const start = offset - this.#from;
    this.#explain(start);
    this.#covered = start + to - from;
    this.#note('comment', start, this.#covered, '');
  }

  skipped(offset: number, reason: string, from: number, to: number, bytes?: number): void {
    const start = offset - this.#from;
    this.#explain(start);
    this.#refuse(start, reason, start + (bytes ?? to - from));
  }

  passed(from: number, to: number, words: string, kind: 'head' | 'statement' | 'unread'): void {
    const { raw, syntax } = this.#options;
    if (kind === 'unread') while ((this.refusals.at(-1)?.offset ?? -1) >= from) this.refusals.pop();
    const first = from - this.#from;
    const start = syntax.startOfStatement(raw.bytes, Math.min(this.#covered, first), first);
    this.#explain(start);
    const end = to - this.#from;
    this.#covered = Math.max(this.#covered, end);
    if (kind === 'statement') noteStatement(this.events, words, raw.bytes, first, end);
    if (kind !== 'head' || !syntax.isPlainHead(raw.bytes, start, end))
      this.#note('statement', start, end, words);
  }

  /** What lies between what was told last and `until`: punctuation, comments, or something that nobody understood. */
  #explain(until: number): void {
    if (this.#covered >= until) return;
    const { raw, syntax } = this.#options;
    const start = this.#covered;
    this.#covered = until;
    const isFirst = this.#from === 0 && this.noted.rows.count === 0;
    syntax.explain(raw.bytes, start, until, isFirst, this.found);
  }

  /** What the syntax found between or within rows. */
  readonly found: FoundBetween = {
    piece: (start, end, sort) => this.#note(sort, start, end, ''),
    refuse: (start, end, reason) => this.#refuse(start, reason, end),
  };

  #note(sort: Piece['sort'], start: number, end: number, word: string): void {
    this.pieces.push({ start, end, sort, word });
  }

  #refuse(start: number, reason: string, end: number): void {
    this.#covered = Math.max(this.#covered, end);
    const last = this.refusals.at(-1);
    if (last?.reason === reason && last.offset + last.bytes === this.#from + start) last.bytes += end - start;
    else this.refusals.push({ offset: this.#from + start, reason, bytes: end - start });
  }

  #openTable(width: number): OpenTable {
    const { table, columns } = this.#told;
    const given = columns && this.#byColumns.get(columns);
    if (given?.table === table) return (this.#open = given);
    const open = this.#findTable(table, columns, width);
    if (columns) this.#byColumns.set(columns, open);
    return (this.#open = open);
  }

  #findTable(table: string, columns: string[] | null, width: number): OpenTable {
    const key = JSON.stringify([table, columns, columns === null ? width : 0]);
    const known = this.#known.get(key);
    if (known) return known;
    const name = table === '' ? this.#options.tableName : table;
    const { syntax } = this.#options;
    const wanted = this.#options.wanted(name, columns, columns?.length ?? width);
    const places: number[] = [];
    const guarded: number[] = [];
    wanted?.forEach((number, place) => {
      if (number >= 0) places.push(place);
      else if (number === kept.readable ? syntax.isPlain !== undefined : number !== kept.anything)
        guarded.push(place);
    });
    const open: OpenTable = {
      table,
      number: this.tables.length,
      columns,
      places: wanted && Uint32Array.from(places),
      numbers: Int32Array.from(places, (place) => wanted![place]!),
      wanted,
      guarded: Uint32Array.from(guarded),
      unknown: null,
    };
    this.tables.push({ table: name, columns });
    this.#known.set(key, open);
    return open;
  }
}

/** Of a stretch; the first ones are told. */
const mostOdd = 100;

const tooLong = 'a statement longer than what is held';
const otherWidth = 'rows with another number of values than the table has columns';

function isSame(one: string[] | null, other: string[] | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
