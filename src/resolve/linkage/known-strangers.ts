// What agreement comes to among people known to be different: rows with different numbers of the sort that is one
// person's for life. In: how rows with a number agree with one another. Out: by pattern, how many pairs of strangers
// are to be expected among the pairs of those who seek. Names go with the years and with one another by origin, so that
// among millions far more strangers agree than fields that err independently would have it; these pairs show how many.

import { comparedFields, fieldIndex, fieldStep, rarityRange } from './comparison.ts';
import { contentOf } from './content-order.ts';
import type { LinkageFeatures } from './features.ts';
import type { LinkageRows } from './linkage-rows.ts';

/** By pattern of agreement: strangers to be expected at the least. Patterns of which too few were seen are left out. */
export type ExpectedStrangers = ReadonlyMap<number, number>;

export interface KnownStrangers {
  /** 1 for the rows that stand in for those who seek. */
  standsIn: Uint8Array;
  /** Takes a pair of rows of different groups, neither of which seeks. */
  add(a: number, b: number, cell: number): void;
  expected(): ExpectedStrangers;
}

/** Rows that stand in: half as many as seek, enough to learn from, and few enough to take little time. */
const fewest = 20_000;
const most = 100_000;
/** Fewer strangers than this say too little of a pattern. */
const least = 5;
/**
 * A typing error takes the first half of a number in one case of two, and then no stranger shares it. The second half
 * is shared by the chance of 16 bits, whatever stands there.
 */
const firstHalfKept = 0.5;

const numberStep = fieldStep[fieldIndex.number]!;
const numberLevels = comparedFields[fieldIndex.number]!.levels.length;
const [unknown, different, firstHalf] = [0, 1, 2];

/** `null` where no row has a number that tells it from others. */
export function createKnownStrangers(features: LinkageFeatures, rows: LinkageRows): KnownStrangers | null {
  const { identifier, firstHalf: halves } = features;
  if (identifier === null || rows.identifierOf === null) return null;
  const isNumbered = (row: number) =>
    rows.takesPart[row] === 1 && rows.isSeeking[row] === 0 && identifier[row] !== 0;
  let taking = 0;
  let numbered = 0;
  for (let row = 0; row < features.count; row++) {
    taking += rows.takesPart[row]!;
    if (isNumbered(row)) numbered++;
  }
  const seekers = rows.seekers.length;
  const wanted = Math.min(most, Math.max(fewest, seekers / 2));
  const content = contentOf(features);
  const below = Math.min(1, wanted / Math.max(1, numbered)) * 0x1_0000_0000;
  const standsIn = new Uint8Array(features.count);
  let standing = 0;
  for (let row = 0; row < features.count; row++) {
    if (!isNumbered(row) || content(row) >= below) continue;
    standsIn[row] = 1;
    standing++;
  }
  if (standing === 0) return null;
  const silent = rows.seekers.reduce((sum, row) => sum + (halves === null || halves[row] === 0 ? 1 : 0), 0);
  // pairs that seek for each pair that was looked at
  const share = (seeking: number) => (seeking * (taking - seekers / 2)) / (standing * numbered);
  const pairs = new Map<number, number>();
  return {
    standsIn,
    add(a, b, cell) {
      const weight = standsIn[a]! + standsIn[b]!;
      if (weight === 0 || identifier[a] === 0 || identifier[a] === identifier[b] || identifier[b] === 0)
        return;
      const pattern = Math.floor(cell / rarityRange);
      pairs.set(pattern, (pairs.get(pattern) ?? 0) + weight);
    },
    expected() {
      const sums = new Map<number, { strangers: number; variance: number }>();
      const add = (pattern: number, count: number, each: number) => {
        const sum = sums.get(pattern) ?? { strangers: 0, variance: 0 };
        sum.strangers += count * each;
        sum.variance += count * each * (1 + each);
        sums.set(pattern, sum);
      };
      for (const [pattern, count] of pairs) {
        const level = Math.floor(pattern / numberStep) % numberLevels;
        const bare = pattern - level * numberStep;
        add(bare + unknown * numberStep, count, share(silent));
        if (level === unknown) continue;
        const kept = level === firstHalf ? firstHalfKept : 1;
        add(pattern, count * kept, share(seekers - silent));
        if (kept < 1) add(bare + different * numberStep, count * (1 - kept), share(seekers - silent));
      }
      const expected = new Map<number, number>();
      for (const [pattern, { strangers, variance }] of sums) {
        const atLeast = strangers - 2 * Math.sqrt(variance);
        if (atLeast >= least) expected.set(pattern, atLeast);
      }
      return expected;
    },
  };
}
