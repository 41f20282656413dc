// The rows of an INSERT, by the structural index where it can be trusted and byte by byte where not.
// The index knows single-quoted strings only. A row that holds any other opener (`"`, backtick, comment)
// is scanned exactly, and so is everything up to the end of what was indexed: never guessed.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import { CUT, findByte, skipSpace } from './lexer.ts';
import type { RowSink } from './row-sink.ts';
import { createRowSpans, MALFORMED, maxColumns, scanTuple } from './tuple-scanner.ts';

/** Indexed at a time: small enough for the positions to stay in cache, a multiple of the kernel's 64. */
const blockBytes = 128 << 10;

const AT = 0x40;

/** Where reading the rows ended. `tail`: after the last row stands something else than `;`. */
export interface RowsEnd {
  kind: 'end' | 'tail' | 'cut' | 'too long' | 'malformed';
  position: number;
  /** How far the bytes were looked at. */
  reached: number;
}

export class TupleReader {
  #window: ByteWindow;
  #sink: RowSink;
  #escapes: boolean;
  #spans = createRowSpans();
  /** Positions of separators; those from `#next` on are still to be used. */
  #structurals: Uint32Array;
  #next = 0;
  #count = 0;
  #ats: Uint32Array;
  #nextAt = 0;
  #atCount = 0;
  /** Up to where the window is indexed; -1 when the index must start anew. */
  #indexed = -1;
  /** Rows before this position are scanned byte by byte. */
  #scanUntil = 0;
  #scannedAts = new Uint32Array(256);

  constructor(window: ByteWindow, sink: RowSink, escapes: boolean) {
    const { layout, kernel } = window;
    this.#window = window;
    this.#sink = sink;
    this.#escapes = escapes;
    this.#structurals = kernel.words.subarray(
      layout.structurals / 4,
      layout.structurals / 4 + layout.structuralCapacity,
    );
    this.#ats = kernel.words.subarray(layout.ats / 4, layout.ats / 4 + layout.atCapacity);
  }

  /** Drops the index: the window moved, or something was read that may hold an odd quote. */
  forget(): void {
    this.#indexed = -1;
    this.#next = 0;
    this.#count = 0;
    this.#nextAt = 0;
    this.#atCount = 0;
    this.#scanUntil = 0;
  }

  /** Whether the index, begun earlier, still speaks of what lies at `position`. */
  isIndexed(position: number): boolean {
    return this.#indexed >= position && position >= this.#scanUntil;
  }

  /** Reads rows from `from`, the first `(`, to what ends them. `columns` 0: the first row tells how many. */
  read(from: number, columns: number): RowsEnd {
    const { bytes } = this.#window;
    const structurals = this.#structurals;
    const { starts, ends } = this.#spans;
    let p = from;
    let width = columns;
    for (;;) {
      if (p < this.#scanUntil || width === 0 || width > maxColumns || bytes[p] !== ascii.OPEN) {
        const scanned = this.#scanRow(p, width);
        if (scanned.kind !== 'row') return scanned;
        if (width === 0) width = this.#spans.count;
        p = scanned.position;
      } else {
        if (this.#indexed < p) this.#startIndex(p);
        const open = this.#seek(p);
        if (open < 0 || open + width >= this.#count) {
          const more = this.#indexMore();
          if (more === 'no room') this.#scanIndexed(p);
          if (more !== 'no bytes') continue;
          const moved = this.#window.slide(p);
          if (moved >= 0) {
            this.forget();
            p -= moved;
          } else if (this.#window.ended) this.#scanUntil = this.#window.to;
          else return this.#unread('too long', p);
          continue;
        }
        if (!this.#takeRow(open, width, starts, ends)) {
          this.#scanIndexed(p);
          continue;
        }
        const close = structurals[open + width]!;
        this.#tellRow(p, close, width);
        this.#next = open + width + 1;
        p = close + 1;
      }
      // the usual case: `,(` or `;` right after the row
      if (p + 1 < this.#window.to) {
        const byte = bytes[p];
        if (byte === ascii.COMMA && bytes[p + 1] === ascii.OPEN) {
          p++;
          continue;
        }
        if (byte === ascii.SEMICOLON) return endAt('end', p + 1);
      }
      const after = this.#afterRow(p);
      if (after.kind !== 'row') return after;
      p = after.position;
    }
  }

  /** What was indexed from `p` on is scanned byte by byte: something in it is not as the index takes it to be. */
  #scanIndexed(p: number): void {
    const until = Math.max(this.#indexed, p + 1);
    this.forget();
    this.#scanUntil = until;
  }

  #unread(kind: 'cut' | 'too long', position: number): RowsEnd {
    return { kind, position, reached: this.#window.to };
  }

  /** Index entry of the `(` at `p`, or -1 when the index has not come so far. */
  #seek(p: number): number {
    while (this.#next < this.#count && this.#structurals[this.#next]! < p) this.#next++;
    return this.#next < this.#count && this.#structurals[this.#next] === p ? this.#next : -1;
  }

  /** Spans of the row whose `(` is entry `open`; false where it is not `width` plain values. */
  #takeRow(open: number, width: number, starts: Uint32Array, ends: Uint32Array): boolean {
    const { bytes } = this.#window;
    const structurals = this.#structurals;
    if (bytes[structurals[open + width]!] !== ascii.CLOSE) return false;
    let from = structurals[open]! + 1;
    for (let i = 0; i < width; i++) {
      const separator = structurals[open + 1 + i]!;
      if (i + 1 < width && bytes[separator] !== ascii.COMMA) return false;
      let to = separator;
      while (from < to && bytes[from]! <= ascii.SPACE) from++;
      while (to > from && bytes[to - 1]! <= ascii.SPACE) to--;
      starts[i] = from;
      ends[i] = to;
      from = separator + 1;
    }
    return true;
  }

  #tellRow(open: number, close: number, count: number): void {
    const ats = this.#ats;
    let from = this.#nextAt;
    while (from < this.#atCount && ats[from]! < open) from++;
    let to = from;
    while (to < this.#atCount && ats[to]! < close) to++;
    this.#nextAt = to;
    this.#sink.row(this.#window.offsetOf(open), this.#spans.starts, this.#spans.ends, count, ats, from, to);
  }

  /** One row byte by byte, with the window slid as often as it takes. */
  #scanRow(from: number, width: number): RowsEnd | { kind: 'row'; position: number } {
    let p = from;
    for (;;) {
      const { bytes, to } = this.#window;
      if (p < to && bytes[p] !== ascii.OPEN) return endAt('malformed', p);
      const end = p < to ? scanTuple(bytes, p, to, this.#escapes, this.#spans) : CUT;
      if (end === MALFORMED) return { kind: 'malformed', position: p, reached: this.#spans.reached };
      if (end >= 0) {
        this.#tellScanned(p, end, width);
        return { kind: 'row', position: end };
      }
      const moved = this.#window.slide(p);
      if (moved < 0) return this.#unread(this.#window.ended ? 'cut' : 'too long', p);
      this.forget();
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
      const next = skipSpace(bytes, p, to);
      if (next >= 0 && bytes[next] === ascii.SEMICOLON) return endAt('end', next + 1);
      if (next >= 0 && bytes[next] !== ascii.COMMA) return endAt('tail', next);
      const open = next < 0 ? CUT : skipSpace(bytes, next + 1, to);
      if (open >= 0) {
        if (!this.#isBlank(p, open)) this.forget();
        return { kind: 'row', position: open };
      }
      if (this.#window.slide(p) < 0) return this.#unread(this.#window.ended ? 'cut' : 'too long', p);
      this.forget();
      p = this.#window.from;
    }
  }

  /** Between rows: only space and the comma, no comment whose quotes would have turned the index around. */
  #isBlank(from: number, to: number): boolean {
    const { bytes } = this.#window;
    for (let p = from; p < to; p++) if (bytes[p]! > ascii.SPACE && bytes[p] !== ascii.COMMA) return false;
    return true;
  }

  #startIndex(p: number): void {
    this.forget();
    this.#indexed = p;
    this.#window.kernel.begin(this.#escapes);
  }

  /** Indexes the next block, if the window holds a whole step more and the index has room for it. */
  #indexMore(): 'more' | 'no bytes' | 'no room' {
    const { kernel, layout, to, ended } = this.#window;
    const left = to - this.#indexed;
    let length = Math.min(blockBytes, left);
    if (!ended || length < left) length -= length % 64;
    if (length <= 0) return 'no bytes';
    this.#compact();
    const isFull =
      this.#count + length > layout.structuralCapacity || this.#atCount + length > layout.atCapacity;
    if (isFull) return 'no room';
    kernel.indexBlock(
      this.#indexed,
      length,
      0,
      layout.structurals + this.#count * 4,
      layout.ats + this.#atCount * 4,
    );
    this.#count += kernel.structurals();
    this.#atCount += kernel.ats();
    this.#indexed += length;
    return 'more';
  }

  #compact(): void {
    this.#structurals.copyWithin(0, this.#next, this.#count);
    this.#count -= this.#next;
    this.#next = 0;
    this.#ats.copyWithin(0, this.#nextAt, this.#atCount);
    this.#atCount -= this.#nextAt;
    this.#nextAt = 0;
  }
}

function endAt(kind: RowsEnd['kind'], position: number): RowsEnd {
  return { kind, position, reached: position };
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
