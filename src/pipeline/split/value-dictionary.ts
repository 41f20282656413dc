// Numbers for values: a column that says whose a row is holds few different ones, so that each is looked at once and
// not millions of times. In: bytes. Out: what was made of the value when it was first met. Memory within a bound:
// values beyond it are looked at each time.

/** Longer values are no codes. */
const longest = 64;
const mostValues = 65_536;
const slotCount = mostValues * 4;

const decoder = new TextDecoder();

export class ValueDictionary {
  #make: (text: string) => number;
  #slots = new Int32Array(slotCount);
  #made: number[] = [];
  #ends: number[] = [];
  #bytes = new Uint8Array(4096);
  #used = 0;

  /** `make`: what a value, blanks at its edges off, stands for. */
  constructor(make: (text: string) => number) {
    this.#make = make;
  }

  of(from: Uint8Array, start: number, end: number): number {
    if (end - start > longest) return this.#makeOf(from, start, end);
    let slot = hashOf(from, start, end) & (slotCount - 1);
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#isSame(known - 1, from, start, end)) return this.#made[known - 1]!;
      slot = (slot + 1) & (slotCount - 1);
    }
    const made = this.#makeOf(from, start, end);
    if (this.#made.length < mostValues) this.#keep(slot, from.subarray(start, end), made);
    return made;
  }

  #makeOf(from: Uint8Array, start: number, end: number): number {
    return this.#make(decoder.decode(from.subarray(start, end)).trim());
  }

  #isSame(value: number, from: Uint8Array, start: number, end: number): boolean {
    const begin = value === 0 ? 0 : this.#ends[value - 1]!;
    if (this.#ends[value]! - begin !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.#bytes[begin + i] !== from[start + i]) return false;
    return true;
  }

  #keep(slot: number, bytes: Uint8Array, made: number): void {
    if (this.#used + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#used);
    this.#ends.push((this.#used += bytes.length));
    this.#slots[slot] = this.#made.push(made);
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
