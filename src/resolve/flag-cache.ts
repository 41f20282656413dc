// What was found out about a hash lately, so that it is not found out again for the next row.
// In: hashes and flags. Out: the same flags, or that they are not known any more. It holds a fixed number of hashes.

const slots = 1 << 15;

export class FlagCache {
  #low = new Uint32Array(slots);
  #high = new Uint32Array(slots);
  #flags = new Uint8Array(slots);

  /** The flags of a hash; `ask` is called where they are not known. */
  of(low: number, high: number, ask: () => number): number {
    const slot = (low ^ high) & (slots - 1);
    if (this.#low[slot] !== low || this.#high[slot] !== high) {
      this.#flags[slot] = ask();
      this.#low[slot] = low;
      this.#high[slot] = high;
    }
    return this.#flags[slot]!;
  }
}
