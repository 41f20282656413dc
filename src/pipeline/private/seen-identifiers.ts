// Which identifiers a build has had, and which sets each of them was given: the same one comes again and again in a leak.
// In: a keyed hash of 8 bytes and the number of a set. Out: the slot of its entry, or null where there is nothing to do.
// 12 bytes an identifier in typed arrays; two of ten million are taken for one in some three of a million builds.

const firstSlots = 1 << 16;
/** Fuller, a search grows long. */
const fullest = 0.7;
const empty = 0xffffffff;

export class SeenIdentifiers {
  #low = new Uint32Array(firstSlots);
  #high = new Uint32Array(firstSlots);
  #set = new Uint32Array(firstSlots).fill(empty);
  #count = 0;
  /** Of the few that have more sets than one, the others. */
  #more = new Map<string, number[]>();
  #maxSlots: number;

  constructor(maxSlots: number) {
    this.#maxSlots = maxSlots;
  }

  /** Null: had before with this set, or has all the entries that it may have. */
  add(mark: Buffer, set: number): number | null {
    if (this.#count >= this.#set.length * fullest) this.#grow();
    const [low, high] = [mark.readUInt32LE(0), mark.readUInt32LE(4)];
    const at = this.#find(low, high);
    if (this.#set[at] === empty) {
      this.#put(at, low, high, set);
      this.#count++;
      return 0;
    }
    if (this.#set[at] === set) return null;
    const key = mark.toString('latin1', 0, 8);
    const more = this.#more.get(key) ?? [];
    if (more.includes(set) || more.length + 1 >= this.#maxSlots) return null;
    this.#more.set(key, [...more, set]);
    return more.length + 1;
  }

  #find(low: number, high: number): number {
    const mask = this.#set.length - 1;
    let at = low & mask;
    while (this.#set[at] !== empty && (this.#low[at] !== low || this.#high[at] !== high))
      at = (at + 1) & mask;
    return at;
  }

  #put(at: number, low: number, high: number, set: number): void {
    this.#low[at] = low;
    this.#high[at] = high;
    this.#set[at] = set;
  }

  #grow(): void {
    const [lows, highs, sets] = [this.#low, this.#high, this.#set];
    this.#low = new Uint32Array(sets.length * 2);
    this.#high = new Uint32Array(sets.length * 2);
    this.#set = new Uint32Array(sets.length * 2).fill(empty);
    for (let at = 0; at < sets.length; at++)
      if (sets[at] !== empty) this.#put(this.#find(lows[at]!, highs[at]!), lows[at]!, highs[at]!, sets[at]!);
  }
}
