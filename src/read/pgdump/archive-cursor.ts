// The pieces that an archive of pg_dump is written in: bytes, integers with a sign, strings with a length, offsets.
// In: a file and a place. Out: values, each checked against what is left of the file before it is believed.

import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';

/** Read from the file at a time: many chunks of data, which are a row or four kilobytes each. */
const readBytes = 256 << 10;

/** Longest string: the definition of a table or a function. PostgreSQL's own limit for one is a gigabyte. */
const longestString = 16 << 20;

export class ArchiveCursor {
  offset: number;
  intSize = 4;
  offSize = 8;
  #file: RandomAccess;
  #held: Uint8Array = new Uint8Array(0);
  #heldAt = 0;

  constructor(file: RandomAccess, offset: number) {
    this.#file = file;
    this.offset = offset;
  }

  /** Another cursor over the same archive, at `offset`. */
  at(offset: number): ArchiveCursor {
    const cursor = new ArchiveCursor(this.#file, offset);
    cursor.intSize = this.intSize;
    cursor.offSize = this.offSize;
    return cursor;
  }

  get left(): number {
    return Math.max(0, this.#file.sizeBytes - this.offset);
  }

  /** Up to `length` bytes, at least one: what is held. Valid until the next call. */
  some(length: number): Uint8Array {
    if (this.offset < this.#heldAt || this.offset >= this.#heldAt + this.#held.length) {
      this.#held = this.#file.readSync(this.offset, readBytes);
      this.#heldAt = this.offset;
      if (this.#held.length === 0) throw new UnreadableError('the archive of pg_dump ends too early');
    }
    const from = this.offset - this.#heldAt;
    const part = this.#held.subarray(from, from + length);
    this.offset += part.length;
    return part;
  }

  byte(): number {
    return this.some(1)[0]!;
  }

  /** A sign and the bytes of the number, the lowest first. */
  int(): number {
    const isNegative = this.byte() !== 0;
    const value = this.#unsigned(this.intSize);
    return isNegative ? -value : value;
  }

  #unsigned(size: number): number {
    let value = 0;
    for (let i = 0, worth = 1; i < size; i++, worth *= 256) value += this.byte() * worth;
    return value;
  }

  /** Null where there is none. */
  string(): string | null {
    const length = this.int();
    if (length < 0) return null;
    if (length > longestString || length > this.left)
      throw new UnreadableError(`the archive of pg_dump is damaged at offset ${this.offset}`);
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0;) {
      const part = this.some(left);
      parts.push(part.slice());
      left -= part.length;
    }
    return Buffer.concat(parts).toString();
  }

  /** Where the data of an entry lies; null where it has none, or the archive was written where no offset could be known. */
  dataOffset(): number | null {
    const flag = this.byte();
    const offset = this.#unsigned(this.offSize);
    return flag === 2 ? offset : null;
  }
}
