// The rows of an INSERT, from its head to what ends the statement; or to the middle, where whoever reads cannot hold a statement
// without an end. In: a head, or the state in which reading stopped. Out: rows, told to the sink.

import * as ascii from './ascii.ts';
import { readWord, textOf } from './lexer.ts';
import { type Place, readMore } from './place.ts';
import { isRowsTail } from './rows-tail.ts';
import { skipRest } from './skip-text.ts';
import { sqlNotationOf } from './sql-notation.ts';
import type { InsertHead } from './statement-kinds.ts';
import type { TableSchema } from '../table-schema.ts';
import type { TupleReader } from './tuple-reader.ts';

/** mysqldump's statements have a megabyte, and some programs write one statement a table. */
const longPastStop = 4 << 20;

export interface AroundRows {
  /** Rows cannot be read: what lies before the next statement is handed over as text. */
  recover(reason: string, reached: number): void;
  /** What follows the rows, up to the end of the statement. */
  passTail(): void;
}

interface InsertedTable {
  table: string;
  columns: string[] | null;
  scope?: string | undefined;
}

export class OpenRows {
  /** File offset at which reading should stop. */
  stopAt = Infinity;
  #place: Place;
  #tuples: TupleReader;
  #pauses: boolean;
  #around: AroundRows;
  #table: InsertedTable | null = null;
  #columns = new WeakMap<TableSchema, string[]>();

  constructor(place: Place, tuples: TupleReader, pauses: boolean, around: AroundRows) {
    this.#place = place;
    this.#tuples = tuples;
    this.#pauses = pauses;
    this.#around = around;
  }

  get isOpen(): boolean {
    return this.#table !== null;
  }

  /** Empty where no rows are left to be read; plain text, to be given to whoever reads on from here. */
  get state(): string {
    return this.#table ? JSON.stringify({ rowsOf: this.#table }) : '';
  }

  open(state: string): void {
    this.#table = state.startsWith('{') ? (JSON.parse(state) as { rowsOf: InsertedTable }).rowsOf : null;
  }

  read(head: InsertHead): void {
    const place = this.#place;
    const { sink, window } = place;
    // a quoted name or a comment in the head would leave the index on the wrong side of a string
    const hasQuote = window.bytes.subarray(place.p, head.rows).indexOf(ascii.QUOTE) >= 0;
    if (!this.#tuples.isIndexed(place.p) || hasQuote) place.forget();
    sink.passed?.(window.offsetOf(place.p), window.offsetOf(head.rows), 'INSERT', 'head');
    this.#readFrom(head.rows, head);
  }

  /** Reads the rows that are left, from the place on. */
  readOn(): void {
    const { p } = this.#place;
    const table = this.#table!;
    this.#table = null;
    this.#readFrom(p, table);
  }

  /** The same array for each statement: a table may have thousands of columns, and a statement for each row. */
  #columnsOf(table: string): string[] | null {
    const schema = this.#place.sink.schemaOf(table);
    if (!schema) return null;
    let columns = this.#columns.get(schema);
    if (!columns) this.#columns.set(schema, (columns = schema.columns.map(({ name }) => name)));
    return columns;
  }

  #readFrom(from: number, { table, columns: listed, scope }: InsertedTable): void {
    const place = this.#place;
    const { sink } = place;
    const columns = listed ?? this.#columnsOf(table);
    if (listed) sink.insert(table, columns, sqlNotationOf(place.dialect));
    else sink.insert(table, columns, sqlNotationOf(place.dialect), scope ?? '');
    const stopAt = this.#pauses ? this.stopAt + longPastStop : Infinity;
    const end = this.#tuples.read(from, columns?.length ?? 0, stopAt);
    place.p = end.position;
    switch (end.kind) {
      case 'end':
        return;
      case 'stopped':
        this.#table = { table, columns: listed, scope };
        return;
      case 'cut':
        return this.#readOnAfterCut();
      case 'too long':
        return this.#around.recover('a row longer than what is read whole', end.reached);
      case 'tail':
        return this.#readTail(end.last);
      case 'malformed':
        return this.#around.recover('rows that cannot be read', end.reached);
    }
  }

  /**
   * The source ended inside a row. Where it ends as dumps end, a quote was lost somewhere before, and what
   * the false string swallowed can still be read; else the dump was cut off, and that was its last row.
   */
  #readOnAfterCut(): void {
    const place = this.#place;
    const { bytes, to } = place.window;
    const ending = textOf(bytes, Math.max(place.p, to - 512), to);
    const { batches, terminator } = place.dialect;
    const isWhole = batches || terminator !== 0 ? scriptEnd : dumpEnd;
    if (isWhole.test(ending)) this.#around.recover('rows that cannot be read', to);
    else skipRest(place, 'cut off in the middle of a row');
  }

  /** Something else than `;` after the rows, which end at `last`. */
  #readTail(last: number): void {
    const place = this.#place;
    const { name, batches, terminator } = place.dialect;
    if (batches) return void (place.p = last);
    const byte = place.window.bytes[place.p];
    if (terminator !== 0 && byte === terminator) {
      place.p++;
      return;
    }
    const word = this.#readTailWord();
    if (isRowsTail(word, name)) return this.#around.passTail();
    if (name === 'oracle' && word === 'INTO') return;
    this.#around.recover('rows that cannot be read', place.p);
  }

  #readTailWord(): string {
    const place = this.#place;
    for (;;) {
      const word = readWord(place.window.bytes, place.p, place.window.to);
      if (place.p + word.length < place.window.to || !readMore(place)) return word;
    }
  }
}

/** How dumps end, and how scripts do whose statements need no `;`. */
const dumpEnd = /(?:;|\n--[^\n]*)\s*\n$/u;
const scriptEnd = /(?:[;)/@]|\nGO|\n--[^\n]*)\s*\n$/iu;
