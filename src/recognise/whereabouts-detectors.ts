/*
 * Where somebody is found, in the world and on the web: street, town, place of birth, profiles, sites.
 * In: nothing. Out: rows of the table detectors.ts, which says where the chances come from.
 */

import { notFreeText, notText, type Detector } from './detector.ts';

export const whereaboutsDetectors: readonly Detector[] = [
  {
    validator: 'streetAddress',
    p1: 0.85,
    p0: 0.1,
    ceiling: 3,
    header: 4,
    needs: 'nothing',
    standing: 'own',
    not: notFreeText,
    distinct: 6,
  },
  {
    validator: 'postalCode',
    p1: 0.95,
    p0: 0.25,
    ceiling: 2.5,
    header: 2.5,
    needs: 'link',
    standing: 'context',
    not: ['time', 'binary', 'list', 'other'],
    distinct: 0,
  },
  {
    validator: 'place',
    p1: 0.95,
    p0: 0.35,
    ceiling: 2,
    header: 3,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'birthPlace',
    p1: 0.95,
    p0: 0.35,
    ceiling: 2,
    header: 4,
    needs: 'nothing',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'socialProfile',
    p1: 0.9,
    p0: 0.01,
    ceiling: 7,
    header: 3,
    needs: 'link',
    standing: 'context',
    not: notFreeText,
    distinct: 0,
  },
  {
    validator: 'website',
    p1: 0.9,
    p0: 0.05,
    ceiling: 3,
    header: 3,
    needs: 'row',
    standing: 'context',
    not: notFreeText,
    distinct: 0,
  },
];
