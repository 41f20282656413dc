// How much likelier strangers agree in some way than fields that err independently would have it. In: counted cells, and
// how many strangers are known to be among the pairs of a pattern. Out: a factor by pattern, found anew for each round of
// the estimation, that leaves so many strangers in it. Within a pattern those who agree on common names remain the
// likelier strangers. Never less than 1: where fewer agree than the model has it, nothing is made of it.

import { rarityRange } from './comparison.ts';
import type { ExpectedStrangers } from './known-strangers.ts';

export interface Calibration {
  /** For each cell how likely it is as one person, and as others. */
  adjust(asPersons: Float64Array, asOthers: Float64Array): void;
  /** By what the chance of others is multiplied in the pattern of a cell. */
  factor: (cell: number) => number;
}

/** Factors up to 2^range; beyond, all pairs of the pattern are strangers. */
const range = 60;
const halvings = 30;

export function createCalibration(
  cells: Float64Array,
  counts: Float64Array,
  expected: ExpectedStrangers,
): Calibration {
  const placesOf = new Map<number, number[]>();
  cells.forEach((cell, i) => {
    const pattern = Math.floor(cell / rarityRange);
    if (!expected.has(pattern)) return;
    const places = placesOf.get(pattern);
    if (places === undefined) placesOf.set(pattern, [i]);
    else places.push(i);
  });
  const factors = new Map<number, number>();
  return {
    adjust(asPersons, asOthers) {
      factors.clear();
      for (const [pattern, places] of placesOf) {
        const strangersAt = (factor: number) => {
          let sum = 0;
          for (const i of places)
            sum += (counts[i]! * asOthers[i]! * factor) / (asPersons[i]! + asOthers[i]! * factor);
          return sum;
        };
        const wanted = expected.get(pattern)!;
        if (strangersAt(1) >= wanted) continue;
        let [low, high] = [0, range];
        for (let i = 0; i < halvings; i++) {
          const middle = (low + high) / 2;
          if (strangersAt(2 ** middle) < wanted) low = middle;
          else high = middle;
        }
        factors.set(pattern, 2 ** high);
      }
    },
    factor: (cell) => factors.get(Math.floor(cell / rarityRange)) ?? 1,
  };
}
