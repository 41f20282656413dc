// Parts of a span that are spoken for, in the order of their starts. In: ranges, one after another or anywhere. Out:
// whether another one touches any of them.

export class Ranges {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  clear(): void {
    if (this.#starts.length === 0) return;
    this.#starts.length = 0;
    this.#ends.length = 0;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Not over one that is there. */
  add(start: number, end: number): void {
    const at = this.#after(start);
    if (at === this.#starts.length) {
      this.#starts.push(start);
      this.#ends.push(end);
    } else {
      this.#starts.splice(at, 0, start);
      this.#ends.splice(at, 0, end);
    }
  }

  touches(start: number, end: number): boolean {
    if (this.#starts.length === 0) return false;
    const at = this.#after(start);
    return (at > 0 && this.#ends[at - 1]! > start) || (at < this.#starts.length && this.#starts[at]! < end);
  }

  /** How many begin at `start` or before it. */
  #after(start: number): number {
    const starts = this.#starts;
    let [low, high] = [0, starts.length];
    if (high === 0 || starts[high - 1]! <= start) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
