// Grows a Merkle tree leaf by leaf and keeps no more than its height. In: leaf hashes in order. Out: after each, the
// hashes that come to rest with it, in resting order; at any time the root.

import { nodeHash, treeRoot } from './merkle.ts';

export interface HashTower {
  /** The leaf, then the nodes it completes. */
  add(leaf: Buffer): Buffer[];
  root(): Buffer;
}

export function createTower(): HashTower {
  /** Roots of whole subtrees, the largest first. */
  const subtrees: { height: number; hash: Buffer }[] = [];
  return {
    add(leaf) {
      const resting = [leaf];
      let [height, hash] = [0, leaf];
      for (let left = subtrees.at(-1); left?.height === height; left = subtrees.at(-1)) {
        subtrees.pop();
        hash = nodeHash(left.hash, hash);
        height++;
        resting.push(hash);
      }
      subtrees.push({ height, hash });
      return resting;
    },
    root() {
      const last = subtrees.at(-1);
      if (!last) return treeRoot(0, () => Buffer.of());
      return subtrees.slice(0, -1).reduceRight((right, { hash }) => nodeHash(hash, right), last.hash);
    },
  };
}
