// Which rows refer to which, over the links of a subset. In: the hashes of the keys of all rows of the tables that are cut.
// Out: for each link the row that a row refers to, and the rows that refer to it. All of it typed arrays; linear.

import type { SubsetLink } from './plan-subset.ts';

/** High and low bits of the hash of one key of each row of a table; 0, 0 for none. */
export interface KeyHashes {
  high: Uint32Array;
  low: Uint32Array;
}

/** Row numbers; `none` where there is none. */
export interface LinkedRows extends SubsetLink {
  /** Of each row of the child, the row of the parent; `dangling` where it refers to one that is not there. */
  parentOf: Int32Array;
  /** Of each row of the parent, the first row of the child that refers to it; of that, the next; ... */
  firstChild: Int32Array;
  nextChild: Int32Array;
}

export const none = -1;
export const dangling = -2;

/** `hashes`: by table, then by key. Where several rows of a parent have one key, the first stands for all. */
export function linkRows(link: SubsetLink, hashes: readonly (readonly KeyHashes[])[]): LinkedRows {
  const parent = hashes[link.parent]![link.parentKey]!;
  const child = hashes[link.child]![link.childKey]!;
  const find = indexOf(parent);
  const parentOf = new Int32Array(child.low.length);
  const firstChild = new Int32Array(parent.low.length).fill(none);
  const nextChild = new Int32Array(child.low.length).fill(none);
  for (let row = child.low.length - 1; row >= 0; row--) {
    const [high, low] = [child.high[row]!, child.low[row]!];
    const of = high === 0 && low === 0 ? none : find(high, low);
    parentOf[row] = of;
    if (of < 0) continue;
    nextChild[row] = firstChild[of]!;
    firstChild[of] = row;
  }
  return { ...link, parentOf, firstChild, nextChild };
}

/** Open addressing: the hashes are keyed, so nobody can make them meet. */
function indexOf({ high, low }: KeyHashes): (high: number, low: number) => number {
  let size = 16;
  while (size < low.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(none);
  const mask = size - 1;
  for (let row = 0; row < low.length; row++) {
    if (high[row] === 0 && low[row] === 0) continue;
    let at = low[row]! & mask;
    while (slots[at] !== none && (low[slots[at]!] !== low[row] || high[slots[at]!] !== high[row]))
      at = (at + 1) & mask;
    if (slots[at] === none) slots[at] = row;
  }
  return (wantedHigh, wantedLow) => {
    let at = wantedLow & mask;
    for (;;) {
      const row = slots[at]!;
      if (row === none) return dangling;
      if (low[row] === wantedLow && high[row] === wantedHigh) return row;
      at = (at + 1) & mask;
    }
  };
}
