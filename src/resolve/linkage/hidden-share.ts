// Which share of the pairs that are one person no pass brings together: those in which errors hit all that the passes
// go by. In: passes, and the estimated chances of each level of agreement. Out: a share. Fields err independently here,
// as everywhere in the model.

import { comparedFields, fieldIndex } from './comparison.ts';
import type { LinkageWeights } from './estimate-weights.ts';
import type { BlockingPass, MeetingLevel } from './passes.ts';

interface Outcome {
  chance: number;
  /** What holds of the field then, as `MeetingLevel`s. */
  as: readonly MeetingLevel[];
}

/** Of names that are close, how many sound the same, and how many more begin with the same sound. */
const soundsSame = 0.45;
const startsSame = 0.5;
/** An error in a date hits the year in one case of four. */
const yearDiffers = 0.25;
/** More than this is no estimate any more. */
const most = 0.5;

export function hiddenShare(passes: readonly BlockingPass[], weights: LinkageWeights): number {
  const meetings = passes.map(({ meets }) => meets).filter((meets) => meets.length > 0);
  const fields = Object.values(fieldIndex).filter((field) => weights.unknown[field]! < 1);
  const hidden = (at: number, holds: ReadonlyMap<number, readonly MeetingLevel[]>): number => {
    if (at === fields.length) {
      const isMet = meetings.some((meets) =>
        meets.every(([field, as]) => holds.get(fieldIndex[field])?.includes(as)),
      );
      return isMet && !isTakenApart(holds) ? 0 : 1;
    }
    const field = fields[at]!;
    return outcomesOf(field, weights).reduce(
      (sum, { chance, as }) =>
        chance === 0 ? sum : sum + chance * hidden(at + 1, new Map(holds).set(field, as)),
      0,
    );
  };
  return meetings.length === 0 ? 0 : Math.min(most, hidden(0, new Map()));
}

/** Four hidden for each one met: more is not to be learnt from pairs that are met. */
const mostHidden = 0.8;

/**
 * How many pairs hide at the most beside `met` ones (an expected number, so it may be a fraction), where a share
 * hides: learnt from few pairs, that may be larger than it was estimated.
 */
export function mostHiddenPairs(met: number, share: number): number {
  const largest = Math.min(share + 2 * Math.sqrt((share * (1 - share)) / (met + 1)), mostHidden);
  return (met * largest) / (1 - largest);
}

/** See `isClearlyDifferent`: met, but not believed. */
function isTakenApart(holds: ReadonlyMap<number, readonly MeetingLevel[]>): boolean {
  const has = (field: number, as: MeetingLevel) => holds.get(field)?.includes(as) === true;
  return (
    holds.get(fieldIndex.first)?.length === 0 &&
    !has(fieldIndex.mailName, 'same') &&
    !has(fieldIndex.number, 'second half')
  );
}

/** What can become of a field, with outcomes that mean the same to every pass taken together. */
function outcomesOf(field: number, { person, unknown }: LinkageWeights): Outcome[] {
  const silent = Math.min(1, Math.max(0, unknown[field]!));
  const chanceOf = (level: string): number => {
    const at = (comparedFields[field]!.levels as readonly string[]).indexOf(level);
    return at < 0 ? 0 : person[field]![at]! * (1 - silent);
  };
  const same = chanceOf('same');
  const close = chanceOf('close');
  const all: readonly MeetingLevel[] = [
    'same',
    'sound',
    'initial',
    'year',
    'day',
    'first half',
    'second half',
  ];
  const outcomes: Outcome[] = [{ chance: same, as: all }];
  if (field === fieldIndex.birth)
    outcomes.push(
      { chance: close * yearDiffers, as: ['day'] },
      { chance: close * (1 - yearDiffers), as: ['year'] },
    );
  else
    outcomes.push(
      { chance: close * soundsSame, as: ['sound', 'initial'] },
      { chance: close * startsSame, as: ['initial'] },
    );
  outcomes.push(
    { chance: chanceOf('initial'), as: ['initial'] },
    { chance: chanceOf('first half'), as: ['first half'] },
    { chance: chanceOf('second half'), as: ['second half'] },
  );
  const rest = Math.max(0, 1 - silent - outcomes.reduce((sum, { chance }) => sum + chance, 0));
  // what is unknown meets nobody, but takes nobody apart either
  outcomes.push({ chance: rest, as: [] }, { chance: silent, as: ['unknown'] });
  return outcomes.filter(({ chance }) => chance > 0);
}
