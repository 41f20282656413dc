// How many of the people found may be one person written differently. In: what linkage compares of each row, and the
// exact group of each row. Out: how many groups could vanish. Moves the lower bound of
// the count and nothing else: it never says who, and joins nobody.
// Pairs are formed in blocks, judged by weights estimated from the leak itself (Fellegi and Sunter 1969), and joined
// in a union of its own, in which no two numbers that single people out ever meet.

import { createBlockRoom } from './form-blocks.ts';
import { type CandidatePairs, classOf, createCandidatePairs } from './candidate-pairs.ts';
import { createComparison } from './comparison.ts';
import { countCells } from './count-cells.ts';
import { createCrowds } from './crowds.ts';
import { estimateWeights, type LinkageWeights } from './estimate-weights.ts';
import { hiddenShare, mostHiddenPairs } from './hidden-share.ts';
import type { LinkageFeatures } from './features.ts';
import { isNameOnly, nameOnlyIn } from './name-only.ts';
import { joinCandidates, joinDoubts } from './join-candidates.ts';
import { chooseLinkageRows, type LinkageRows } from './linkage-rows.ts';
import { meetPairs } from './meet-pairs.ts';
import { passesOf } from './passes.ts';
import { countShares } from './value-shares.ts';

export interface LinkageBounds {
  /**
   * The most groups that may vanish: were every pair that is not clearly different one person, and with an allowance
   * for the pairs that are less likely than that and for those that errors hide from every pass.
   */
  couldBeFewer: number;
  /** Pairs that may be one person. */
  pairs: number;
  /** Blocks too large to compare: their rows agree on all that the pass looks at. */
  skippedBlocks: number;
}

/** A pair less likely than this is not joined; together such pairs still move the bound by what they add up to. */
const clearlyDifferent = 0.25;
const lowestClass = classOf(clearlyDifferent);
/** Pairs less likely than this cannot add up to a person among all that there are. */
const nothing = 1e-6;
/** Share of pairs that hide from every pass at the least: errors in both names, or in a name and the date. */
const leastHidden = 0.03;
/** Candidate pairs that are kept: 9 bytes each. */
const keptPairs = (rows: number): number => 1_000_000 + rows;

/**
 * @param groups by row: the number of the row that stands for its group, itself for that row; -1 for rows left out
 *   (test identities, mailboxes of offices, rows that name nobody)
 * @param doubts pairs of rows that may be one person for another reason: joined first, and not counted twice
 */
export function boundsByLinkage(
  features: LinkageFeatures,
  groups: Int32Array,
  doubts: readonly (readonly [number, number])[] = [],
): LinkageBounds {
  const rows = chooseLinkageRows(features, groups);
  const passes = passesOf(features);
  if (rows.seekingGroups === 0 || rows.groups < 2 || passes.length === 0) {
    const couldBeFewer = joinDoubts(doubts, groups, rows);
    return { couldBeFewer, pairs: doubts.length, skippedBlocks: 0 };
  }
  const shares = countShares(features, rows.takesPart);
  const compare = createComparison(features, shares);
  const room = createBlockRoom(features.count, passes.some((pass) => pass.variants === 2) ? 2 : 1);
  const meetings = { groups, takesPart: rows.takesPart, passes, room };
  const crowds = createCrowds(groups, rows, features, shares);
  const possible = rows.seekingGroups * (rows.groups - (rows.seekingGroups + 1) / 2);
  const counted = countCells(features, meetings, rows, crowds, compare, possible, nothing);
  const weights = estimateWeights(counted.cells, {
    groups: rows.groups,
    pairs: possible,
    strangers: counted.strangers,
    expectedStrangers: counted.expectedStrangers,
  });
  const nameOnly = nameOnlyIn(features, rows.takesPart);
  const found = createFinding(groups, weights, nameOnly.counts);
  if (counted.pairs === null) {
    crowds.clear();
    const judge = (a: number, b: number) => found.judge(compare(a, b));
    meetPairs(meetings, rows.seekers, rows.isSeeking, crowds, judge, (a, b, chance) =>
      found.add(a, b, chance),
    );
  } else {
    const { a, b, cell, size } = counted.pairs;
    for (let i = 0; i < size; i++) {
      const chance = found.judge(cell[i]!);
      if (chance >= 0) found.add(a[i]!, b[i]!, chance);
    }
  }
  const joined = joinCandidates(found.candidates, crowds, doubts, groups, rows);
  const hidden = Math.max(hiddenShare(passes, weights), leastHidden);
  const mostUnmet = 2 * mostHiddenPairs(joined.expected, hidden);
  const besides = found.unlikely + mostUnmet + 2 * Math.sqrt(found.unlikely + mostUnmet / 2);
  // no margin on top: to take them for counted twice as often as the others is one
  const unnamed = (joined.expected + joined.doubted) * nameOnly.ratio;
  const most = unnamed + joined.vanished + found.candidates.dropped + besides;
  return {
    couldBeFewer: joined.doubted + Math.min(Math.ceil(most), mostThatVanish(rows)),
    pairs: found.candidates.size + found.candidates.dropped,
    skippedBlocks: crowds.blocks(),
  };
}

/** Only groups without a number of their own can vanish; the last one of all cannot. */
function mostThatVanish({ groups, seekingGroups }: LinkageRows): number {
  return Math.min(seekingGroups, groups - 1);
}

interface Finding {
  candidates: CandidatePairs;
  /** Sum of the chances of pairs that are not candidates. */
  unlikely: number;
  /** The chance that a pair of a cell is one person, -1 where it is next to none. */
  judge(cell: number): number;
  add(a: number, b: number, chance: number): void;
}

function createFinding(groups: Int32Array, weights: LinkageWeights, namesCount: boolean): Finding {
  const candidates = createCandidatePairs(keptPairs(groups.length));
  const finding: Finding = {
    candidates,
    unlikely: 0,
    judge(cell) {
      if (!namesCount && isNameOnly(cell)) return -1;
      const chance = weights.posterior(cell);
      return chance < nothing ? -1 : chance;
    },
    add(a, b, chance) {
      const likelihood = classOf(chance);
      if (likelihood < lowestClass) finding.unlikely += chance;
      else candidates.add(groups[a]!, groups[b]!, likelihood);
    },
  };
  return finding;
}
