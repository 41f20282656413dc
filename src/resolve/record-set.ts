// The records of one table: for each row the hashes of what was gathered from it, each different record once.
// A table that only attaches something to people (sessions, logs) thus costs memory by people, not by rows.

import { grown } from './hash-index.ts';

/** Records that a set has room for to begin with: folders hold many files of few rows. */
const smallest = 16;

export class RecordSet {
  /** Words a record: two for each slot. */
  readonly width: number;
  #words: Uint32Array<ArrayBuffer>;
  #slots: Int32Array;
  #mask: number;
  count = 0;
  /** Decides only where records lie in the table. */
  #key = (Math.random() * 4294967296) | 1;
  /** False where a key makes every record different anyway: then looking for doubles is lost work. */
  #merging: boolean;

  constructor(width: number, merging: boolean) {
    this.width = width;
    this.#merging = merging;
    this.#words = new Uint32Array(Math.max(width, 1) * smallest);
    this.#slots = new Int32Array(merging ? smallest * 4 : 0);
    this.#mask = this.#slots.length - 1;
  }

  /** Takes in the record at `from` of `words`, unless it is there already. */
  add(words: Uint32Array, from: number): void {
    const slot = this.#merging ? this.#findSlot(words, from) : 0;
    if (slot < 0) return;
    const at = this.count * this.width;
    if (at + this.width > this.#words.length) this.#words = grown(this.#words);
    for (let i = 0; i < this.width; i++) this.#words[at + i] = words[from + i]!;
    this.count++;
    if (!this.#merging) return;
    this.#slots[slot] = this.count;
    if (this.count > this.#slots.length * 0.6) this.#growSlots();
  }

  /** The records one after the other, `count * width` words; what follows is room to grow. */
  get words(): Uint32Array<ArrayBuffer> {
    return this.#words;
  }

  /** The free slot for a record, or -1 when an equal one is in. */
  #findSlot(words: Uint32Array, from: number): number {
    let slot = this.#hash(words, from) & this.#mask;
    for (;;) {
      const held = this.#slots[slot]! - 1;
      if (held < 0) return slot;
      const at = held * this.width;
      let i = 0;
      while (i < this.width && this.#words[at + i] === words[from + i]) i++;
      if (i === this.width) return -1;
      slot = (slot + 1) & this.#mask;
    }
  }

  #hash(words: Uint32Array, from: number): number {
    let hash = this.#key;
    for (let i = 0; i < this.width; i++) {
      hash = Math.imul(hash ^ words[from + i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#slots.length - 1;
    for (let record = 0; record < this.count; record++) {
      let slot = this.#hash(this.#words, record * this.width) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = record + 1;
    }
  }
}
