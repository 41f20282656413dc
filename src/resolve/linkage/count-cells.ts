// What the estimation learns from: how many pairs agree in which way. In: rows, passes, comparison. Out: counted cells
// of pairs that share a block, of a sample of the seeking rows where there are many, and the chances of agreement of
// strangers. The sample depends on what rows hold, not on their order nor on the key of the run.

import { type LevelChances, strangerChances } from './agreement-model.ts';
import { type ComparePair, comparedFields, levelOf } from './comparison.ts';
import { contentOf, rowsByContent } from './content-order.ts';
import type { Crowds } from './crowds.ts';
import { believedWeights, type CountedCells } from './estimate-weights.ts';
import type { LinkageFeatures } from './features.ts';
import { createKnownStrangers, type ExpectedStrangers } from './known-strangers.ts';
import { type LinkageRows, rowsSet } from './linkage-rows.ts';
import { type Meetings, meetPairs } from './meet-pairs.ts';
import { createPairRoom, type PairRoom, setAside } from './pair-room.ts';

export interface CellCount {
  cells: CountedCells;
  strangers: LevelChances;
  expectedStrangers: ExpectedStrangers;
  /** All pairs that may be one person, where every pair was looked at; `null` after a sample. */
  pairs: PairRoom | null;
}

/** Seeking rows whose pairs are counted: thousands of them are one person's even where one in a hundred is. */
const sampledRows = 300_000;
/** Rows that are compared each with each to learn how strangers agree: 319,600 pairs. */
const strangerRows = 800;
/** Pairs set aside: 48 MB. */
const setAsidePairs = 1 << 22;

/**
 * @param possible pairs of groups that could be one person at all
 * @param worthwhile chance from which on a pair may matter
 */
export function countCells(
  features: LinkageFeatures,
  meetings: Meetings,
  rows: LinkageRows,
  crowds: Crowds,
  compare: ComparePair,
  possible: number,
  worthwhile: number,
): CellCount {
  const strangers = countStrangers(features, rows, compare);
  const sample = sampleSeeking(features, rows);
  const believed = believedWeights({ groups: rows.groups, pairs: possible, strangers });
  const pairs = createPairRoom();
  const counts = new Map<number, number>();
  const isAll = sample.share === 1;
  const known = createKnownStrangers(features, rows);
  const looking = known === null ? sample.isSampled : bothOf(sample.isSampled, known.standsIn);
  const lookers = known === null ? sample.seekers : rowsSet(looking);
  meetPairs(meetings, lookers, looking, isAll ? crowds : null, compare, (a, b, cell) => {
    if (rows.isSeeking[a] === 0 && rows.isSeeking[b] === 0) {
      known?.add(a, b, cell);
      return;
    }
    const sampled = sample.isSampled[a]! + sample.isSampled[b]!;
    if (sampled === 0) return;
    // a pair of two seeking rows has two chances to be in the sample
    const chances = (rows.isSeeking[a]! + rows.isSeeking[b]!) * sample.share;
    counts.set(cell, (counts.get(cell) ?? 0) + sampled / chances);
    if (isAll && believed.posterior(cell) >= worthwhile) setAside(pairs, setAsidePairs, a, b, cell);
  });
  const cells = [...counts].sort(([a], [b]) => a - b);
  return {
    cells: {
      cells: Float64Array.from(cells, ([cell]) => cell),
      counts: Float64Array.from(cells, ([, count]) => count),
    },
    strangers,
    expectedStrangers: known?.expected() ?? new Map(),
    pairs: isAll && !pairs.isFull ? pairs : null,
  };
}

function bothOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((is, row) => is | b[row]!);
}

function sampleSeeking(
  features: LinkageFeatures,
  { isSeeking, seekers }: LinkageRows,
): { seekers: Int32Array; isSampled: Uint8Array; share: number } {
  const all = { seekers, isSampled: isSeeking, share: 1 };
  if (seekers.length <= sampledRows) return all;
  const content = contentOf(features);
  const below = (sampledRows / seekers.length) * 0x1_0000_0000;
  const sampled = seekers.filter((row) => content(row) < below);
  if (sampled.length === 0 || sampled.length === seekers.length) return all;
  const isSampled = new Uint8Array(isSeeking.length);
  for (const row of sampled) isSampled[row] = 1;
  return { seekers: sampled, isSampled, share: sampled.length / seekers.length };
}

function countStrangers(features: LinkageFeatures, rows: LinkageRows, compare: ComparePair): LevelChances {
  const counts = comparedFields.map(({ levels }) => new Float64Array(levels.length));
  const chosen = rowsByContent(features, rows.takesPart, strangerRows);
  for (let i = 0; i < chosen.length; i++)
    for (let j = i + 1; j < chosen.length; j++) {
      const cell = compare(chosen[i]!, chosen[j]!);
      for (let field = 0; field < counts.length; field++) counts[field]![levelOf(cell, field)]!++;
    }
  return strangerChances(counts);
}
