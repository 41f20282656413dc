// Rows of blocks that stay too large to compare: hundreds that agree on every field there is. In: rows with the key of
// their block. Out: which groups could be one, were each block one person: nothing tells them apart, so the lower bound
// has to allow it. Not so where a common name alone explains as many. Memory: 4 bytes a row once there is a crowd.

import { UnionFind } from '../union-find.ts';
import type { LinkageFeatures } from './features.ts';
import type { LinkageRows } from './linkage-rows.ts';
import type { ValueShares } from './value-shares.ts';

export interface Crowds {
  add(row: number, key: number, size: number): void;
  /** Ends a pass: keys of the next one mean something else. */
  close(): void;
  /** Forgets what a first look has found, before a second one finds it again. */
  clear(): void;
  blocks(): number;
  /** Calls `join` with pairs of groups that make one of each crowd. */
  forEachJoin(join: (a: number, b: number) => void): void;
}

interface Crowd {
  isCommonName: boolean;
  first: number;
  /** A group with a number of its own, which those without one may belong to. */
  numbered: number;
}

/** What the commonest name has at most, in bits: 1 in 32 last names, 1 in 16 first names. A default is commoner. */
const commonLast = 5;
const commonFirst = 4;
/** So many times as many as chance makes are still taken for its doing: names go together by origin and age. */
const tolerance = 4;

export function createCrowds(
  groups: Int32Array,
  rows: LinkageRows,
  features: LinkageFeatures,
  shares: ValueShares,
): Crowds {
  let sets: UnionFind | null = null;
  let crowds = new Map<number, Crowd>();
  let closed = 0;
  const numbered: [number, number][] = [];
  const taking = rows.takesPart.reduce((sum, takes) => sum + takes, 0);
  const isCommonName = (row: number, size: number): boolean => {
    if (!features.last?.[row] || !features.first?.[row]) return false;
    const last = shares.last(row);
    const first = shares.first(row);
    if (last < commonLast || first < commonFirst) return false;
    const birth = features.birth?.[row] ? shares.birth(row) : 0;
    return size <= tolerance * taking * 2 ** -(last + first + birth);
  };
  return {
    add(row, key, size) {
      const group = groups[row]!;
      let crowd = crowds.get(key);
      if (crowd === undefined)
        crowds.set(key, (crowd = { isCommonName: isCommonName(row, size), first: -1, numbered: -1 }));
      if (crowd.isCommonName) return;
      if (rows.isSeeking[row] === 0) {
        if (crowd.numbered < 0 || group < crowd.numbered) crowd.numbered = group;
        return;
      }
      sets ??= new UnionFind(features.count);
      if (crowd.first < 0) crowd.first = group;
      else sets.join(crowd.first, group);
    },
    close() {
      for (const { first, numbered: other, isCommonName: isCommon } of crowds.values()) {
        if (first >= 0 && other >= 0) numbered.push([first, other]);
        if (first >= 0 || isCommon) closed++;
      }
      crowds = new Map();
    },
    clear() {
      sets = null;
      closed = 0;
      numbered.length = 0;
    },
    blocks: () => closed,
    forEachJoin(join) {
      if (sets === null) return;
      for (let row = 0; row < features.count; row++) {
        const root = sets.find(row);
        if (root !== row) join(root, row);
      }
      for (const [a, b] of numbered) join(a, b);
    },
  };
}
