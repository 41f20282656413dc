// Pairs that agree in nothing but names. In: cells, and how many rows tell more than a name. Out: which pairs those are,
// and how many of them may be one person. Namesakes agree so, too, and names go with places and languages in ways that
// no product of chances knows: where rows tell enough else, such a pair is no evidence by itself, and people whose rows
// cannot be compared are taken to be counted twice as often as the others.

import { comparedFields, fieldIndex, levelOf } from './comparison.ts';
import type { LinkageFeatures } from './features.ts';

/** Where fewer than half of the pairs can be compared by more than names, names are all that there is to go by. */
const leastComparable = 0.5;

/** From which level on a field says more than chance would. */
const tellingLevels: readonly (readonly [number, number])[] = [
  telling('birth', 'close'),
  telling('phone', 'same'),
  telling('place', 'same'),
  telling('mailName', 'same'),
  telling('number', 'first half'),
];

function telling(name: keyof typeof fieldIndex, level: string): [number, number] {
  const field = fieldIndex[name];
  return [field, comparedFields[field]!.levels.findIndex((known) => known === level)];
}

export function isNameOnly(cell: number): boolean {
  return tellingLevels.every(([field, level]) => levelOf(cell, field) < level);
}

export interface NameOnly {
  /** Whether names alone count as evidence in this leak. */
  counts: boolean;
  /** People counted twice whom only names would show, for each one that more shows. */
  ratio: number;
}

export function nameOnlyIn(features: LinkageFeatures, takesPart: Uint8Array): NameOnly {
  const { birth, phone, address, mailName, firstHalf, secondHalf } = features;
  const columns = [birth, phone, address, mailName, firstHalf, secondHalf].filter(
    (column) => column !== null,
  );
  let rows = 0;
  let telling = 0;
  for (let row = 0; row < takesPart.length; row++) {
    if (takesPart[row] === 0) continue;
    rows++;
    if (columns.some((column) => column[row] !== 0)) telling++;
  }
  const comparable = (telling / Math.max(1, rows)) ** 2;
  const counts = comparable < leastComparable;
  return { counts, ratio: counts ? 0 : (1 - comparable) / comparable };
}
