// The three ways in which two rows can belong together, as chances of each level of agreement: one person, people of
// one household, strangers. In: nothing. Out: where the estimation begins and what it is held to when data is scarce.

import { comparedFields, fieldIndex } from './comparison.ts';

/** By field and level: the chance that a pair of the sort agrees so far, given that both rows say something. */
export type LevelChances = readonly Float64Array[];

type Beliefs = Readonly<Record<(typeof comparedFields)[number]['name'], readonly number[]>>;

/**
 * One person written twice: a name changes by marriage, a number and an address by moving; typing errors hit a name
 * or a date in a few of a hundred.
 */
const onePerson: Beliefs = {
  last: [0.06, 0.05, 0.89],
  first: [0.015, 0.005, 0.006, 0.04, 0.934],
  birth: [0.01, 0.03, 0.96],
  sex: [0.01, 0.99],
  phone: [0.35, 0.65],
  place: [0.35, 0.1, 0.55],
  mailName: [0.4, 0.6],
  number: [0.05, 0.45, 0.45, 0.05],
};

/**
 * Couples, parents, brothers and sisters: 15 births in 1,000 are twins, few bear their parent's first
 * name, and one in twelve one that sounds like it (Louis and Louise), be it a name that others bear or not.
 */
const household: Beliefs = {
  last: [0.14, 0.04, 0.82],
  first: [0.908, 0.002, 0.08, 0.08, 0.01],
  birth: [0.93, 0.05, 0.02],
  sex: [0.5, 0.5],
  phone: [0.4, 0.6],
  place: [0.1, 0.05, 0.85],
  mailName: [0.9, 0.1],
  number: [0.98, 0.01, 0.008, 0.002],
};

/**
 * Halves of a number: the first says sex, year, month and place of birth, so that among people born on one day it is
 * shared by one in a hundred; the second runs to millions. The leak cannot correct this: two random rows never agree.
 */
const strangers: Beliefs = {
  last: [0.96, 0.037, 0.003],
  first: [0.947, 0.003, 0.03, 0.015, 0.005],
  birth: [0.994, 0.0055, 0.0005],
  sex: [0.5, 0.5],
  phone: [0.9999, 0.0001],
  place: [0.98, 0.0195, 0.0005],
  mailName: [0.9999, 0.0001],
  number: [0.9896, 0.01, 0.0003, 0.0001],
};

export const personBeliefs = layOut(onePerson);
export const householdChances = layOut(household);
const strangerBeliefs = layOut(strangers);
/** Pairs' worth of belief that the counts of strangers are held to. */
const strangerWeight = 10;

function layOut(beliefs: Beliefs): LevelChances {
  return comparedFields.map(({ name }) => Float64Array.from([1, ...beliefs[name]]));
}

/** Strangers, from pairs of rows that have nothing to do with one another, counted by field and level. */
export function strangerChances(levelCounts: readonly Float64Array[]): LevelChances {
  return strangerBeliefs.map((beliefs, field) => {
    if (field === fieldIndex.number) return beliefs;
    const counts = levelCounts[field]!;
    const known = counts.reduce((sum, count, level) => sum + (level === 0 ? 0 : count), 0);
    return beliefs.map((belief, level) =>
      level === 0 ? 1 : (counts[level]! + belief * strangerWeight) / (known + strangerWeight),
    );
  });
}
