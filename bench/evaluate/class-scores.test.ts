import { expect, it } from 'vitest';
import { calibrate, scoreClasses } from './class-scores.ts';
import type { Claim } from './expected-columns.ts';

const claim = (dataClass: string, confidence: number, isRight: boolean): Claim => ({
  where: 'here',
  class: dataClass,
  confidence,
  isRight,
});

const judged = {
  claims: [
    claim('Names', 0.9, true),
    claim('Names', 0.9, true),
    claim('Names', 0.6, false),
    claim('Photos', 1, true),
  ],
  missed: [
    { where: 'there', class: 'Names' },
    { where: 'there', class: 'Ages' },
  ],
  columns: 9,
};

it('a class is scored by what is right of its claims and of what was planted', () => {
  const { classes } = scoreClasses([judged]);
  expect(classes).toEqual([
    { class: 'Ages', right: 0, wrong: 0, missed: 1, precision: null, recall: 0 },
    { class: 'Names', right: 2, wrong: 1, missed: 1, precision: 2 / 3, recall: 2 / 3 },
    { class: 'Photos', right: 1, wrong: 0, missed: 0, precision: 1, recall: 1 },
  ]);
});

it('macro means weigh every class alike and leave out what has no share', () => {
  const { macroPrecision, macroRecall, columns } = scoreClasses([
    judged,
    { claims: [], missed: [], columns: 1 },
  ]);
  expect(macroPrecision).toBeCloseTo((2 / 3 + 1) / 2, 12);
  expect(macroRecall).toBeCloseTo((0 + 2 / 3 + 1) / 3, 12);
  expect(columns).toBe(10);
});

it('bins say what was stated and what was right, and hold every claim once', () => {
  const { bins } = calibrate(judged);
  expect(bins.reduce((sum, { claims }) => sum + claims, 0)).toBe(judged.claims.length);
  expect(bins.map(({ from, claims, right }) => [from, claims, right])).toEqual([
    [0.6, 1, 0],
    [0.9, 2, 1],
    [0.98, 1, 1],
  ]);
});

it('the Brier score counts what was missed as stated at nought', () => {
  const { brier } = calibrate(judged);
  expect(brier).toBeCloseTo((0.01 + 0.01 + 0.36 + 0 + 1 + 1) / 6, 12);
  expect(calibrate({ claims: [], missed: [] }).brier).toBe(0);
});
