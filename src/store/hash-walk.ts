// Hashes with their owners in ascending order, sort by sort, from a walk that gives them in any order.
// In: a walk that can be gone again. Out: rows in the order of the table. It goes once to count and then once for every
// few million hashes, so that memory stays within a bound however many there are.

import {
  bucketOf,
  createPairs,
  hashBuckets,
  type HashPairs,
  storedHash,
  visitSorted,
} from './sorted-hashes.ts';

/** 24 bytes each while they are sorted: some 100 MB. */
const heldAtOnce = 4_000_000;

/** The low word of a hash is spread evenly; the high one of a name with its date of birth is the date. */
export type HashWalk = (visit: (owner: number, sort: string, low: number, high: number) => void) => void;

interface Share {
  sort: string;
  fromBucket: number;
  /** Exclusive. */
  toBucket: number;
  count: number;
}

/** Calls `take` for every different (sort, hash, owner), sorts in the order of `sortNumber`; `pause` between shares. */
export async function walkInOrder(
  walk: HashWalk,
  sortNumber: (sort: string) => number,
  take: (sort: number, hash: bigint, owner: number) => void,
  pause: (taken: number) => Promise<void>,
): Promise<void> {
  const counts = countBuckets(walk);
  const sorts = [...counts.keys()].toSorted((a, b) => sortNumber(a) - sortNumber(b));
  for (const sort of sorts) {
    const number = sortNumber(sort);
    for (const share of cutShares(sort, counts.get(sort)!)) {
      const pairs = collect(walk, share);
      await pause(0);
      visitSorted(pairs, share.count, (top, bottom, owner) => take(number, storedHash(top, bottom), owner));
      await pause(share.count);
    }
  }
}

function countBuckets(walk: HashWalk): Map<string, Uint32Array> {
  const counts = new Map<string, Uint32Array>();
  walk((_owner, sort, low) => {
    let buckets = counts.get(sort);
    if (!buckets) counts.set(sort, (buckets = new Uint32Array(hashBuckets)));
    buckets[bucketOf(low)]!++;
  });
  return counts;
}

function cutShares(sort: string, buckets: Uint32Array): Share[] {
  const shares: Share[] = [];
  buckets.forEach((count, bucket) => {
    const last = shares.at(-1);
    if (last && last.count + count <= heldAtOnce) {
      last.count += count;
      last.toBucket = bucket + 1;
    } else shares.push({ sort, fromBucket: bucket, toBucket: bucket + 1, count });
  });
  return shares;
}

function collect(walk: HashWalk, { sort: wanted, fromBucket, toBucket, count }: Share): HashPairs {
  const pairs = createPairs(count);
  let at = 0;
  walk((owner, sort, low, high) => {
    if (sort !== wanted) return;
    const bucket = bucketOf(low);
    if (bucket < fromBucket || bucket >= toBucket) return;
    pairs.top[at] = low;
    pairs.bottom[at] = high;
    pairs.owner[at++] = owner;
  });
  return pairs;
}
