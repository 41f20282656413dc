// Sets of fingerprints: one that grows, and a table that never does, in shared memory. In: halves of fingerprints, zero
// stands for nothing. Out: whether one is in. Open addressing, each fingerprint in the first free place after its own.

const fewestPlaces = 1 << 12;

export class FingerprintSet {
  private places = fewestPlaces;
  private slots = new Uint32Array(2 * fewestPlaces);
  count = 0;

  add(lo: number, hi: number): void {
    if (this.count * 4 > this.places * 3) this.grow();
    if (put(this.slots, this.places, lo, hi)) this.count++;
  }

  /** All of them, halves in turn; the set is empty after it. */
  take(): Uint32Array<ArrayBuffer> {
    const { slots, count } = this;
    const taken = new Uint32Array(2 * count);
    let to = 0;
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at] === 0 && slots[at + 1] === 0) continue;
      taken[to++] = slots[at]!;
      taken[to++] = slots[at + 1]!;
    }
    this.places = fewestPlaces;
    this.slots = new Uint32Array(2 * this.places);
    this.count = 0;
    release(slots);
    return taken;
  }

  /** By less than twice: fingerprints keep their order, so that to put them anew is cheap, and what is kept free is not. */
  private grow(): void {
    const old = this.slots;
    this.places = Math.ceil(this.places * 1.5);
    this.slots = new Uint32Array(2 * this.places);
    for (let at = 0; at < old.length; at += 2)
      if (old[at] !== 0 || old[at + 1] !== 0) put(this.slots, this.places, old[at]!, old[at + 1]!);
    release(old);
  }
}

/** Gives the memory of an array back at once: the collector, which counts objects, may let tens of megabytes lie. */
export function release({ buffer }: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): void {
  buffer.transfer(0);
}

/** A table of at least `count` fingerprints needs so many places. */
export function placesFor(count: number): number {
  return Math.max(16, Math.ceil(count * 1.4));
}

/** True where it was not in. */
export function put(slots: Uint32Array, places: number, lo: number, hi: number): boolean {
  let place = Math.floor((hi * places) / 0x1_0000_0000);
  for (;;) {
    const at = place * 2;
    if (slots[at] === lo && slots[at + 1] === hi) return false;
    if (slots[at] === 0 && slots[at + 1] === 0) {
      slots[at] = lo;
      slots[at + 1] = hi;
      return true;
    }
    if (++place === places) place = 0;
  }
}

export function isIn(slots: Uint32Array, places: number, lo: number, hi: number): boolean {
  let place = Math.floor((hi * places) / 0x1_0000_0000);
  for (;;) {
    const at = place * 2;
    if (slots[at] === lo && slots[at + 1] === hi) return true;
    if (slots[at] === 0 && slots[at + 1] === 0) return false;
    if (++place === places) place = 0;
  }
}
