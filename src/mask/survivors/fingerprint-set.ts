// Sets of fingerprints: one that grows, and a table that never does, in shared memory. In: halves of fingerprints, zero
// stands for nothing. Out: whether one is in. Open addressing, each fingerprint in the first free place after its own.

export class FingerprintSet {
  private slots = new Uint32Array(2 << 12);
  private places = 1 << 12;
  count = 0;

  add(lo: number, hi: number): void {
    if (this.count * 10 > this.places * 6) this.grow();
    if (put(this.slots, this.places, lo, hi)) this.count++;
  }

  /** All of them, halves in turn; the set is empty after it. */
  take(): Uint32Array<ArrayBuffer> {
    const { slots, count } = this;
    let to = 0;
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at] === 0 && slots[at + 1] === 0) continue;
      slots[to++] = slots[at]!;
      slots[to++] = slots[at + 1]!;
    }
    this.places = 1 << 12;
    this.slots = new Uint32Array(2 * this.places);
    this.count = 0;
    return slots.slice(0, count * 2);
  }

  private grow(): void {
    const old = this.slots;
    this.places *= 2;
    this.slots = new Uint32Array(2 * this.places);
    for (let at = 0; at < old.length; at += 2)
      if (old[at] !== 0 || old[at + 1] !== 0) put(this.slots, this.places, old[at]!, old[at + 1]!);
  }
}

/** A table of at least `count` fingerprints needs so many places. */
export function placesFor(count: number): number {
  return Math.max(16, Math.ceil(count * 1.6));
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
