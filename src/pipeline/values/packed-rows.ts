// Rows of one table with their values, packed one after the other into flat memory that grows as it must.

import type { PackedValues } from './value-batch.ts';

export class PackedRows {
  count = 0;
  #columns: number;
  #offsets = new Float64Array(64);
  #records = new Int32Array(64);
  #ends = new Uint32Array(64);
  #bytes = new Uint8Array(4096);
  #values = 0;
  #used = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** A row begins; as many values are added after it as there are columns. */
  begin(offset: number, record: number): void {
    if (this.count === this.#offsets.length) {
      this.#offsets = grown(this.#offsets, new Float64Array(this.count * 2));
      this.#records = grown(this.#records, new Int32Array(this.count * 2));
    }
    this.#offsets[this.count] = offset;
    this.#records[this.count++] = record;
  }

  add(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#used + length > this.#bytes.length)
      this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + length)));
    if (length > 0) this.#bytes.set(from.subarray(start, end), this.#used);
    this.#used += length;
    if (this.#values === this.#ends.length) this.#ends = grown(this.#ends, new Uint32Array(this.#values * 2));
    this.#ends[this.#values++] = this.#used;
  }

  /** What was packed, in memory that may go to another thread. */
  pack(asked: number, file: string): PackedValues {
    return {
      asked,
      file,
      offsets: this.#offsets.slice(0, this.count),
      records: this.#records.slice(0, this.count),
      ends: this.#ends.slice(0, this.count * this.#columns),
      bytes: this.#bytes.slice(0, this.#used),
    };
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(small: T, large: T): T {
  large.set(small);
  return large;
}
