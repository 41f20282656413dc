// A sample of a column's filled values that does not depend on how a file was cut up or who read what:
// of all rows those with the smallest hash of their offset (a bottom-k sketch), so samples of parts merge.

/** Values kept a column: at 128 even a class that only half the values show is told from chance. */
export const sampleSize = 128;

/** Longer values are cut: what a class shows, it shows in its first bytes. */
export const sampledBytes = 512;

export interface SampledValue {
  rank: number;
  bytes: Uint8Array;
}

/** A 32-bit rank for the row at `offset` of input `input`: the same in every run. */
export function rowRank(input: number, offset: number): number {
  let hash =
    Math.imul(offset >>> 0, 0x9e3779b1) ^
    Math.imul((offset / 4294967296) >>> 0, 0x85ebca77) ^
    Math.imul(input + 1, 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export class ColumnSample {
  /** Ranks at or above this are not wanted. */
  threshold: number;
  #values: SampledValue[] = [];

  constructor(threshold = 4294967296) {
    this.threshold = threshold;
  }

  add(value: SampledValue): void {
    if (value.rank >= this.threshold) return;
    this.#values.push(value);
    if (this.#values.length >= sampleSize * 2) this.#cut();
  }

  /** The sample, smallest rank first. */
  values(): SampledValue[] {
    this.#cut();
    return this.#values;
  }

  #cut(): void {
    this.#values.sort((a, b) => a.rank - b.rank || compareBytes(a.bytes, b.bytes));
    if (this.#values.length < sampleSize) return;
    this.#values.length = sampleSize;
    this.threshold = Math.min(this.threshold, this.#values[sampleSize - 1]!.rank + 1);
  }
}

/** Two rows may share a rank; then the bytes decide, so that the sample stays the same in any order. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}
