/*
 * What says how old somebody is, who belongs to them, what they earn and know, and whether they still live.
 * In: nothing. Out: rows of the table detectors.ts, which says where the chances come from.
 */

import { notFreeText, notText, type Detector } from './detector.ts';

/** The name of the column carries it; the values must agree; the table must be about people. */
const named = { needs: 'link', standing: 'context', not: notText, distinct: 0 } as const;
const numbers = { ...named, not: ['time', 'binary', 'other'] } as const;

export const familyDetectors: readonly Detector[] = [
  { validator: 'age', p1: 0.97, p0: 0.3, ceiling: 3, header: 4.5, ...numbers },
  { validator: 'birthYear', p1: 0.97, p0: 0.1, ceiling: 3, header: 5, ...numbers, not: ['binary', 'other'] },
  { validator: 'partialBirthDate', p1: 0.97, p0: 0.2, ceiling: 2.5, header: 5, ...numbers },
  { validator: 'familyStructure', p1: 0.97, p0: 0.2, ceiling: 2.5, header: 5, ...numbers },
  { validator: 'spouseName', p1: 0.92, p0: 0.3, ceiling: 2.5, header: 5, ...named, not: notFreeText },
  { validator: 'motherMaidenName', p1: 0.92, p0: 0.3, ceiling: 2.5, header: 5, ...named, not: notFreeText },
  { validator: 'familyMember', p1: 0.92, p0: 0.3, ceiling: 2.5, header: 5, ...named, not: notFreeText },
  { validator: 'income', p1: 0.95, p0: 0.25, ceiling: 2.5, header: 5, ...numbers },
  { validator: 'accountBalance', p1: 0.95, p0: 0.25, ceiling: 2.5, header: 4.5, ...numbers },
  { validator: 'spokenLanguage', p1: 0.85, p0: 0.08, ceiling: 4, header: 4, ...named },
  { validator: 'educationLevel', p1: 0.7, p0: 0.04, ceiling: 4.5, header: 4, ...named },
  {
    validator: 'physicalAttribute',
    p1: 0.9,
    p0: 0.15,
    ceiling: 2.5,
    header: 4.5,
    ...numbers,
    needs: 'row',
  },
  { validator: 'bloodGroup', p1: 0.95, p0: 0.005, ceiling: 6, header: 4, ...named },
  { validator: 'zodiacSign', p1: 0.95, p0: 0.01, ceiling: 5, header: 4, ...named },
  {
    validator: 'deceasedDate',
    p1: 0.96,
    p0: 0.25,
    ceiling: 3,
    header: 5,
    ...named,
    not: ['binary', 'list', 'other'],
  },
  { validator: 'deceasedStatus', p1: 0.97, p0: 0.2, ceiling: 2.5, header: 5, ...numbers },
];
