import { describe, expect, test } from 'vitest';
import { matchPeople, type WalkShared } from './match-people.ts';

/** Identifiers as the units of plan 1, and as the people, that have them. */
function walking(shared: readonly (readonly [units: number[], people: number[]])[]): WalkShared {
  return (visit) => {
    for (const [units, people] of shared) visit(units, people);
  };
}

const plan = (...units: number[]) => Uint32Array.from(units);

describe('people are found again', () => {
  test('by an identifier of their own, whatever their number is now', () => {
    const { unitsOf } = matchPeople(
      plan(1, 1),
      3,
      walking([
        [[0], [2]],
        [[1], [0]],
      ]),
    );
    expect([0, 1, 2].map(unitsOf)).toEqual([[1], [], [0]]);
  });

  test('a telephone that two share leads nobody to the other', () => {
    const { unitsOf, groupsOf } = matchPeople(
      plan(1, 1),
      2,
      walking([
        [
          [0, 1],
          [0, 1],
        ],
        [[0], [0]],
        [[1], [1]],
      ]),
    );
    expect([0, 1].map(unitsOf)).toEqual([[0], [1]]);
    expect([0, 1].map((person) => groupsOf(person).length)).toEqual([0, 0]);
  });

  test('two who turn out to be one have what both were told', () => {
    const { unitsOf } = matchPeople(
      plan(1, 1, 2),
      1,
      walking([
        [[0], [0]],
        [[1], [0]],
        [[2], [0]],
      ]),
    );
    expect(unitsOf(0)).toEqual([0, 1, 2]);
  });

  test('one who turns out to be two is both, and is told to be split', () => {
    const { unitsOf, split } = matchPeople(
      plan(1),
      2,
      walking([
        [[0], [0]],
        [[0], [1]],
        [[0], [1]],
      ]),
    );
    expect([0, 1].map(unitsOf)).toEqual([[0], [0]]);
    expect([...split.get(0)!]).toEqual([0, 1]);
  });

  test('of those who share all that they are known by, each may be any', () => {
    const { unitsOf, groupsOf } = matchPeople(
      plan(1, 1),
      3,
      walking([
        [
          [0, 1],
          [1, 2],
        ],
      ]),
    );
    expect([0, 1, 2].map(unitsOf)).toEqual([[], [], []]);
    expect(groupsOf(1)).toEqual([{ units: [0, 1], people: [1, 2] }]);
    expect(groupsOf(0)).toEqual([]);
  });

  test('who is known by something of his own is in no group', () => {
    const { groupsOf } = matchPeople(
      plan(1, 1),
      2,
      walking([
        [
          [0, 1],
          [0, 1],
        ],
        [[0], [1]],
      ]),
    );
    expect(groupsOf(0)).toEqual([{ units: [1], people: [0] }]);
    expect(groupsOf(1)).toEqual([]);
  });
});
