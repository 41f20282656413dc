// A set of 64-bit hashes in flat memory that numbers its members in the order they come.
// In: hashes as two 32-bit words. Out: dense ids from 0. Twelve bytes a slot at most two thirds full,
// so some 20–36 bytes a member. Small numbers come as they are: each set scatters under a key of its own, so
// that neither runs of numbers nor a file written for it make it slow.

/** Small to begin with: folders hold many tables of few rows. */
const smallest = 64;

export class HashIndex {
  #slots: Int32Array;
  #low: Uint32Array<ArrayBuffer>;
  #high: Uint32Array<ArrayBuffer>;
  #mask: number;
  size = 0;
  /** Decides only where members lie, never which there are or what their ids are. */
  #key = (Math.random() * 4294967296) | 1;

  constructor(expected = 0) {
    let slots = smallest;
    while (slots * 0.6 < expected) slots *= 2;
    this.#slots = new Int32Array(slots);
    this.#mask = slots - 1;
    this.#low = new Uint32Array(Math.max(smallest / 2, expected));
    this.#high = new Uint32Array(Math.max(smallest / 2, expected));
  }

  /** The id of a hash, taken in if it is new: then `size` has grown by one. */
  add(low: number, high: number): number {
    let slot = this.#slotOf(low, high);
    for (;;) {
      const id = this.#slots[slot]! - 1;
      if (id < 0) break;
      if (this.#low[id] === low && this.#high[id] === high) return id;
      slot = (slot + 1) & this.#mask;
    }
    if (this.size === this.#low.length) this.#growMembers();
    this.#low[this.size] = low;
    this.#high[this.size] = high;
    this.#slots[slot] = ++this.size;
    if (this.size > this.#slots.length * 0.6) this.#growSlots();
    return this.size - 1;
  }

  /** The id of a hash, or -1. */
  find(low: number, high: number): number {
    let slot = this.#slotOf(low, high);
    for (;;) {
      const id = this.#slots[slot]! - 1;
      if (id < 0) return -1;
      if (this.#low[id] === low && this.#high[id] === high) return id;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** All members as low and high words in turn, in order of their ids. */
  toWords(): Uint32Array<ArrayBuffer> {
    const words = new Uint32Array(this.size * 2);
    for (let id = 0; id < this.size; id++) {
      words[id * 2] = this.#low[id]!;
      words[id * 2 + 1] = this.#high[id]!;
    }
    return words;
  }

  #slotOf(low: number, high: number): number {
    let hash = Math.imul(low ^ this.#key, 0x9e3779b1) ^ Math.imul(high + this.#key, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) & this.#mask;
  }

  #growMembers(): void {
    this.#low = grown(this.#low);
    this.#high = grown(this.#high);
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.#slotOf(this.#low[id]!, this.#high[id]!);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id + 1;
    }
  }
}

/**
 * A copy with half as much room again: what is not filled in the end counts in the peak of memory. The words before are
 * given back at once: the collector sees a small object, not the megabytes behind it.
 */
export function grown(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(words.length * 1.5));
  larger.set(words);
  words.buffer.transfer(0);
  return larger;
}
