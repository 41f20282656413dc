// Which rows have a token: an open table over the tokens of one key, rows with the same token chained.
// In: two words a token. Out: for two words, the places of the tokens that are the same. Some 12 bytes a token.

const none = 0xffffffff;

export class TokenIndex {
  #low: Uint32Array;
  #high: Uint32Array;
  #slots: Uint32Array;
  #next: Uint32Array;
  #mask: number;

  constructor(low: Uint32Array, high: Uint32Array) {
    this.#low = low;
    this.#high = high;
    let size = 16;
    while (size < low.length * 1.5) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Uint32Array(size).fill(none);
    this.#next = new Uint32Array(low.length);
    for (let at = low.length - 1; at >= 0; at--) {
      if (low[at] === 0 && high[at] === 0) continue;
      const slot = this.#slotOf(low[at]!, high[at]!);
      this.#next[at] = this.#slots[slot]!;
      this.#slots[slot] = at;
    }
  }

  /** Calls `visit` for every token that has these words, in order. */
  forEach(low: number, high: number, visit: (at: number) => void): void {
    let at = this.#slots[this.#slotOf(low, high)]!;
    for (; at !== none; at = this.#next[at]!) visit(at);
  }

  has(low: number, high: number): boolean {
    return this.#slots[this.#slotOf(low, high)] !== none;
  }

  /** Where the first token with these words is noted, or would be. */
  #slotOf(low: number, high: number): number {
    let hash = Math.imul(low ^ (high >>> 15), 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & this.#mask;
    for (;;) {
      const at = this.#slots[slot]!;
      if (at === none || (this.#low[at] === low && this.#high[at] === high)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}
