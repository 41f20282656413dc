// From pairs that may be one person to how many groups are left. In: doubts, candidates and crowds. Out: how many groups
// vanish when all of them are joined, the likeliest first, and how many are expected to. Two groups that each have a
// number of their own never join, not even through a third one. Which of equally likely pairs comes first changes
// neither sum.

import { UnionFind } from '../union-find.ts';
import { type CandidatePairs, chanceOf } from './candidate-pairs.ts';
import type { Crowds } from './crowds.ts';
import type { LinkageRows } from './linkage-rows.ts';

type Doubts = readonly (readonly [number, number])[];

/** How many groups vanish by doubts alone. */
export function joinDoubts(doubts: Doubts, groups: Int32Array, rows: LinkageRows): number {
  return createJoin(groups, rows).joinAll(doubts);
}

export function joinCandidates(
  candidates: CandidatePairs,
  crowds: Crowds,
  doubts: Doubts,
  groups: Int32Array,
  rows: LinkageRows,
): { doubted: number; vanished: number; expected: number } {
  const { join, joinAll } = createJoin(groups, rows);
  const doubted = joinAll(doubts);
  const joinedOf = new Float64Array(256);
  for (const i of likeliestFirst(candidates))
    if (join(candidates.a[i]!, candidates.b[i]!)) joinedOf[candidates.likelihood[i]!]!++;
  let vanished = joinedOf.reduce((sum, joined) => sum + joined, 0);
  const expected = joinedOf.reduce((sum, joined, likelihood) => sum + joined * chanceOf(likelihood), 0);
  crowds.forEachJoin((a, b) => {
    if (join(a, b)) vanished++;
  });
  return { doubted, vanished, expected };
}

function createJoin(groups: Int32Array, { identifierOf }: LinkageRows) {
  const sets = new UnionFind(groups.length);
  const numberOf = identifierOf?.slice() ?? null;
  /** Whether two sets have become one. */
  const join = (a: number, b: number): boolean => {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) return false;
    if (numberOf !== null) {
      const x = numberOf[rootA]!;
      const y = numberOf[rootB]!;
      if (x !== 0 && y !== 0 && x !== y) return false;
      numberOf[Math.min(rootA, rootB)] = x || y;
    }
    sets.join(rootA, rootB);
    return true;
  };
  const joinAll = (pairs: Doubts): number => {
    let joined = 0;
    for (const [a, b] of pairs)
      if (groups[a]! >= 0 && groups[b]! >= 0 && join(groups[a]!, groups[b]!)) joined++;
    return joined;
  };
  return { join, joinAll };
}

function likeliestFirst({ likelihood, size }: CandidatePairs): Int32Array {
  const places = new Int32Array(257);
  for (let i = 0; i < size; i++) places[256 - likelihood[i]!]!++;
  for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!;
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[places[255 - likelihood[i]!]!++] = i;
  return order;
}
