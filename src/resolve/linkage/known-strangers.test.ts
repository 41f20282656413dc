import { describe, expect, it } from 'vitest';
import { fieldIndex, fieldStep, rarityRange } from './comparison.ts';
import { emptyFeatures } from './features.ts';
import { createKnownStrangers } from './known-strangers.ts';
import { chooseLinkageRows } from './linkage-rows.ts';
import { createCalibration } from './stranger-calibration.ts';

const numberStep = fieldStep[fieldIndex.number]!;
const lastSame = 3 * fieldStep[fieldIndex.last]!;

/** 1,000 rows of which every tenth has no valid number. */
function madeRows() {
  const count = 1000;
  const features = {
    ...emptyFeatures(count),
    identifier: Uint32Array.from({ length: count }, (_, row) => (row % 10 === 0 ? 0 : row + 1)),
    firstHalf: new Uint16Array(count).fill(1),
    secondHalf: new Uint16Array(count).fill(1),
  };
  const groups = Int32Array.from({ length: count }, (_, row) => row);
  return { features, rows: chooseLinkageRows(features, groups) };
}

function patternWith(numberLevel: number): number {
  return lastSame + numberLevel * numberStep;
}

describe('strangers to be expected', () => {
  it('are as many as people with different numbers make, for each who seeks', () => {
    const { features, rows } = madeRows();
    const known = createKnownStrangers(features, rows)!;
    // every row with a number agrees with two others
    for (let i = 0; i < 900; i++) known.add(1, 2, patternWith(1) * rarityRange);
    const expected = known.expected().get(patternWith(1))!;
    // 100 seekers among 900 who stand in: 200 pairs, less twice their error
    expect(expected).toBeGreaterThan(150);
    expect(expected).toBeLessThan(212);
  });

  it('are none where both rows have the same number, and none of what was seen once', () => {
    const { features, rows } = madeRows();
    const known = createKnownStrangers(features, rows)!;
    features.identifier[2] = features.identifier[1]!;
    for (let i = 0; i < 900; i++) known.add(1, 2, patternWith(1) * rarityRange);
    known.add(3, 4, patternWith(2) * rarityRange);
    expect(known.expected().size).toBe(0);
  });

  it('are not known where no row has a number', () => {
    const features = emptyFeatures(2);
    expect(createKnownStrangers(features, chooseLinkageRows(features, Int32Array.of(0, 1)))).toBeNull();
  });
});

describe('the factor of a pattern', () => {
  const cells = Float64Array.of(patternWith(1) * rarityRange + 10, patternWith(1) * rarityRange + 20);
  const counts = Float64Array.of(100, 50);
  const asPersons = Float64Array.of(1, 1000);

  it('leaves as many strangers in it as are expected', () => {
    const calibration = createCalibration(cells, counts, new Map([[patternWith(1), 120]]));
    calibration.adjust(asPersons, Float64Array.of(1, 1));
    const factor = calibration.factor(cells[0]!);
    const strangers = counts.reduce((sum, count, i) => sum + (count * factor) / (asPersons[i]! + factor), 0);
    expect(strangers).toBeCloseTo(120, 3);
  });

  it('makes nobody of a pattern that holds no more pairs than strangers make', () => {
    const calibration = createCalibration(cells, counts, new Map([[patternWith(1), 150]]));
    calibration.adjust(asPersons, Float64Array.of(1, 1));
    expect(calibration.factor(cells[0]!)).toBeGreaterThan(1e9);
  });

  it('is 1 where the model itself has more strangers, or nothing is known', () => {
    const calibration = createCalibration(cells, counts, new Map([[patternWith(1), 1]]));
    calibration.adjust(asPersons, Float64Array.of(1, 1));
    expect(calibration.factor(cells[0]!)).toBe(1);
    expect(calibration.factor(patternWith(2) * rarityRange)).toBe(1);
  });
});
