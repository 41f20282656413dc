// Merkle trees as RFC 6962 has them: a leaf is SHA-256(0x00 ‖ data), a node SHA-256(0x01 ‖ left ‖ right), the left
// subtree the largest power of two. Hashes of whole subtrees rest in the order of Go's tlog, each right after the
// hashes it is made of. In: a reader of resting hashes. Out: roots, and proofs of inclusion and consistency.

import { hash } from 'node:crypto';

export const hashBytes = 32;

/** The hash that rests at that place, counted in hashes. */
export type HashReader = (place: number) => Buffer;

export function leafHash(data: Uint8Array): Buffer {
  return sha256([Buffer.of(0), data]);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256([Buffer.of(1), left, right]);
}

function sha256(parts: Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

/** Of no leaf at all. */
const emptyRoot = sha256([]);

/** Where the hash of the `number`-th whole subtree of 2^`level` leaves rests; source: golang.org/x/mod/sumdb/tlog. */
export function restingPlace(level: number, number: number): number {
  let leaf = number;
  for (let l = 0; l < level; l++) leaf = 2 * leaf + 1;
  let place = level;
  for (; leaf > 0; leaf = Math.floor(leaf / 2)) place += leaf;
  return place;
}

/** How many hashes rest for a tree of that many leaves. */
export function restingCount(size: number): number {
  if (size === 0) return 0;
  return restingPlace(0, size - 1) + 1 + finishedSubtrees(size - 1);
}

/** How many subtrees the leaf completes beside itself. */
function finishedSubtrees(leaf: number): number {
  let count = 0;
  for (let n = leaf; n % 2 === 1; n = Math.floor(n / 2)) count++;
  return count;
}

/** What rests once the leaf of that number is there: its own hash, and those of the subtrees it completes. */
export function hashesToRest(number: number, leaf: Buffer, read: HashReader): Buffer[] {
  const hashes = [leaf];
  let above = leaf;
  const finished = finishedSubtrees(number);
  for (let level = 0, n = number; level < finished; level++, n = Math.floor(n / 2)) {
    above = nodeHash(read(restingPlace(level, n - 1)), above);
    hashes.push(above);
  }
  return hashes;
}

export function treeRoot(size: number, read: HashReader): Buffer {
  return size === 0 ? emptyRoot : rangeRoot(0, size, read);
}

/** Of the leaves from `begin` to before `end`; log n reads, for whole subtrees rest as one hash. */
function rangeRoot(begin: number, end: number, read: HashReader): Buffer {
  const leaves = end - begin;
  const level = Math.log2(leaves);
  if (Number.isInteger(level)) return read(restingPlace(level, begin / leaves));
  const middle = begin + largestPowerBelow(leaves);
  return nodeHash(rangeRoot(begin, middle, read), rangeRoot(middle, end, read));
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** RFC 6962, 2.1.1: from the leaf's sibling up to the child of the root. */
export function inclusionPath(number: number, size: number, read: HashReader): Buffer[] {
  const path: Buffer[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largestPowerBelow(end - begin);
    const isLeft = number < middle;
    path.push(isLeft ? rangeRoot(middle, end, read) : rangeRoot(begin, middle, read));
    if (isLeft) end = middle;
    else begin = middle;
  }
  return path.toReversed();
}

/** Null where the path does not fit the tree: too short, too long, or no such leaf. */
export function rootFromInclusion(
  number: number,
  size: number,
  leaf: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  if (number < 0 || number >= size) return null;
  const turns: boolean[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largestPowerBelow(end - begin);
    turns.push(number < middle);
    if (number < middle) end = middle;
    else begin = middle;
  }
  if (turns.length !== path.length) return null;
  return turns
    .toReversed()
    .reduce((at, isLeft, i) => (isLeft ? nodeHash(at, path[i]!) : nodeHash(path[i]!, at)), leaf);
}

/** RFC 6962, 2.1.2: that the tree of `size` leaves goes on from that of `earlier` leaves, 0 < earlier <= size. */
export function consistencyPath(earlier: number, size: number, read: HashReader): Buffer[] {
  const path: Buffer[] = [];
  let [begin, end] = [0, size];
  let isOwnRoot = true;
  while (end !== earlier) {
    const middle = begin + largestPowerBelow(end - begin);
    if (earlier <= middle) {
      path.push(rangeRoot(middle, end, read));
      end = middle;
    } else {
      path.push(rangeRoot(begin, middle, read));
      begin = middle;
      isOwnRoot = false;
    }
  }
  if (!isOwnRoot) path.push(rangeRoot(begin, end, read));
  return path.toReversed();
}

/** Whether the path shows both roots: of the first `earlier` leaves, and of all. */
export function isConsistent(
  earlier: { size: number; root: Buffer },
  later: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === 0) return path.length === 0 && earlier.root.equals(emptyRoot);
  const turns: boolean[] = [];
  let [begin, end] = [0, later.size];
  while (end !== earlier.size) {
    const middle = begin + largestPowerBelow(end - begin);
    turns.push(earlier.size <= middle);
    if (earlier.size <= middle) end = middle;
    else begin = middle;
  }
  const rest = begin === 0 ? [...path] : path.slice(1);
  const start = begin === 0 ? earlier.root : path[0];
  if (start === undefined || rest.length !== turns.length) return false;
  let [old, all] = [start, start];
  for (const [i, isLeft] of turns.toReversed().entries()) {
    if (!isLeft) old = nodeHash(rest[i]!, old);
    all = isLeft ? nodeHash(all, rest[i]!) : nodeHash(rest[i]!, all);
  }
  return old.equals(earlier.root) && all.equals(later.root);
}
