// Packed values of a row, opened, and the rows of key-value tables: what stands under a telling key becomes the value
// of a column of its own (`data › phone`), the first one of a row; the rest is read as text. In: a row's spans. Out:
// the spans of those further columns, in scratch where they had to be unpacked, good until the next row.

import { isTellingKey, nestedSort, openNested } from '../recognise/index.ts';
import { nestedColumnName } from '../resolve/index.ts';
import { unknownKey } from './key-cache.ts';
import { type NestedColumns, nestedColumnsOf } from './nested-columns.ts';
import type { SinkContext } from './sink-context.ts';
import type { TableEntry } from './table-entry.ts';

/** Memory for values of further columns, and for what is unpacked on the way to them. */
const keptBytes = 64 << 10;
export const nestedBytes = 256 << 10;
/** The shortest packed value with its quotes. */
export const leastNested = 9;
/** Longer packed values are caches of pages and forms: opened only where an address stands in them, else read as text. */
const longValue = 4 << 10;
/** Further columns of a table. */
const mostColumns = 48;
/** A value of a further column; what is longer is text. */
const longestValue = 512;
const longestKey = 64;
const singleQuote = 0x27;
const doubleQuote = 0x22;
const numberSign = 0x23;
const none = -1;

export class NestedRows {
  #context: SinkContext;
  #takeText: (column: number, start: number, end: number) => void;
  #packed = new Int32Array(32);
  #packedCount = 0;
  #kept = 0;
  #column = 0;
  #entry: TableEntry | null = null;
  #span = { start: 0, end: 0 };
  /** The row's spans, those of further columns after them. */
  starts = new Uint32Array(64);
  ends = new Uint32Array(64);

  /** `takeText` reads a packed value that no key names. */
  constructor(context: SinkContext, takeText: (column: number, start: number, end: number) => void) {
    this.#context = context;
    this.#takeText = takeText;
  }

  /** Another row begins. */
  begin(): void {
    this.#packedCount = 0;
  }

  /** Notes the value if it is packed data: asked of every value. */
  note(column: number, start: number, end: number): boolean {
    const { bytes } = this.#context.kernel;
    const first = bytes[start];
    const from = first === singleQuote || first === doubleQuote ? start + 1 : start;
    if (nestedSort(bytes, from, end) === 0) return false;
    if (this.#packedCount === this.#packed.length) this.#growPacked();
    this.#packed[this.#packedCount++] = column;
    return true;
  }

  /** Opens what was noted; whether `starts` and `ends` now hold the row with further columns. */
  open(
    entry: TableEntry,
    starts: Uint32Array,
    ends: Uint32Array,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): boolean {
    const nested = (entry.nested ??= nestedColumnsOf(entry.columns));
    if (this.#packedCount === 0 && nested.keys < 0 && nested.count === 0) return false;
    this.#entry = entry;
    this.#reset(starts, ends, entry.columns.length, nested.isNested);
    this.#kept = this.#context.nestedScratch;
    if (nested.keys >= 0) this.#openPair(nested, starts, ends);
    for (let i = 0; i < this.#packedCount; i++) {
      const column = this.#packed[i]!;
      const [start, end] = [starts[column]!, ends[column]!];
      if (end - start > longValue && !isAmong(ats, atFrom, atTo, start, end))
        this.#takeText(column, start, end);
      else this.#openPacked(column, start, end);
    }
    return nested.count > 0;
  }

  #openPacked(column: number, start: number, end: number): void {
    const { kernel, decoder, nestedScratch } = this.#context;
    if (!decoder.decode(start, end, this.#span)) return;
    this.#column = column;
    const isOpened = openNested(
      kernel.bytes,
      this.#span.start,
      this.#span.end,
      nestedScratch + keptBytes,
      nestedScratch + nestedBytes,
      this.#visit,
    );
    // what only begins like packed data is a text
    if (!isOpened) this.#takeText(column, this.#span.start, this.#span.end);
  }

  #visit = (keyStart: number, keyEnd: number, start: number, end: number, isListed: boolean): void => {
    const column =
      isListed || end - start > longestValue ? none : this.#columnOf(this.#column, keyStart, keyEnd);
    if (column < 0 || this.ends[column]! > 0) return this.#takeText(this.#column, start, end);
    const room = this.#context.nestedScratch + keptBytes - this.#kept;
    if (end - start > room) return;
    this.#context.kernel.bytes.copyWithin(this.#kept, start, end);
    this.starts[column] = this.#kept;
    this.ends[column] = this.#kept += end - start;
  };

  /** A row of a key-value table: its value under its key. */
  #openPair({ keys, values }: NestedColumns, starts: Uint32Array, ends: Uint32Array): void {
    if (ends[keys]! <= starts[keys]! || ends[values]! <= starts[values]!) return;
    if (!this.#context.decoder.decode(starts[keys]!, ends[keys]!, this.#span)) return;
    const column = this.#columnOf(values, this.#span.start, this.#span.end);
    if (column < 0) return;
    this.starts[column] = starts[values]!;
    this.ends[column] = ends[values]!;
  }

  /** The further column for a key of `column`, made if the key is a telling one; -1 for others. */
  #columnOf(column: number, keyStart: number, keyEnd: number): number {
    const { bytes } = this.#context.kernel;
    if (keyEnd - keyStart < 2 || keyEnd - keyStart > longestKey || !isName(bytes, keyStart, keyEnd))
      return none;
    const entry = this.#entry!;
    const nested = entry.nested!;
    const known = nested.columns.find(bytes, keyStart, keyEnd, column);
    if (known !== unknownKey) return known;
    const made = this.#makeColumn(entry, column, keyStart, keyEnd);
    nested.columns.keep(made);
    return made;
  }

  #makeColumn(entry: TableEntry, column: number, keyStart: number, keyEnd: number): number {
    const nested = entry.nested!;
    const name = entry.columns[column] ?? null;
    if (name === null) return none;
    const key = Buffer.from(this.#context.kernel.bytes.subarray(keyStart, keyEnd)).toString();
    const nestedName = nestedColumnName(name, key);
    const known = entry.columns.indexOf(nestedName);
    // which columns a table has is settled after the first reading
    if (
      known < 0 &&
      (this.#context.settled !== null ||
        nested.count >= mostColumns ||
        !isTellingKey(key, column === nested.values))
    )
      return none;
    const made = known < 0 ? entry.columns.push(nestedName) - 1 : known;
    if (known < 0) nested.count++;
    while (nested.isNested.length < made) nested.isNested.push(false);
    nested.isNested[made] = true;
    entry.stretch?.widen(entry.columns.length);
    this.#grow(entry.columns.length);
    return made;
  }

  #reset(starts: Uint32Array, ends: Uint32Array, columns: number, isNested: readonly boolean[]): void {
    this.#grow(columns);
    this.starts.fill(0, 0, columns);
    this.ends.fill(0, 0, columns);
    this.starts.set(starts.subarray(0, columns));
    this.ends.set(ends.subarray(0, columns));
    // a row of more values than the table has columns says nothing of these
    for (let column = 0; column < isNested.length; column++)
      if (isNested[column] === true) this.starts[column] = this.ends[column] = 0;
  }

  #growPacked(): void {
    const packed = new Int32Array(this.#packed.length * 2);
    packed.set(this.#packed);
    this.#packed = packed;
  }

  #grow(columns: number): void {
    if (columns <= this.starts.length) return;
    const starts = new Uint32Array(columns * 2);
    const ends = new Uint32Array(columns * 2);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}

/** A key with many digits, or with the sign of a form's parts, is made by a program and names nothing. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] === numberSign) return false;
  let digits = 0;
  for (let at = start; at < end; at++) if (bytes[at]! >= 48 && bytes[at]! <= 57 && ++digits > 2) return false;
  return true;
}

function isAmong(ats: Uint32Array, from: number, to: number, start: number, end: number): boolean {
  for (let i = from; i < to; i++) if (ats[i]! >= start && ats[i]! < end) return true;
  return false;
}
