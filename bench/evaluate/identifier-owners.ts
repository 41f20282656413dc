// Whose an identifier is, for tens of millions of hashes: open addressing in typed arrays, 12 bytes a slot.
// In: hashes and numbers of people. Out: the one who alone has it, or that several do.

export const nobodys = -1;
export const severals = -2;

export class IdentifierOwners {
  #low: Uint32Array;
  #high: Uint32Array;
  /** 0 empty, -1 several people's, else the person + 1 */
  #owner: Int32Array;
  #used = 0;

  constructor(expected: number) {
    let slots = 1024;
    while (slots < expected * 1.5) slots *= 2;
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#owner = new Int32Array(slots);
  }

  add(low: number, high: number, person: number): void {
    const slot = this.#find(low, high);
    const owner = this.#owner[slot]!;
    if (owner === person + 1) return;
    if (owner !== 0) {
      this.#owner[slot] = -1;
      return;
    }
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#owner[slot] = person + 1;
    if (++this.#used > this.#low.length * 0.7) this.#grow();
  }

  /** The person has it too: no longer one's alone. Does nothing where nobody has it. */
  share(low: number, high: number, person: number): void {
    const slot = this.#find(low, high);
    const owner = this.#owner[slot]!;
    if (owner > 0 && owner !== person + 1) this.#owner[slot] = -1;
  }

  of(low: number, high: number): number {
    const owner = this.#owner[this.#find(low, high)]!;
    return owner > 0 ? owner - 1 : owner === 0 ? nobodys : severals;
  }

  #find(low: number, high: number): number {
    const mask = this.#low.length - 1;
    let slot = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) & mask;
    while (this.#owner[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [low, high, owner] = [this.#low, this.#high, this.#owner];
    this.#low = new Uint32Array(low.length * 2);
    this.#high = new Uint32Array(low.length * 2);
    this.#owner = new Int32Array(low.length * 2);
    for (let from = 0; from < low.length; from++) {
      if (owner[from] === 0) continue;
      const slot = this.#find(low[from]!, high[from]!);
      this.#low[slot] = low[from]!;
      this.#high[slot] = high[from]!;
      this.#owner[slot] = owner[from]!;
    }
  }
}
