// The structural index of a window, block by block: where the separators outside single-quoted strings
// and the `@` signs are. In: the kernel's positions. Out: the spans of plain rows. It knows nothing of other
// quotes and of comments: what holds them is found to be no plain row, and is left to an exact scan.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import type { Dialect } from './dialect.ts';
import { mayOpenOddString, type OddStrings } from './odd-string.ts';
import type { RowSpans } from './tuple-scanner.ts';

/** Indexed at a time: small enough for the positions to stay in cache, a multiple of the kernel's 64. */
const blockBytes = 128 << 10;

/** Indexed first after each start, then twice as much: some dumps have something odd in every statement. */
const firstBlockBytes = 2 << 10;

export class RowIndex {
  /** Up to where the window is indexed; -1 when the index must start anew. */
  indexed = -1;
  /** Positions of `@` signs; those of the row last taken are at `atFrom`..`atTo - 1`. */
  readonly ats: Uint32Array;
  atFrom = 0;
  atTo = 0;
  #atCount = 0;
  #window: ByteWindow;
  #escapes: boolean;
  #oddStrings: OddStrings;
  /** Positions of separators; those from `#next` on are still to be used. */
  #structurals: Uint32Array;
  #next = 0;
  #count = 0;
  #blockBytes = firstBlockBytes;

  constructor(window: ByteWindow, { escapes, oddStrings }: Dialect) {
    const { layout, kernel } = window;
    this.#window = window;
    this.#escapes = escapes;
    this.#oddStrings = oddStrings;
    this.#structurals = kernel.words.subarray(
      layout.structurals / 4,
      layout.structurals / 4 + layout.structuralCapacity,
    );
    this.ats = kernel.words.subarray(layout.ats / 4, layout.ats / 4 + layout.atCapacity);
  }

  forget(): void {
    this.indexed = -1;
    this.#next = 0;
    this.#count = 0;
    this.atFrom = 0;
    this.atTo = 0;
    this.#atCount = 0;
  }

  /** Begins at `p`, which is outside any string. */
  start(p: number): void {
    this.forget();
    this.#blockBytes = firstBlockBytes;
    this.indexed = p;
    this.#window.kernel.begin(this.#escapes);
  }

  /** The entry of the `(` at `p`; -1 where the index has not come past the row's `width` values yet. */
  find(p: number, width: number): number {
    const structurals = this.#structurals;
    while (this.#next < this.#count && structurals[this.#next]! < p) this.#next++;
    const open = this.#next;
    return open + width < this.#count && structurals[open] === p ? open : -1;
  }

  /** Takes the row whose `(` is entry `open`: the position of its `)`; -1 where it is not `width` plain values. */
  take(open: number, width: number, spans: RowSpans): number {
    const { bytes } = this.#window;
    const { starts, ends } = spans;
    const structurals = this.#structurals;
    const hasOddStrings = this.#oddStrings !== 'none';
    const close = structurals[open + width]!;
    if (bytes[close] !== ascii.CLOSE) return -1;
    let from = structurals[open]! + 1;
    for (let i = 0; i < width; i++) {
      const separator = structurals[open + 1 + i]!;
      if (i + 1 < width && bytes[separator] !== ascii.COMMA) return -1;
      let to = separator;
      while (from < to && bytes[from]! <= ascii.SPACE) from++;
      while (to > from && bytes[to - 1]! <= ascii.SPACE) to--;
      if (hasOddStrings && isOdd(bytes, from, this.#oddStrings)) return -1;
      if (isBesideCommentEnd(bytes, from, to)) return -1;
      starts[i] = from;
      ends[i] = to;
      from = separator + 1;
    }
    this.#next = open + width + 1;
    this.#takeAts(structurals[open]!, close);
    return close;
  }

  #takeAts(open: number, close: number): void {
    const { ats } = this;
    let from = this.atTo;
    while (from < this.#atCount && ats[from]! < open) from++;
    let to = from;
    while (to < this.#atCount && ats[to]! < close) to++;
    this.atFrom = from;
    this.atTo = to;
  }

  /** Indexes the next block, if the window holds a whole step more and the index has room for it. */
  more(): 'more' | 'no bytes' | 'no room' {
    const { kernel, layout, to, ended } = this.#window;
    const left = to - this.indexed;
    let length = Math.min(this.#blockBytes, left);
    if (!ended || length < left) length -= length % 64;
    if (length <= 0) return 'no bytes';
    this.#compact();
    const isFull =
      this.#count + length > layout.structuralCapacity || this.#atCount + length > layout.atCapacity;
    if (isFull) return 'no room';
    const structuralsAt = layout.structurals + this.#count * 4;
    kernel.indexBlock(this.indexed, length, 0, structuralsAt, layout.ats + this.#atCount * 4);
    this.#count += kernel.structurals();
    this.#atCount += kernel.ats();
    this.indexed += length;
    this.#blockBytes = Math.min(blockBytes, this.#blockBytes * 2);
    return 'more';
  }

  #compact(): void {
    this.#structurals.copyWithin(0, this.#next, this.#count);
    this.#count -= this.#next;
    this.#next = 0;
    this.ats.copyWithin(0, this.atTo, this.#atCount);
    this.#atCount -= this.atTo;
    this.atFrom = 0;
    this.atTo = 0;
  }
}

/** The sign that closes an executable comment before or after a value is none of it; the exact scan leaves it off. */
function isBesideCommentEnd(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    (bytes[to - 1] === ascii.SLASH && bytes[to - 2] === ascii.STAR) ||
    (bytes[from] === ascii.STAR && bytes[from + 1] === ascii.SLASH)
  );
}

/** Whether a value opens a string whose quotes the index does not know. */
function isOdd(bytes: Uint8Array, from: number, kind: OddStrings): boolean {
  if (!mayOpenOddString(bytes, from, kind)) return false;
  return bytes[from] === ascii.DOLLAR || bytes[from + 1] === ascii.QUOTE || bytes[from + 2] === ascii.QUOTE;
}
