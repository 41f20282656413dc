// Reads an SQL dump from one statement boundary to another: rows as spans in memory, never as strings.
// In: a window over the bytes. Out: calls on a `RowSink`, in file order. What cannot be read is handed
// over as skipped text with its place; nothing is passed over in silence and nothing is guessed.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import { CUT, findByte, readWord, skipSpace, textOf } from './lexer.ts';
import { textBreak } from '../text-break.ts';
import { type InsertHead, readStatementHead, type StatementHead } from './statement-head.ts';
import { scanStatement, startScan } from './statement-scan.ts';
import { findSyncPoint, isSyncPoint, syncBytes } from './sync-point.ts';
import { parseAlterTable, parseCreateTable, type TableSchema } from './table-schema.ts';
import { TupleReader } from './tuple-reader.ts';

/** What a reader tells, in file order. Positions are memory positions, valid during the call only. */
export interface RowSink {
  /** A table as CREATE TABLE states it, and again for each ALTER TABLE that adds keys. */
  schema(schema: TableSchema): void;
  /** The schema known for a table, to which an ALTER TABLE adds; may wait for what others read. */
  schemaOf(table: string): TableSchema | undefined;
  /** Rows of `table` follow; `columns` as the statement or the schema names them, or null. */
  insert(table: string, columns: string[] | null): void;
  /**
   * One row of the table named last: values at `starts[i]`..`ends[i]`, still quoted and escaped.
   * `@` signs of the row are at `ats[atFrom]`..`ats[atTo - 1]`.
   */
  row(offset: number, starts: Uint32Array, ends: Uint32Array, count: number, ats: Uint32Array, atFrom: number, atTo: number): void;
  /** Bytes that could not be read as rows: where, why, and the bytes themselves to be scanned as text. */
  skipped(offset: number, reason: string, from: number, to: number): void;
}

export interface SqlReaderOptions {
  /** False for dumps made under NO_BACKSLASH_ESCAPES. */
  backslashEscapes?: boolean;
}

/** Longest CREATE or ALTER TABLE read whole: MySQL's 4,096 columns with long comments fit well inside. */
const maxDefinitionBytes = 4 << 20;

/** Text that is no SQL is passed over a line at a time; longer lines in pieces of this size. */
const maxLineBytes = 1 << 20;

/** Kept of a window when looking for a sync point: the `;`, the line end and what the rule looks at. */
const syncTail = syncBytes + 2;

/** What may follow the last row: ON DUPLICATE KEY UPDATE …, AS new …, RETURNING …. */
const rowsTails = new Set(['ON', 'AS', 'RETURNING']);

export class SqlReader {
  #window: ByteWindow;
  #sink: RowSink;
  #escapes: boolean;
  #tuples: TupleReader;
  #p: number;
  #lastHead: { bytes: Uint8Array; head: InsertHead } | null = null;

  constructor(window: ByteWindow, sink: RowSink, options: SqlReaderOptions = {}) {
    this.#window = window;
    this.#sink = sink;
    this.#escapes = options.backslashEscapes ?? true;
    this.#tuples = new TupleReader(window, sink, this.#escapes);
    this.#p = window.from;
  }

  /** The first sync point at or after `offset` and before `limit`, or `limit` where there is none. */
  findStart(offset: number, limit: number): number {
    const window = this.#window;
    window.seek(Math.max(0, offset - 1));
    let p = window.from;
    while (window.offsetOf(p) < limit) {
      const found = findSyncPoint(window.bytes, p, window.to, window.ended);
      if (found >= 0) return Math.min(window.offsetOf(found), limit);
      const keep = Math.max(p, window.to - syncTail);
      if (window.slide(keep) < 0) return limit;
      p = window.from;
    }
    return limit;
  }

  /** Reads statements from `offset`, a boundary, to the first sync point at or past `stopAt`; returns where it stopped. */
  read(offset: number, stopAt: number): number {
    this.#window.seek(offset);
    this.#p = this.#window.from;
    this.#tuples.forget();
    for (;;) {
      const start = this.#skipSpace();
      if (start < 0) return this.#window.offsetOf(this.#window.to);
      this.#readStatement();
      if (this.#window.offsetOf(this.#p) >= stopAt && this.#isAtSyncPoint()) return this.#window.offsetOf(this.#p);
    }
  }

  /** Keeps what begins at `#p` and brings in more; false at the end. */
  #more(): boolean {
    if (this.#window.slide(this.#p) < 0) return false;
    this.#p = this.#window.from;
    this.#tuples.forget();
    return true;
  }

  #skipSpace(): number {
    for (;;) {
      const { bytes, to } = this.#window;
      const p = skipSpace(bytes, this.#p, to);
      while (this.#p < to && ascii.isSpace(bytes[this.#p]!)) this.#p++;
      if (p === this.#p) return p;
      // a comment: its quotes would have turned the index around
      this.#tuples.forget();
      if (p >= 0) return (this.#p = p);
      if (this.#more()) continue;
      if (this.#window.ended) return CUT;
      // a comment larger than the largest window: passed over in pieces, as comments hold no rows
      this.#p = to - 1;
    }
  }

  #isAtSyncPoint(): boolean {
    while (this.#window.to - this.#p < syncBytes && !this.#window.ended) if (!this.#more()) break;
    return isSyncPoint(this.#window.bytes, this.#p, this.#window.to);
  }

  #readStatement(): void {
    const head = this.#readHead();
    if (head === null) return this.#skipRest('cut off in the middle of a statement');
    switch (head.kind) {
      case 'insert':
        return this.#readRows(head);
      case 'create table':
      case 'alter table':
        return this.#readDefinition(head.kind);
      case 'delimiter':
        return this.#skipDelimited();
      case 'other':
        this.#skipStatement(null);
        return;
      case 'unread':
        this.#skipStatement(head.reason);
        return;
      case 'noise':
        return this.#skipLine();
    }
  }

  #readHead(): StatementHead | null {
    const repeated = this.#repeatedHead();
    if (repeated) return repeated;
    for (;;) {
      const head = readStatementHead(this.#window.bytes, this.#p, this.#window.to);
      if (head) {
        if (head.kind === 'insert') this.#rememberHead(head);
        return head;
      }
      if (!this.#more()) return null;
    }
  }

  /** Dumps with one row an INSERT repeat the same head for each: comparing is cheaper than reading. */
  #repeatedHead(): InsertHead | null {
    const last = this.#lastHead;
    if (!last) return null;
    const { bytes, to } = this.#window;
    const length = last.bytes.length;
    if (this.#p + length >= to) return null;
    for (let i = 0; i < length; i++) if (bytes[this.#p + i] !== last.bytes[i]) return null;
    return { ...last.head, rows: this.#p + length };
  }

  #rememberHead(head: InsertHead): void {
    const bytes = this.#window.bytes.slice(this.#p, head.rows);
    this.#lastHead = { bytes, head };
  }

  #readRows(head: InsertHead): void {
    const { bytes } = this.#window;
    // a single-quoted name or a comment in the head would leave the index on the wrong side of a string
    if (!this.#tuples.isIndexed(this.#p) || bytes.subarray(this.#p, head.rows).indexOf(ascii.QUOTE) >= 0) this.#tuples.forget();
    const columns = head.columns ?? this.#sink.schemaOf(head.table)?.columns.map((column) => column.name) ?? null;
    this.#sink.insert(head.table, columns);
    const end = this.#tuples.read(head.rows, columns?.length ?? 0);
    this.#p = end.position;
    if (end.kind === 'end') return;
    if (end.kind === 'cut') return this.#skipRest('cut off in the middle of a row');
    if (end.kind === 'too long') return this.#skipToSync('a row longer than what is read whole');
    if (end.kind === 'tail' && rowsTails.has(readWord(this.#window.bytes, this.#p, this.#window.to))) {
      this.#skipStatement(null);
      return;
    }
    this.#skipToSync('rows that cannot be read');
  }

  #readDefinition(kind: 'create table' | 'alter table'): void {
    const end = this.#findStatementEnd(maxDefinitionBytes);
    if (end < 0) {
      this.#skipStatement(`a table definition that cannot be read whole`);
      return;
    }
    const text = textOf(this.#window.bytes, this.#p, end);
    this.#p = end;
    this.#tuples.forget();
    const schema = kind === 'alter table' ? parseAlterTable(text, (table) => this.#sink.schemaOf(table)) : parseCreateTable(text);
    if (schema) this.#sink.schema(schema);
  }

  /** The position after the `;` of the statement at `#p`, all of it held in the window; `CUT` when it is longer than `limit`. */
  #findStatementEnd(limit: number): number {
    for (;;) {
      const { bytes, to, ended } = this.#window;
      const scan = startScan(this.#p);
      if (scanStatement(bytes, to, ended, this.#escapes, scan)) return scan.position;
      if (to - this.#p > limit || !this.#more()) return CUT;
    }
  }

  /** Passes over the statement at `#p`, however long; with a reason, it is counted and handed over as text. */
  #skipStatement(reason: string | null): void {
    this.#tuples.forget();
    const scan = startScan(this.#p);
    for (;;) {
      const { bytes, to, ended } = this.#window;
      const done = scanStatement(bytes, to, ended, this.#escapes, scan);
      const until = done || ended ? scan.position : textBreak(bytes, this.#p, scan.position);
      if (reason && until > this.#p) this.#tellSkipped(reason, until);
      this.#p = until;
      const kept = scan.position - until;
      if (done || !this.#more()) return;
      scan.position = this.#p + kept;
    }
  }

  /** `DELIMITER ;;` … `DELIMITER ;`: the bodies of triggers and routines, which hold no rows. */
  #skipDelimited(): void {
    this.#tuples.forget();
    for (let first = true; ; first = false) {
      const end = this.#lineEnd();
      const isLast = !first && this.#endsDelimited(end);
      this.#p = end;
      if (isLast) return;
      if (this.#p === this.#window.to && !this.#more()) return this.#skipRest('a routine without its end');
    }
  }

  #endsDelimited(end: number): boolean {
    const { bytes } = this.#window;
    if (end - this.#p > 64 || readWord(bytes, this.#p, end) !== 'DELIMITER') return false;
    return textOf(bytes, this.#p + 'DELIMITER'.length, end).trim() === ';';
  }

  /** Something that is no SQL: handed over line by line, so that the next statement is not swallowed with it. */
  #skipLine(): void {
    this.#tuples.forget();
    const end = this.#lineEnd();
    this.#tellSkipped('text that is not SQL', end);
    this.#p = end;
  }

  /** One past the newline of the line at `#p`, or the end of what can be held of it. */
  #lineEnd(): number {
    for (;;) {
      const end = findByte(this.#window.bytes, ascii.NEWLINE, this.#p, this.#window.to);
      if (end >= 0) return end + 1;
      if (this.#window.to - this.#p > maxLineBytes || !this.#more()) return this.#window.to;
    }
  }

  /** Everything up to the next sync point. */
  #skipToSync(reason: string): void {
    this.#tuples.forget();
    for (;;) {
      const { bytes, to, ended } = this.#window;
      const found = findSyncPoint(bytes, this.#p, to, ended);
      const until = found >= 0 ? found : ended ? to : textBreak(bytes, this.#p, to - syncTail);
      if (until > this.#p) this.#tellSkipped(reason, until);
      this.#p = until;
      if (found >= 0 || !this.#more()) return;
    }
  }

  /** All that is left: told even where nothing is left, as what should have followed is missing. */
  #skipRest(reason: string): void {
    for (;;) {
      const { bytes, to, ended } = this.#window;
      const until = ended ? to : textBreak(bytes, this.#p, to);
      this.#tellSkipped(reason, until);
      this.#p = until;
      if (!this.#more()) return;
    }
  }

  #tellSkipped(reason: string, until: number): void {
    this.#sink.skipped(this.#window.offsetOf(this.#p), reason, this.#p, until);
  }
}
