/*
 * What somebody works as, for whom, and what was written to get there.
 * In: nothing. Out: rows of the table detectors.ts, which says where the chances come from.
 */

import { notFreeText, notText, type Detector } from './detector.ts';

export const workDetectors: readonly Detector[] = [
  {
    validator: 'jobTitle',
    p1: 0.7,
    p0: 0.04,
    ceiling: 5,
    header: 1.5,
    needs: 'link',
    standing: 'context',
    not: notFreeText,
    distinct: 0,
  },
  {
    validator: 'employer',
    p1: 0.95,
    p0: 0.3,
    ceiling: 2,
    header: 4,
    needs: 'names',
    standing: 'context',
    not: notFreeText,
    distinct: 0,
  },
  {
    validator: 'occupation',
    p1: 0.95,
    p0: 0.35,
    ceiling: 2,
    header: 3.5,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'employmentStatus',
    p1: 0.8,
    p0: 0.02,
    ceiling: 5,
    header: 1.5,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'jobApplication',
    p1: 0.9,
    p0: 0.1,
    ceiling: 3,
    header: 3.5,
    needs: 'nothing',
    standing: 'own',
    not: ['number', 'time', 'list', 'other'],
    distinct: 4,
  },
];
