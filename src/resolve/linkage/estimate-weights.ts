// What agreement is worth, estimated from the leak itself: Fellegi and Sunter's model with expectation maximisation
// (Winkler 1988) over counted patterns, never over pairs. In: cells with how many pairs fell into each, and how
// many pairs there are at all. Out: the chance that a pair of a cell is one person. The same cells give the same.

import { type LevelChances, householdChances, personBeliefs } from './agreement-model.ts';
import { comparedFields, fieldIndex, fieldStep, rarityRange } from './comparison.ts';
import { createCalibration } from './stranger-calibration.ts';
import type { ExpectedStrangers } from './known-strangers.ts';

export interface LinkageWeights {
  /** Estimated chances of each level for pairs that are one person. */
  person: LevelChances;
  /** By field: share of the pairs that are one person in which one of the rows says nothing. */
  unknown: readonly number[];
  /** Share of all pairs that are one person, and that are of one household. */
  personShare: number;
  householdShare: number;
  /** The chance that a pair of this cell is one person; 0 for what is clearly different. */
  posterior(cell: number): number;
}

export interface CountedCells {
  cells: Float64Array;
  /** How many pairs are in each cell; fractions where only a sample of them was looked at. */
  counts: Float64Array;
}

const rounds = 40;
/** Pairs' worth of belief that the estimate is held to: it matters where there are fewer pairs than that. */
const beliefWeight = 20;
/** More for first names: brothers and sisters whose names are alike would teach that a person's own vary. */
const firstNameWeight = 100;
/** Before anything is known: one group in a hundred is somebody else's too, one in ten has another of its household. */
const firstPersons = 0.01;
const firstHouseholds = 0.1;

/** How many groups and pairs there are to begin with. */
export interface Population {
  groups: number;
  /** Pairs of groups that could be one person at all. */
  pairs: number;
  /** Chances of each level of agreement for two rows that have nothing to do with one another. */
  strangers: LevelChances;
  /** Strangers that are known to agree in some way, where rows tell. */
  expectedStrangers?: ExpectedStrangers;
}

/** What is believed before anything is counted, leaning to "one person" by a factor of ten. */
export function believedWeights(population: Population): Pick<LinkageWeights, 'posterior'> {
  const { personShare, householdShare } = firstShares(population);
  const posterior = judge(
    personBeliefs,
    population.strangers,
    Math.min(0.5, 10 * personShare),
    householdShare,
  );
  return { posterior };
}

export function estimateWeights({ cells, counts }: CountedCells, population: Population): LinkageWeights {
  const { pairs, strangers } = population;
  let person: LevelChances = personBeliefs;
  let { personShare, householdShare } = firstShares(population);
  let unknown: number[] = [];
  const levels = levelsOf(cells);
  // of the ways to belong together only `person` changes from round to round
  const besides = logTable(householdChances, strangers);
  const householdOdds = cells.map((cell) => 2 ** logRatio(cell, besides));
  const asPersons = new Float64Array(cells.length);
  const asOthers = new Float64Array(cells.length);
  const calibration = createCalibration(cells, counts, population.expectedStrangers ?? new Map());
  for (let round = 0; round < rounds; round++) {
    const table = logTable(person, strangers);
    const sums = personBeliefs.map((chances, field) => chances.map((chance) => chance * weightOf(field)));
    let persons = 0;
    let households = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      asPersons[i] = isClearlyDifferent(cell) ? 0 : personShare * 2 ** logRatio(cell, table);
      asOthers[i] = householdShare * householdOdds[i]! + 1 - personShare - householdShare;
    }
    calibration.adjust(asPersons, asOthers);
    for (let i = 0; i < cells.length; i++) {
      const asOther = asOthers[i]! * calibration.factor(cells[i]!);
      const chance = asPersons[i]! / (asPersons[i]! + asOther);
      const weight = counts[i]! * chance;
      persons += weight;
      households += (counts[i]! * (1 - chance) * householdShare * householdOdds[i]!) / asOthers[i]!;
      for (let field = 0; field < sums.length; field++)
        sums[field]![levels[i * sums.length + field]!]! += weight;
    }
    person = sums.map(shared);
    holdOtherName(person);
    unknown = sums.map((sum, field) => (sum[0]! - weightOf(field)) / Math.max(persons, Number.EPSILON));
    personShare = Math.min(0.5, (persons + 1) / (pairs + 100));
    householdShare = Math.min(0.4, (households + 1) / (pairs + 100));
  }
  const posterior = judge(person, strangers, personShare, householdShare, calibration.factor);
  return { person, unknown, personShare, householdShare, posterior };
}

/**
 * How often one person is written under two names that others bear is believed and not learnt: brothers and sisters
 * agree in all else, and would teach that it is often.
 */
function holdOtherName(person: LevelChances): void {
  const first = person[fieldIndex.first]!;
  const level = comparedFields[1].levels.indexOf('other name');
  first[level] = Math.min(first[level]!, personBeliefs[fieldIndex.first]![level]!);
}

function weightOf(field: number): number {
  return field === fieldIndex.first ? firstNameWeight : beliefWeight;
}

function firstShares({ groups, pairs }: Population): { personShare: number; householdShare: number } {
  return {
    personShare: Math.min(0.5, (firstPersons * groups) / Math.max(1, pairs)),
    householdShare: Math.min(0.4, (firstHouseholds * groups) / Math.max(1, pairs)),
  };
}

/** Gives the chance that a pair of a cell is one person. */
function judge(
  person: LevelChances,
  strangers: LevelChances,
  personShare: number,
  householdShare: number,
  factor: (cell: number) => number = () => 1,
): (cell: number) => number {
  const table = logTable(person, strangers);
  const besides = logTable(householdChances, strangers);
  const known = new Map<number, number>();
  return (cell) => {
    let chance = known.get(cell);
    if (chance !== undefined) return chance;
    const asPerson = isClearlyDifferent(cell) ? 0 : personShare * 2 ** logRatio(cell, table);
    const asHousehold = householdShare * 2 ** logRatio(cell, besides);
    const asOther = (asHousehold + 1 - personShare - householdShare) * factor(cell);
    chance = asPerson / (asPerson + asOther);
    known.set(cell, chance);
    return chance;
  };
}

const firstLevels = comparedFields[fieldIndex.first]!.levels.length;

/**
 * Altogether different first names are different people (twins, brothers, couples), unless a number that is one
 * person's or the name before the @ says otherwise.
 */
export function isClearlyDifferent(cell: number): boolean {
  const pattern = Math.floor(cell / rarityRange);
  if (Math.floor(pattern / fieldStep[fieldIndex.first]!) % firstLevels !== 1) return false;
  const mailName = Math.floor(pattern / fieldStep[fieldIndex.mailName]!) % 3;
  const number = Math.floor(pattern / fieldStep[fieldIndex.number]!) % 5;
  return mailName !== 2 && number < 3;
}

function levelsOf(cells: Float64Array): Uint8Array {
  const levels = new Uint8Array(cells.length * comparedFields.length);
  cells.forEach((cell, i) => {
    let rest = Math.floor(cell / rarityRange);
    comparedFields.forEach((field, at) => {
      levels[i * comparedFields.length + at] = rest % field.levels.length;
      rest = Math.floor(rest / field.levels.length);
    });
  });
  return levels;
}

/** The chances of the known levels made to add up to 1; level 0, nothing known, weighs nothing. */
function shared(sums: Float64Array): Float64Array {
  const known = sums.reduce((sum, count, level) => sum + (level === 0 ? 0 : count), 0);
  return sums.map((count, level) => (level === 0 ? 1 : count / known));
}

/**
 * By field and level, how much likelier it is among pairs of a sort than among strangers, as a logarithm. Agreement on
 * a value that may be rare is divided by the share of that value, which the cell holds, not by an average one.
 */
function logTable(sort: LevelChances, strangers: LevelChances): readonly Float64Array[] {
  return comparedFields.map(({ isRare, levels }, field) =>
    sort[field]!.map((chance, level) => {
      if (level === 0) return 0;
      const isByValue = isRare && level === levels.length - 1;
      return Math.log2(chance) - (isByValue ? 0 : Math.log2(strangers[field]![level]!));
    }),
  );
}

function logRatio(cell: number, table: readonly Float64Array[]): number {
  let ratio = cell % rarityRange;
  let rest = Math.floor(cell / rarityRange);
  for (let field = 0; field < table.length; field++) {
    const levels = table[field]!.length;
    ratio += table[field]![rest % levels]!;
    rest = Math.floor(rest / levels);
  }
  return ratio;
}
