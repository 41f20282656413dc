// Reads the frames of records from a window: tables, rows as spans of the frame's own bytes, running text.
// In: what a `RecordWriter` wrote. Out: calls on a `RowSink`, in file order.

import type { ByteWindow } from '../byte-window.ts';
import { plainNotation } from '../notation.ts';
import type { RowSink } from '../row-sink.ts';
import { absent, frameHeadBytes, frameKind, type TableFrame } from './record-frames.ts';

const AT = 0x40;

export class RecordReader {
  #window: ByteWindow;
  #sink: RowSink;
  #view: DataView;
  #starts = new Uint32Array(64);
  #ends = new Uint32Array(64);
  #ats = new Uint32Array(256);
  #p = 0;
  #table = '';

  constructor(window: ByteWindow, sink: RowSink) {
    this.#window = window;
    this.#sink = sink;
    this.#view = new DataView(window.bytes.buffer);
  }

  /** The table that records are of, as its frame has it; '' before the first one. */
  get state(): string {
    return this.#table;
  }

  /** Records can be told apart only from their beginning on. */
  findStart(offset: number): number {
    return offset;
  }

  /**
   * Reads from `offset`, where `state` holds, to the first frame at or past `stopAt`. A frame that is not all there
   * is left out, as its writer failed in it.
   */
  read(offset: number, stopAt: number, state: string): number {
    const window = this.#window;
    window.seek(offset);
    this.#p = window.from;
    this.#table = state;
    if (state !== '') this.#readTable(JSON.parse(state) as TableFrame);
    while (window.offsetOf(this.#p) < stopAt && this.#has(frameHeadBytes)) {
      const length = this.#view.getUint32(this.#p + 1, true);
      if (!this.#has(frameHeadBytes + length)) break;
      const body = this.#p + frameHeadBytes;
      this.#readFrame(window.bytes[this.#p]!, body, body + length);
      this.#p = body + length;
    }
    return window.offsetOf(this.#p);
  }

  /** Whether `length` bytes lie in the window from `#p` on, which may move down. */
  #has(length: number): boolean {
    while (this.#window.to - this.#p < length) {
      const moved = this.#window.slide(this.#p);
      if (moved < 0) return false;
      this.#p -= moved;
    }
    return true;
  }

  #readFrame(kind: number, from: number, to: number): void {
    switch (kind) {
      case frameKind.table:
        this.#table = this.#textOf(from, to);
        return this.#readTable(JSON.parse(this.#table) as TableFrame);
      case frameKind.record:
        return this.#readRecord(from, to);
      case frameKind.text:
        return this.#sink.text(this.#view.getFloat64(from, true), from + 8, to);
      case frameKind.skipped: {
        const reasonAt = from + 20;
        const textAt = reasonAt + this.#view.getUint32(from + 16, true);
        const offset = this.#view.getFloat64(from, true);
        const bytes = this.#view.getFloat64(from + 8, true);
        return this.#sink.skipped(offset, this.#textOf(reasonAt, textAt), textAt, to, bytes);
      }
    }
  }

  #readTable(frame: TableFrame): void {
    const { name, columns, types, primaryKey, unique, foreignKeys, holds, shared } = frame;
    if (types || holds || shared)
      this.#sink.schema({
        name,
        columns: columns.map((column, i) => ({ name: column, type: types?.[i] ?? '' })),
        primaryKey: [...primaryKey],
        unique: [...unique],
        foreignKeys: [...foreignKeys],
        ...(holds ? { holds: [...holds] } : {}),
        ...(shared ? { shared } : {}),
      });
    this.#sink.insert(name, [...columns], plainNotation);
  }

  #readRecord(from: number, to: number): void {
    const offset = this.#view.getFloat64(from, true);
    const count = this.#view.getUint32(from + 8, true);
    if (this.#starts.length < count) {
      this.#starts = new Uint32Array(count * 2);
      this.#ends = new Uint32Array(count * 2);
    }
    let p = from + 12 + count * 4;
    const values = p;
    for (let i = 0; i < count; i++) {
      const length = this.#view.getUint32(from + 12 + i * 4, true);
      this.#starts[i] = p;
      if (length !== absent) p += length;
      this.#ends[i] = p;
    }
    // may put a larger array in the place of `#ats`
    const found = this.#findAts(values, to);
    this.#sink.row(offset, this.#starts, this.#ends, count, this.#ats, 0, found);
  }

  #findAts(from: number, to: number): number {
    const { bytes } = this.#window;
    let found = 0;
    for (let p = from; p < to; p++) {
      if (bytes[p] !== AT) continue;
      if (found === this.#ats.length) {
        const larger = new Uint32Array(found * 2);
        larger.set(this.#ats);
        this.#ats = larger;
      }
      this.#ats[found++] = p;
    }
    return found;
  }

  #textOf(from: number, to: number): string {
    return Buffer.from(this.#window.bytes.subarray(from, to)).toString();
  }
}
