// The structural index of a window of delimited text, block by block: where values and rows end and where the
// `@` signs are. In: the kernel's positions. Out: the same, row by row. It ends where a quote is out of place.

import type { ByteWindow } from '../byte-window.ts';
import { markerRoom, packedBytes, type RowForm } from './row-form.ts';

/** Indexed at a time: small enough for the positions to stay in cache, a multiple of the kernel's 64. */
const largestBlock = 128 << 10;
/** At first, and doubled from there: where the index starts anew at every row, little is looked at twice. */
const firstBlock = 2 << 10;

/** Entries the kernel may write past the last mark. */
const pastTheMarks = 8;

export class CsvIndex {
  /** Up to where the window is indexed; -1 when the index must start anew. */
  indexed = -1;
  /** Positions of delimiters and row ends; those from `nextMark` on are still to be used. */
  readonly marks: Uint32Array;
  nextMark = 0;
  /** Which marks end rows; those from `nextRow` on are still to be used. */
  readonly rows: Uint32Array;
  nextRow = 0;
  rowCount = 0;
  /** Positions of `@` signs; those from `nextAt` on are still to be used. */
  readonly ats: Uint32Array;
  nextAt = 0;
  atCount = 0;
  /** A quote out of place is in what follows the rows that are known. */
  isOdd = false;
  #markCount = 0;
  #blockBytes = firstBlock;
  #window: ByteWindow;
  #form: RowForm;
  #rowsAt: number;

  constructor(window: ByteWindow, form: RowForm) {
    const { layout, kernel } = window;
    this.#window = window;
    this.#form = form;
    // one part in four of the room for marks is for rows, which have a mark each
    const rowCapacity = layout.structuralCapacity >> 2;
    const markCapacity = layout.structuralCapacity - rowCapacity;
    this.#rowsAt = layout.structurals + markCapacity * 4;
    this.marks = kernel.words.subarray(layout.structurals / 4, this.#rowsAt / 4);
    this.rows = kernel.words.subarray(this.#rowsAt / 4, this.#rowsAt / 4 + rowCapacity);
    this.ats = kernel.words.subarray(layout.ats / 4, layout.ats / 4 + layout.atCapacity);
  }

  forget(): void {
    this.indexed = -1;
    this.isOdd = false;
    this.nextMark = 0;
    this.#markCount = 0;
    this.nextRow = 0;
    this.rowCount = 0;
    this.nextAt = 0;
    this.atCount = 0;
  }

  /** Begins at `p`, where a row begins. */
  start(p: number): void {
    const { delimiter, rowEnd, quote, escape } = this.#form;
    this.forget();
    this.indexed = p;
    this.#blockBytes = firstBlock;
    this.#window.kernel.beginCsv(
      packedBytes(delimiter),
      delimiter.length,
      packedBytes(rowEnd),
      rowEnd.length,
      quote,
      escape,
    );
  }

  /** Indexes the next block, if the window holds a whole step more and the index has room for it. */
  more(): 'more' | 'no bytes' | 'no room' {
    const { kernel, layout, to, ended } = this.#window;
    const left = (ended ? to : to - markerRoom) - this.indexed;
    let length = Math.min(this.#blockBytes, left);
    if (!ended || length < left) length -= length % 64;
    if (length <= 0) return 'no bytes';
    this.#compact();
    const isFull =
      this.#markCount + length + pastTheMarks > this.marks.length ||
      this.rowCount + length > this.rows.length ||
      this.atCount + length > layout.atCapacity;
    if (isFull) return 'no room';
    const reached = kernel.indexCsv(
      this.indexed,
      length,
      0,
      layout.structurals + this.#markCount * 4,
      this.#markCount,
      this.#rowsAt + this.rowCount * 4,
      layout.ats + this.atCount * 4,
    );
    this.#markCount += kernel.csvMarks();
    this.rowCount += kernel.csvRows();
    this.atCount += kernel.csvAts();
    this.indexed += reached;
    this.isOdd = reached < length;
    this.#blockBytes = Math.min(this.#blockBytes * 2, largestBlock);
    return 'more';
  }

  /** Drops what was used; called only when all known rows were taken. */
  #compact(): void {
    this.marks.copyWithin(0, this.nextMark, this.#markCount);
    this.#markCount -= this.nextMark;
    this.nextMark = 0;
    this.nextRow = 0;
    this.rowCount = 0;
    this.ats.copyWithin(0, this.nextAt, this.atCount);
    this.atCount -= this.nextAt;
    this.nextAt = 0;
  }
}
