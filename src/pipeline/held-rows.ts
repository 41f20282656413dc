// The first rows of a table, held back in the kernel's memory until its plan is made.
// In: spans of rows. Out: the same rows again, at their new place. It holds a bounded number of bytes and rows.

import type { Kernel } from '../kernel/index.ts';

/** Enough to tell what a column holds; the plan is checked against the whole file's sample in the end. */
const maxRows = 200;

export const heldBytes = 1 << 20;

interface HeldRow {
  offset: number;
  starts: Uint32Array;
  ends: Uint32Array;
  ats: Uint32Array;
}

export class HeldRows {
  #kernel: Kernel;
  #at: number;
  #used = 0;
  #rows: HeldRow[] = [];

  constructor(kernel: Kernel, at: number) {
    this.#kernel = kernel;
    this.#at = at;
  }

  get count(): number {
    return this.#rows.length;
  }

  get isFull(): boolean {
    return this.#rows.length >= maxRows;
  }

  get lastOffset(): number {
    return this.#rows.at(-1)?.offset ?? -1;
  }

  /** Copies a row; false when there is no room for it. */
  add(
    offset: number,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): boolean {
    let from = Infinity;
    let to = 0;
    for (let i = 0; i < count; i++) {
      if (ends[i]! <= starts[i]!) continue;
      if (starts[i]! < from) from = starts[i]!;
      if (ends[i]! > to) to = ends[i]!;
    }
    const length = Math.max(0, to - from);
    if (this.#used + length > heldBytes) return false;
    const moved = this.#at + this.#used - (length > 0 ? from : 0);
    if (length > 0) this.#kernel.bytes.copyWithin(this.#at + this.#used, from, to);
    this.#used += length;
    const shift = (spans: Uint32Array) =>
      Uint32Array.from({ length: count }, (_, i) => (ends[i]! > starts[i]! ? spans[i]! + moved : 0));
    this.#rows.push({
      offset,
      starts: shift(starts),
      ends: shift(ends),
      ats: ats.slice(atFrom, atTo).map((at) => at + moved),
    });
    return true;
  }

  /** `columns`: as many as the table has by now; rows that came before one of them have nothing in it. */
  forEach(
    columns: number,
    take: (offset: number, starts: Uint32Array, ends: Uint32Array, ats: Uint32Array) => void,
  ): void {
    for (const { offset, starts, ends, ats } of this.#rows)
      take(offset, widened(starts, columns), widened(ends, columns), ats);
  }

  clear(): void {
    this.#rows = [];
    this.#used = 0;
  }
}

function widened(spans: Uint32Array, columns: number): Uint32Array {
  if (spans.length >= columns) return spans;
  const wide = new Uint32Array(columns);
  wide.set(spans);
  return wide;
}
