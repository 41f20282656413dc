import { describe, expect, it } from 'vitest';
import { scoreClasses } from './class-scores.ts';
import type { JudgedLeak } from './evaluate-leak.ts';
import { mustShow } from './must-show.ts';
import { peopleLines, verdictLines } from './write-tables.ts';

const good: JudgedLeak = {
  name: 'a leak of a name that is by far too long for any line of eighty columns, seed 1',
  shape: 'shape',
  dirt: 'default',
  seed: 1,
  isUsualDirt: true,
  unprovable: 0,
  columns: { claims: [], missed: [], columns: 0 },
  people: {
    truth: 1000,
    count: 1000,
    min: 995,
    max: 1005,
    error: 0,
    isInside: true,
    width: 0.01,
    testAccounts: { truth: 0, found: 0 },
    mentioned: { truth: 0, found: 0 },
    minors: null,
    deceased: null,
    worstClass: null,
  },
  merges: { wrongMerges: 0, missedMerges: 0, notFound: 0, loose: 0, firstWrong: [] },
  statements: {
    checked: 1000,
    exact: 1000,
    tooMuch: 0,
    tooLittle: 0,
    partial: 0,
    misplaced: 0,
    wrongClasses: {},
    wrongPlaces: {},
  },
  seconds: 1,
};
const silent = { columns: 100, claims: [] };
const right = { where: 'here', class: 'Names', confidence: 1, isRight: true };

function unmet(leak: Partial<JudgedLeak>, negatives: Parameters<typeof mustShow>[3] = silent): string[] {
  const judged = { ...good, ...leak };
  const verdicts = mustShow(scoreClasses([judged.columns]), [judged], [], negatives);
  for (const line of [...verdictLines(verdicts), ...peopleLines([judged], [])])
    expect(line.length).toBeLessThanOrEqual(80);
  return verdicts.filter(({ isMet }) => !isMet).map(({ demand }) => demand.split(' ').slice(0, 3).join(' '));
}

describe('of what has to hold', () => {
  it('everything is met by a leak without errors', () => expect(unmet({})).toEqual([]));

  it('one wrong claim of two fails precision, one missed of two recall', () => {
    const wrong = { ...right, isRight: false };
    expect(unmet({ columns: { claims: [right, wrong], missed: [], columns: 2 } })).toEqual([
      'columns: macro precision',
    ]);
    const missed = [{ where: 'there', class: 'Names' }];
    expect(unmet({ columns: { claims: [right], missed, columns: 2 } })).toEqual(['columns: macro recall']);
  });

  it('a claim on a hard negative fails, and so do too few of them', () => {
    expect(unmet({}, { columns: 100, claims: [right] })).toEqual(['hard negatives: silent']);
    expect(unmet({}, { columns: 99, claims: [] })).toEqual(['hard negatives: silent']);
  });

  it('a truth outside the interval fails at any dirt', () => {
    const people = { ...good.people, isInside: false };
    expect(unmet({ people, isUsualDirt: false })).toEqual(['people: truth within']);
  });

  it('a wide interval fails at the usual dirt only, and never for two people', () => {
    const wide = { ...good.people, min: 985, max: 1010, width: 0.025 };
    expect(unmet({ people: wide })).toEqual(['people: interval at']);
    expect(unmet({ people: wide, isUsualDirt: false })).toEqual([]);
    expect(unmet({ people: { ...good.people, truth: 3, min: 2, max: 4, width: 0.67 } })).toEqual([]);
  });

  it('one wrong merge fails', () => {
    expect(unmet({ merges: { ...good.merges, wrongMerges: 1 } })).toEqual(['people: no wrong']);
  });

  it('a statement that tells too much or too little fails, and so does none at all', () => {
    expect(unmet({ statements: { ...good.statements, tooMuch: 1 } })).toEqual(['statements: exactly the']);
    expect(unmet({ statements: { ...good.statements, tooLittle: 1 } })).toEqual(['statements: exactly the']);
    expect(unmet({ statements: { ...good.statements, checked: 0 } })).toEqual(['statements: exactly the']);
    expect(unmet({ statements: { ...good.statements, misplaced: 1 } })).toEqual(['statements: the columns']);
  });
});
