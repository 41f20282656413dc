// The bytes that a reader was given, kept as they came: a reader's window slides and is written to, this does not and is
// not. In: a source. Out: the same source, and what was read of it from one offset on.

import type { ByteSource } from '../../read/index.ts';

export class RawBytes implements ByteSource {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 20);
  /** File offset of the first byte kept. */
  from = 0;
  /** How many are kept. */
  length = 0;
  /** More was read in one stretch than is held: the last of it is not there. */
  isFull = false;
  #source: ByteSource;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  read(offset: number, target: Uint8Array, at: number, length: number): number {
    const count = this.#source.read(offset, target, at, length);
    if (this.isFull) return count;
    // a reader that looked elsewhere begins anew
    if (offset !== this.from + this.length) {
      this.from = offset;
      this.length = 0;
    }
    if (this.length + count > mostHeld) {
      this.isFull = true;
      return count;
    }
    this.#reserve(count);
    this.bytes.set(target.subarray(at, at + count), this.length);
    this.length += count;
    return count;
  }

  /** Drops what lies before `offset`. */
  keepFrom(offset: number): void {
    const dropped = offset - this.from;
    this.isFull = false;
    if (dropped === 0) return;
    if (dropped > 0 && dropped <= this.length) {
      this.bytes.copyWithin(0, dropped, this.length);
      this.length -= dropped;
    } else this.length = 0;
    this.from = offset;
    // one row that was very long
    if (this.bytes.length > shrinkAbove && this.length < shrinkAbove / 2)
      this.bytes = this.bytes.slice(0, shrinkAbove / 2);
  }

  takeFault(): string | null {
    return this.#source.takeFault?.() ?? null;
  }

  close(): void {
    this.#source.close();
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, mostHeld)));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** The longest row and a window that holds it, and a stretch before it. A statement without rows may be longer: no dump has one. */
const mostHeld = 160 << 20;

/** What is kept usually is a stretch and what a window reads ahead. */
const shrinkAbove = 32 << 20;
