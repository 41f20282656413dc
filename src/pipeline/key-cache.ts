// Keys of packed data that were met before, with what they came to: asked once a leaf, so that it makes no string.
// In: the bytes of a key and a number that tells tables' columns apart. Out: what was kept of it. It may forget.

const slots = 1 << 10;
const words = 3;
/** Kept for a key that was never met. */
export const unknownKey = -2;

export class KeyCache {
  /** By slot: two hashes, and what was kept and two more. Empty before there is a key: few tables hold any packed data. */
  #kept = new Int32Array(0);
  #first = 0;
  #second = 0;

  /** What was kept of the key, or `unknownKey`. */
  find(bytes: Uint8Array, start: number, end: number, column: number): number {
    let one = 0x811c9dc5 ^ column;
    let two = 0x9e3779b1 ^ column;
    for (let at = start; at < end; at++) {
      one = Math.imul(one ^ bytes[at]!, 0x01000193);
      two = Math.imul(two ^ bytes[at]!, 0x85ebca6b);
    }
    this.#first = one ^ (one >>> 15);
    this.#second = two;
    if (this.#kept.length === 0) return unknownKey;
    const at = this.#slot();
    return this.#kept[at] === this.#first && this.#kept[at + 1] === this.#second
      ? this.#kept[at + 2]! - 2
      : unknownKey;
  }

  /** Keeps a number of -1 and more for the key asked for last. */
  keep(value: number): void {
    if (this.#kept.length === 0) this.#kept = new Int32Array(slots * words);
    const at = this.#slot();
    this.#kept[at] = this.#first;
    this.#kept[at + 1] = this.#second;
    this.#kept[at + 2] = value + 2;
  }

  #slot(): number {
    return (this.#first & (slots - 1)) * words;
  }
}
