// What was found in one text: places, each with the way to mask it. In: finds in any order, over each other. Out: those
// that stand, in order: of two over each other the longer one.

import type { MethodName } from '../method.ts';

export class Finds {
  starts: number[] = [];
  ends: number[] = [];
  methods: MethodName[] = [];

  get count(): number {
    return this.starts.length;
  }

  clear(): void {
    if (this.starts.length === 0) return;
    this.starts.length = 0;
    this.ends.length = 0;
    this.methods.length = 0;
  }

  add(start: number, end: number, method: MethodName): void {
    this.starts.push(start);
    this.ends.push(end);
    this.methods.push(method);
  }

  /** Whether one of the first `count`, which are in order, is over the span. */
  touches(start: number, end: number, count: number): boolean {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return low < count && this.starts[low]! < end;
  }

  /** Leaves the longest ones, in order. `lo`..`hi`: where all of them are. */
  settle(lo: number, hi: number): void {
    const { starts, ends, methods } = this;
    let isSettled = true;
    for (let index = 1; index < starts.length && isSettled; index++)
      isSettled = starts[index]! >= ends[index - 1]!;
    if (isSettled) return;
    const taken = new Uint8Array(hi - lo);
    const kept = starts
      .map((_, index) => index)
      .sort((a, b) => ends[b]! - starts[b]! - (ends[a]! - starts[a]!) || starts[a]! - starts[b]! || a - b)
      // a longer one is there already: it holds an end of this one, or nothing of it
      .filter((index) => {
        const [start, end] = [starts[index]! - lo, ends[index]! - lo];
        if (taken[start] === 1 || taken[end - 1] === 1) return false;
        taken.fill(1, start, end);
        return true;
      })
      .sort((a, b) => starts[a]! - starts[b]!);
    this.starts = kept.map((index) => starts[index]!);
    this.ends = kept.map((index) => ends[index]!);
    this.methods = kept.map((index) => methods[index]!);
  }
}
