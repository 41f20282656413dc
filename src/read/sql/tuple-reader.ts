// The rows of an INSERT, by the structural index where it can be trusted and byte by byte where not.
// The index knows single-quoted strings only. A row that holds any other opener (`"`, backtick, comment)
// is scanned exactly, and so is everything up to the end of what was indexed: never guessed.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { CUT, findByte, skipSpace } from './lexer.ts';
import type { RowSink } from '../row-sink.ts';
import { RowIndex } from './row-index.ts';
import { MALFORMED, maxColumns, rowSpans, scanTuple } from './tuple-scanner.ts';

const AT = 0x40;

/** Where reading the rows ended. `tail`: after the last row stands something else than `;`. `stopped`: before a row. */
export interface RowsEnd {
  kind: 'end' | 'tail' | 'cut' | 'too long' | 'malformed' | 'stopped';
  position: number;
  /** How far the bytes were looked at. */
  reached: number;
  /** Where the last row ended, for a `tail`. */
  last: number;
}

export class TupleReader {
  #window: ByteWindow;
  #sink: RowSink;
  #dialect: Dialect;
  #spans = rowSpans();
  #index: RowIndex;
  /** Rows before this position are scanned byte by byte. */
  #scanUntil = 0;
  #scannedAts = new Uint32Array(256);

  constructor(window: ByteWindow, sink: RowSink, dialect: Dialect) {
    this.#window = window;
    this.#sink = sink;
    this.#dialect = dialect;
    this.#index = new RowIndex(window, dialect);
  }

  /** Drops the index: something was read that may hold an odd quote. */
  forget(): void {
    this.#index.forget();
  }

  /** Drops the index, and what is known by position: the window moved. */
  moved(): void {
    this.#index.forget();
    this.#scanUntil = 0;
  }

  /** Whether the index, begun earlier, still speaks of what lies at `position`. */
  isIndexed(position: number): boolean {
    return this.#index.indexed >= position && position >= this.#scanUntil;
  }

  /**
   * Reads rows from `from`, the first `(`, to what ends them or the first that begins at or past file offset `stopAt`.
   * `columns` 0: the first row tells how many.
   */
  read(from: number, columns: number, stopAt = Infinity): RowsEnd {
    const { bytes } = this.#window;
    const index = this.#index;
    let p = from;
    let width = columns;
    for (;;) {
      if (p < this.#scanUntil || width === 0 || width > maxColumns || bytes[p] !== ascii.OPEN) {
        const scanned = this.#scanRow(p, width);
        if (scanned.kind !== 'row') return scanned;
        if (width === 0) width = this.#spans.count;
        p = scanned.position;
      } else {
        if (index.indexed < p) this.#startIndex(p);
        const open = index.find(p, width);
        if (open < 0) {
          const more = index.more();
          if (more === 'no room') this.#scanIndexed(p);
          if (more !== 'no bytes') continue;
          const moved = this.#window.slide(p);
          if (moved >= 0) {
            this.moved();
            p -= moved;
          } else if (this.#window.ended) this.#scanUntil = this.#window.to;
          else return this.#unread('too long', p);
          continue;
        }
        const close = index.take(open, width, this.#spans);
        if (close < 0) {
          this.#scanIndexed(p);
          continue;
        }
        const { starts, ends } = this.#spans;
        this.#sink.row(this.#window.offsetOf(p), starts, ends, width, index.ats, index.atFrom, index.atTo);
        p = close + 1;
      }
      // the usual case: `,(` or `;` right after the row
      const isNext = p + 1 < this.#window.to && bytes[p] === ascii.COMMA && bytes[p + 1] === ascii.OPEN;
      if (isNext) p++;
      else if (bytes[p] === ascii.SEMICOLON && p < this.#window.to) return endAt('end', p + 1);
      else {
        const after = this.#afterRow(p);
        if (after.kind !== 'row') return after;
        p = after.position;
      }
      if (this.#window.offsetOf(p) >= stopAt) return endAt('stopped', p);
    }
  }

  /** What was indexed from `p` on is scanned byte by byte: something in it is not as the index takes it to be. */
  #scanIndexed(p: number): void {
    const until = Math.max(this.#index.indexed, p + 1);
    this.forget();
    this.#scanUntil = until;
  }

  #unread(kind: 'cut' | 'too long', position: number): RowsEnd {
    return { kind, position, reached: this.#window.to, last: position };
  }

  /** One row byte by byte, with the window slid as often as it takes. */
  #scanRow(from: number, width: number): RowsEnd | { kind: 'row'; position: number } {
    let p = from;
    for (;;) {
      const { bytes, to } = this.#window;
      if (p < to && bytes[p] !== ascii.OPEN) return endAt('malformed', p);
      const end = p < to ? scanTuple(bytes, p, to, this.#dialect, this.#spans) : CUT;
      if (end === MALFORMED) return { kind: 'malformed', position: p, reached: this.#spans.reached, last: p };
      if (end >= 0) {
        this.#tellScanned(p, end, width);
        return { kind: 'row', position: end };
      }
      const moved = this.#window.slide(p);
      if (moved < 0) return this.#unread(this.#window.ended ? 'cut' : 'too long', p);
      this.moved();
      p -= moved;
    }
  }

  #tellScanned(from: number, end: number, width: number): void {
    const offset = this.#window.offsetOf(from);
    const { count, starts, ends } = this.#spans;
    if (width > 0 && count !== width) {
      this.#sink.skipped(offset, `rows with another number of values than the table has columns`, from, end);
      return;
    }
    const found = this.#findAts(from, end);
    if (found < 0) this.#sink.skipped(offset, 'rows with more @ signs than are kept', from, end);
    else this.#sink.row(offset, starts, ends, count, this.#scannedAts, 0, found);
  }

  /** Fills `#scannedAts` with the `@` signs of a row; -1 where there are more than a row that is no attack holds. */
  #findAts(from: number, to: number): number {
    const { bytes, layout } = this.#window;
    let found = 0;
    for (let p = findByte(bytes, AT, from, to); p >= 0; p = findByte(bytes, AT, p + 1, to)) {
      if (found === layout.atCapacity) return -1;
      if (found === this.#scannedAts.length) this.#scannedAts = grown(this.#scannedAts);
      this.#scannedAts[found++] = p;
    }
    return found;
  }

  /** What follows a row, past space and comments: the next row, the end, or something else. */
  #afterRow(from: number): RowsEnd | { kind: 'row'; position: number } {
    let p = from;
    for (;;) {
      const { bytes, to } = this.#window;
      const next = skipSpace(bytes, p, to, this.#dialect);
      if (next >= 0 && bytes[next] === ascii.SEMICOLON) return endAt('end', next + 1);
      if (next >= 0 && bytes[next] !== ascii.COMMA) return { ...endAt('tail', next), last: p };
      const open = next < 0 ? CUT : skipSpace(bytes, next + 1, to, this.#dialect);
      if (open >= 0) {
        if (!this.#isBlank(p, open)) this.forget();
        return { kind: 'row', position: open };
      }
      if (this.#window.slide(p) < 0) return this.#endAfterRow(p, next);
      this.moved();
      p = this.#window.from;
    }
  }

  /** The source ended after a row: its end, where statements need no sign. */
  #endAfterRow(p: number, next: number): RowsEnd {
    const { ended, to } = this.#window;
    if (ended && next < 0 && this.#dialect.batches) return endAt('end', to);
    return this.#unread(ended ? 'cut' : 'too long', p);
  }

  /** Between rows: only space and the comma, no comment whose quotes would have turned the index around. */
  #isBlank(from: number, to: number): boolean {
    const { bytes } = this.#window;
    for (let p = from; p < to; p++) if (bytes[p]! > ascii.SPACE && bytes[p] !== ascii.COMMA) return false;
    return true;
  }

  #startIndex(p: number): void {
    this.forget();
    this.#index.start(p);
  }
}

function endAt(kind: RowsEnd['kind'], position: number): RowsEnd {
  return { kind, position, reached: position, last: position };
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
