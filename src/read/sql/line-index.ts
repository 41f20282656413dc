// Where the tabs, line ends and `@` signs of a window are, block by block: the index of rows that are lines.
// In: the kernel's positions. Out: the spans of one line's values. It knows of no quotes: there are none.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import type { RowSpans } from './tuple-scanner.ts';

/** Indexed at a time: small enough for the positions to stay in cache, a multiple of the kernel's 64. */
const blockBytes = 128 << 10;

export class LineIndex {
  /** Up to where the window is indexed. */
  indexed = 0;
  /** Positions of `@` signs; those of the row last taken are at `atFrom`..`atTo - 1`. */
  readonly ats: Uint32Array;
  atFrom = 0;
  atTo = 0;
  #atCount = 0;
  #window: ByteWindow;
  #marks: Uint32Array;
  /** Entries from here on are still to be used. */
  #next = 0;
  #count = 0;
  /** Up to where entries are known to be tabs. */
  #looked = 0;

  constructor(window: ByteWindow) {
    const { layout, kernel } = window;
    this.#window = window;
    this.#marks = kernel.words.subarray(
      layout.structurals / 4,
      layout.structurals / 4 + layout.structuralCapacity,
    );
    this.ats = kernel.words.subarray(layout.ats / 4, layout.ats / 4 + layout.atCapacity);
  }

  /** Begins at `p`, where a line does. */
  start(p: number): void {
    this.indexed = p;
    this.#next = 0;
    this.#count = 0;
    this.#looked = 0;
    this.atFrom = 0;
    this.atTo = 0;
    this.#atCount = 0;
  }

  /** Takes the line at `p` if it is `width` values: the position of its line end, else -1. */
  take(p: number, width: number, spans: RowSpans): number {
    const { bytes } = this.#window;
    const marks = this.#marks;
    const next = this.#next;
    const last = next + width - 1;
    if (width === 0 || last >= this.#count || bytes[marks[last]!] !== ascii.NEWLINE) return -1;
    const { starts, ends } = spans;
    let from = p;
    for (let i = 0; i < width; i++) {
      const mark = marks[next + i]!;
      if (i + 1 < width && bytes[mark] !== ascii.TAB) return -1;
      starts[i] = from;
      ends[i] = mark;
      from = mark + 1;
    }
    const end = marks[last]!;
    // never a value's: it would be escaped
    if (end > starts[width - 1]! && bytes[end - 1] === ascii.RETURN) ends[width - 1] = end - 1;
    this.#pass(last + 1, p, end);
    return end;
  }

  /** Finds the end of the line at `p` and how many values it has; null where the index does not reach. */
  find(): { end: number; values: number } | null {
    const { bytes } = this.#window;
    let i = Math.max(this.#looked, this.#next);
    while (i < this.#count && bytes[this.#marks[i]!] === ascii.TAB) i++;
    this.#looked = i;
    return i < this.#count ? { end: this.#marks[i]!, values: i - this.#next + 1 } : null;
  }

  /** Passes over the line that `find` found. */
  pass(p: number): void {
    this.#pass(this.#looked + 1, p, this.#marks[this.#looked]!);
  }

  #pass(next: number, from: number, to: number): void {
    this.#next = next;
    const { ats } = this;
    let first = this.atTo;
    while (first < this.#atCount && ats[first]! < from) first++;
    let last = first;
    while (last < this.#atCount && ats[last]! < to) last++;
    this.atFrom = first;
    this.atTo = last;
  }

  /** Indexes the next block, if the window holds a whole step more and the index has room for it. */
  more(): 'more' | 'no bytes' | 'no room' {
    const { kernel, layout, to, ended } = this.#window;
    const left = to - this.indexed;
    let length = Math.min(blockBytes, left);
    if (!ended || length < left) length -= length % 64;
    if (length <= 0) return 'no bytes';
    this.#compact();
    const isFull =
      this.#count + length > layout.structuralCapacity || this.#atCount + length > layout.atCapacity;
    if (isFull) return 'no room';
    const marksAt = layout.structurals + this.#count * 4;
    const atsAt = layout.ats + this.#atCount * 4;
    this.#count += kernel.indexLines(this.indexed, length, ascii.TAB, marksAt, atsAt);
    this.#atCount += kernel.lineAts();
    this.indexed += length;
    return 'more';
  }

  #compact(): void {
    this.#marks.copyWithin(0, this.#next, this.#count);
    this.#looked = Math.max(0, this.#looked - this.#next);
    this.#count -= this.#next;
    this.#next = 0;
    this.ats.copyWithin(0, this.atTo, this.#atCount);
    this.#atCount -= this.atTo;
    this.atFrom = 0;
    this.atTo = 0;
  }
}
