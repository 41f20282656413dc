// Reads lines whose columns stand at fixed places, from one line to another: values as spans in memory.
// In: a window over the bytes and the layout. Out: calls on a `RowSink`, in file order. A line of another length
// is never cut at places that may not be its own: it is handed over as text, with its place.

import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { textBreak } from '../text-break.ts';
import type { FixedLayout } from './fixed-layout.ts';
import { fixedNotation } from './fixed-notation.ts';
import { fitsPattern } from './fits-pattern.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** Indexed at a time: small enough for the positions to stay in cache, a multiple of the kernel's 64. */
const blockBytes = 128 << 10;

/** How much longer than the longest line of the head a line may be whose last value has no width of its own. */
const longestShare = 1.25;

const misfit = 'rows of another length than the others';

export class FixedReader {
  #window: ByteWindow;
  #sink: RowSink;
  #layout: FixedLayout;
  #from: Uint32Array;
  #to: Uint32Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #marks: Uint32Array;
  #ats: Uint32Array;
  /** `@` signs of the block: those from `#at` on are still to be passed. */
  #at = 0;
  #atCount = 0;
  #p: number;

  constructor(window: ByteWindow, sink: RowSink, layout: FixedLayout) {
    this.#window = window;
    this.#sink = sink;
    this.#layout = layout;
    this.#from = Uint32Array.from(layout.fields, ({ from }) => from);
    this.#to = Uint32Array.from(layout.fields, ({ to }) => to);
    this.#starts = new Uint32Array(layout.fields.length);
    this.#ends = new Uint32Array(layout.fields.length);
    const { words } = window.kernel;
    const { structurals, structuralCapacity, ats, atCapacity } = window.layout;
    this.#marks = words.subarray(structurals / 4, structurals / 4 + structuralCapacity);
    this.#ats = words.subarray(ats / 4, ats / 4 + atCapacity);
    this.#p = window.from;
  }

  /** The first line that begins at or after `offset` and before `limit`, or `limit`. */
  findStart(offset: number, limit: number): number {
    const { dataOffset } = this.#layout;
    if (offset <= dataOffset) return Math.min(dataOffset, limit);
    const window = this.#window;
    window.seek(offset - 1);
    let p = window.from;
    for (;;) {
      const hadEnded = window.ended;
      if (p >= window.to && window.slide(p) < 0 && window.ended === hadEnded) return limit;
      if (p >= window.to) p = window.from;
      const found = window.bytes.subarray(p, window.to).indexOf(NEWLINE);
      if (found >= 0) return Math.min(window.offsetOf(p + found + 1), limit);
      if (window.offsetOf(window.to) >= limit) return limit;
      p = window.to;
    }
  }

  /** Reads lines from `offset`, where one begins, to the first that begins at or past `stopAt`; returns where it stopped. */
  read(offset: number, stopAt: number): number {
    const window = this.#window;
    const begin = offset === 0 ? this.#layout.dataOffset : offset;
    this.#seek(offset);
    while (window.offsetOf(this.#p) < begin) {
      this.#p = Math.min(window.to, this.#p + (begin - window.offsetOf(this.#p)));
      if (window.offsetOf(this.#p) < begin && !this.#more()) return window.offsetOf(this.#p);
    }
    this.#sink.insert('', this.#layout.columns, fixedNotation);
    while (window.offsetOf(this.#p) < stopAt && this.#readBlock(stopAt));
    return window.offsetOf(this.#p);
  }

  /** What `findStart` brought in is read where it lies. */
  #seek(offset: number): void {
    const window = this.#window;
    const isHeld = offset >= window.offsetOf(window.from) && offset < window.offsetOf(window.to);
    if (!isHeld) window.seek(offset);
    this.#p = window.from + (offset - window.offsetOf(window.from));
  }

  /** Brings in more after what begins at the place; false where nothing new could be learned of the source. */
  #more(): boolean {
    const window = this.#window;
    const hadEnded = window.ended;
    if (window.slide(this.#p) < 0 && window.ended === hadEnded) return false;
    this.#p = window.from;
    return true;
  }

  /** Reads the lines that a block of the window holds whole; false at the end of the source. */
  #readBlock(stopAt: number): boolean {
    const window = this.#window;
    const { kernel, layout, bytes } = window;
    const from = this.#p;
    const length = Math.min(blockBytes, window.to - from);
    const count = kernel.indexLines(from, length, NEWLINE, layout.structurals, layout.ats);
    this.#at = 0;
    this.#atCount = kernel.lineAts();
    if (count > 0) {
      this.#takeLines(count, window.from + (stopAt - window.offsetOf(window.from)));
      return true;
    }
    const rest = from + length < window.to ? bytes.subarray(from + length, window.to).indexOf(NEWLINE) : -1;
    if (rest >= 0) {
      // longer than a block: of no layout that a head of lines can show
      this.#skip(from + length + rest + 1);
      return true;
    }
    if (this.#more()) return true;
    if (window.ended) {
      if (this.#p < window.to) this.#takeLine(this.#p, window.to, window.to);
      this.#p = window.to;
      return false;
    }
    this.#skipLine();
    return true;
  }

  /** Hands over a line that no window holds, to its end, in pieces that cut no word in two. */
  #skipLine(): void {
    const window = this.#window;
    for (;;) {
      const found = window.bytes.subarray(this.#p, window.to).indexOf(NEWLINE);
      if (found >= 0) return this.#skip(this.#p + found + 1);
      this.#skip(window.ended ? window.to : textBreak(window.bytes, this.#p, window.to));
      if (!this.#more()) return;
    }
  }

  #takeLines(count: number, stop: number): void {
    const { bytes } = this.#window;
    const marks = this.#marks;
    let p = this.#p;
    for (let i = 0; i < count && p < stop; i++) {
      const mark = marks[i]!;
      this.#takeLine(p, mark > p && bytes[mark - 1] === RETURN ? mark - 1 : mark, mark + 1);
      p = mark + 1;
    }
    this.#p = p;
  }

  /** The line at `p`..`end`; the next one begins at `next`. */
  #takeLine(p: number, end: number, next: number): void {
    const { length, inCharacters } = this.#layout;
    const isFit = inCharacters ? this.#placeCharacters(p, end) : end - p === length && this.#placeBytes(p);
    if (isFit || this.#placeOdd(p, end)) this.#tell(p, end);
    else if (!isPadding(this.#window.bytes, p, end)) {
      this.#p = p;
      this.#skip(next);
    }
  }

  #tell(p: number, end: number): void {
    const ats = this.#ats;
    let at = this.#at;
    while (at < this.#atCount && ats[at]! < p) at++;
    const first = at;
    while (at < this.#atCount && ats[at]! < end) at++;
    this.#at = at;
    this.#sink.row(this.#window.offsetOf(p), this.#starts, this.#ends, this.#from.length, ats, first, at);
  }

  #placeBytes(p: number): true {
    const [from, to, starts, ends] = [this.#from, this.#to, this.#starts, this.#ends];
    for (let i = 0; i < from.length; i++) {
      starts[i] = p + from[i]!;
      ends[i] = p + to[i]!;
    }
    return true;
  }

  /** False where the line does not have as many characters as the layout. */
  #placeCharacters(p: number, end: number): boolean {
    const { bytes } = this.#window;
    const { length } = this.#layout;
    if (end - p < length) return false;
    let at = p;
    while (at < end && bytes[at]! < 0x80) at++;
    if (at === end) return end - p === length && this.#placeBytes(p);
    return placeWide(bytes, p, end, this.#from, this.#starts, this.#ends) === length;
  }

  /** A line that is longer or shorter by blanks at its end; false where it may have lost or gained anything else. */
  #placeOdd(p: number, end: number): boolean {
    const { bytes } = this.#window;
    const { length, isTrimmed, inCharacters, pattern } = this.#layout;
    let last = end;
    while (last > p && bytes[last - 1]! <= SPACE) last--;
    if (last === p) return false;
    const count = inCharacters ? placeWide(bytes, p, last, this.#from, this.#starts, this.#ends) : last - p;
    if (count > (isTrimmed ? length * longestShare : length)) return false;
    // without blanks at its end it is as long as any: nothing is missing but them
    const isWhole = count <= length && end > last && countOf(bytes, p, end, inCharacters) >= length;
    if (!isWhole && !(isTrimmed && fitsPattern(bytes, p, last, pattern, inCharacters))) return false;
    if (!inCharacters)
      for (let i = 0; i < this.#from.length; i++) {
        this.#starts[i] = Math.min(last, p + this.#from[i]!);
        this.#ends[i] = Math.min(last, p + this.#to[i]!);
      }
    this.#ends[this.#from.length - 1] = end;
    return true;
  }

  /** Hands over what lies between the place and `until`, and moves there. */
  #skip(until: number): void {
    const window = this.#window;
    if (until > this.#p) this.#sink.skipped(window.offsetOf(this.#p), misfit, this.#p, until);
    this.#p = until;
  }
}

function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! > SPACE) return false;
  return true;
}

function countOf(bytes: Uint8Array, from: number, to: number, inCharacters: boolean): number {
  if (!inCharacters) return to - from;
  let count = 0;
  for (let p = from; p < to; p++) if ((bytes[p]! & 0xc0) !== 0x80) count++;
  return count;
}

/** Places the values of a line in which characters are several bytes; how many characters it has. */
function placeWide(
  bytes: Uint8Array,
  from: number,
  end: number,
  places: Uint32Array,
  starts: Uint32Array,
  ends: Uint32Array,
): number {
  let field = 0;
  let count = 0;
  for (let p = from; p < end; p++) {
    if ((bytes[p]! & 0xc0) === 0x80 && p > from) continue;
    if (field < places.length && places[field] === count) {
      starts[field] = p;
      if (field > 0) ends[field - 1] = p;
      field++;
    }
    count++;
  }
  if (field > 0) ends[field - 1] = end;
  for (; field < places.length; field++) starts[field] = ends[field] = end;
  return count;
}
