// Hashes of one sort of identifier, found by their words. In: hashes in ascending order. Out: the place of the first that
// is the same. Four bytes for every four hashes besides them.

import { topTurned } from '../../store/index.ts';

export interface KnownHashes {
  readonly count: number;
  /** The first place that has this hash, -1 for none. */
  find(low: number, high: number): number;
  /** The place behind the last one that has the hash at `place`. */
  endOf(place: number): number;
  /** Whether it has the hash at that place of others. */
  holds(other: { top: Uint32Array; bottom: Uint32Array }, place: number): boolean;
}

/** `top`, `bottom`: as `ownedHashes` gives them. */
export function knownHashes({ top, bottom }: { top: Uint32Array; bottom: Uint32Array }): KnownHashes {
  const count = top.length;
  const bits = Math.min(26, Math.max(1, Math.ceil(Math.log2(count + 1)) - 2));
  const shift = 32 - bits;
  const starts = new Uint32Array((1 << bits) + 1);
  for (let at = 0; at < count; at++) starts[(top[at]! >>> shift) + 1]!++;
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  const find = (wanted: number, second: number): number => {
    const bucket = wanted >>> shift;
    const end = starts[bucket + 1]!;
    for (let at = starts[bucket]!; at < end && top[at]! <= wanted; at++)
      if (top[at] === wanted && bottom[at] === second) return at;
    return -1;
  };
  return {
    count,
    // the store calls the low word the top one
    find: (low, high) => find((low ^ topTurned) >>> 0, high >>> 0),
    holds: (other, place) => find(other.top[place]!, other.bottom[place]!) >= 0,
    endOf(place) {
      let end = place + 1;
      while (end < count && top[end] === top[place] && bottom[end] === bottom[place]) end++;
      return end;
    },
  };
}
