// What has to hold, and whether it does. In: all judgements. Out: one line for each demand, with the figures that
// decide it and, where it fails, the first places to look.

import type { Scores } from './class-scores.ts';
import type { JudgedCorpus, JudgedLeak } from './evaluate-leak.ts';
import type { JudgedNegatives } from './judge-hard-negatives.ts';

export interface Verdict {
  demand: string;
  isMet: boolean;
  figures: string;
  /** Named where it is not met; never a value of a leak. */
  places: string[];
}

export const leastPrecision = 0.99;
export const leastRecall = 0.97;
export const widestInterval = 0.02;
const leastNegatives = 100;
/** An interval of a few hundred people is not wider for being two people wide. */
const narrowAnyway = 2;

export function mustShow(
  scores: Scores,
  leaks: readonly JudgedLeak[],
  corpora: readonly JudgedCorpus[],
  negatives: JudgedNegatives,
): Verdict[] {
  const wrong = scores.claims.filter(({ isRight }) => !isRight);
  const places = leaks.map((leak) => ({ leak, name: leak.name }));
  const of = (is: (leak: JudgedLeak) => boolean) =>
    places.filter(({ leak }) => is(leak)).map(({ name }) => name);
  const outside = [
    ...of(({ people }) => !people.isInside),
    ...corpora
      .filter(({ people }) => people !== null && (people.min > people.truth || people.max < people.truth))
      .map(({ name }) => name),
  ];
  const usual = leaks.filter(({ isUsualDirt }) => isUsualDirt);
  const wide = usual.filter(
    ({ people }) => people.width > widestInterval && people.max - people.min > narrowAnyway,
  );
  const merged = leaks.reduce((sum, { merges }) => sum + merges.wrongMerges, 0);
  const told = leaks.reduce((sum, { statements }) => sum + statements.checked, 0);
  const false_ = leaks.reduce((sum, { statements }) => sum + statements.tooMuch + statements.tooLittle, 0);
  const misplaced = leaks.reduce((sum, { statements }) => sum + statements.misplaced, 0);
  return [
    {
      demand: `columns: macro precision at least ${leastPrecision}`,
      isMet: scores.macroPrecision >= leastPrecision,
      figures: `${scores.macroPrecision.toFixed(4)}, ${wrong.length} of ${scores.claims.length} claims wrong`,
      places: together(wrong.map((claim) => `${claim.where}: no ${claim.class}`)),
    },
    {
      demand: `columns: macro recall at least ${leastRecall}`,
      isMet: scores.macroRecall >= leastRecall,
      figures: `${scores.macroRecall.toFixed(4)}, ${scores.missed.length} missed`,
      places: together(scores.missed.map((missed) => `${missed.where}: ${missed.class}`)),
    },
    {
      demand: `hard negatives: silent on ${leastNegatives} columns or more`,
      isMet: negatives.columns >= leastNegatives && negatives.claims.length === 0,
      figures: `${negatives.claims.length} claims on ${negatives.columns} columns`,
      places: negatives.claims.map(
        (claim) => `${claim.where}: ${claim.class} (${claim.confidence.toFixed(2)})`,
      ),
    },
    {
      demand: 'people: truth within the interval on every seed',
      isMet: outside.length === 0,
      figures: `${outside.length} of ${leaks.length + corpora.length} outside`,
      places: outside,
    },
    {
      demand: `people: interval at most ${widestInterval * 100} % wide at the usual dirt`,
      isMet: wide.length === 0,
      figures: `${wide.length} of ${usual.length} wider`,
      places: wide.map(({ name, people }) => `${name}: ${(people.width * 100).toFixed(2)} %`),
    },
    {
      demand: 'people: no wrong merge',
      isMet: merged === 0,
      figures: `${merged} among ${leaks.reduce((sum, { people }) => sum + people.truth, 0)} people`,
      places: leaks.flatMap(({ name, merges }) =>
        merges.firstWrong.map(({ planted, sort }) => `${name}: people ${planted.join(' and ')}, by ${sort}`),
      ),
    },
    {
      demand: 'statements: exactly the planted classes',
      isMet: false_ === 0 && told > 0,
      figures: `${false_} of ${told} not exact`,
      places: leaks.flatMap(({ name, statements }) =>
        Object.entries(statements.wrongClasses).map(
          ([dataClass, count]) => `${name}: ${dataClass}, ${count}`,
        ),
      ),
    },
    {
      demand: 'statements: the columns where each was seen',
      isMet: misplaced === 0,
      figures: `${misplaced} of ${told} not exact`,
      places: leaks.flatMap(({ name, statements }) =>
        Object.entries(statements.wrongPlaces).map(([place, count]) => `${name}: ${place}, ${count}`),
      ),
    },
  ];
}

/** The same in several leaks, said once. */
function together(places: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].map(([place, count]) => (count === 1 ? place : `${place} (${count} times)`));
}
