/*
 * How much each class needs before it is claimed: chances, bounds of the evidence, what kind of column can hold it.
 * In: nothing. Out: one table, read by classify-table.ts. The chances are the share of values of other columns that
 * pass the same test, measured on the noise of public and made-up dumps and rounded up.
 */

import type { TypeSort } from './column-facts.ts';
import type { ValidatorName } from './validators.ts';

export interface Detector {
  validator: ValidatorName;
  /** Share of values that pass where the class is there; dirty data is usual. */
  p1: number;
  /** Share of other values that pass. */
  p0: number;
  /** The most the values can add to the log-odds. Below 4 they never carry a claim without a telling name. */
  ceiling: number;
  /** The least a telling column name must weigh; 0 = none is needed. Applies to named columns only. */
  header: number;
  /**
   * What must stand in the same table. 'names': names or e-mail addresses; 'row': any data of people's own; 'link': or
   * a key to people, or the table is named for them.
   */
  needs: 'nothing' | 'names' | 'row' | 'link';
  standing: 'own' | 'context';
  /** Sorts of SQL type that cannot hold it. */
  not: readonly TypeSort[];
  /** Fewer different values than this in 50 or more speak for a list of states. */
  distinct: number;
}

const numbers: readonly TypeSort[] = ['number', 'time', 'other'];
const notText: readonly TypeSort[] = ['number', 'time', 'binary', 'other'];
const texts: readonly TypeSort[] = ['number', 'time', 'binary', 'list', 'other'];

export const detectors: readonly Detector[] = [
  {
    validator: 'email',
    p1: 0.95,
    p0: 0.001,
    ceiling: 11,
    header: 0,
    needs: 'nothing',
    standing: 'own',
    not: numbers,
    distinct: 0,
  },
  {
    validator: 'phone',
    p1: 0.92,
    p0: 0.12,
    ceiling: 3,
    header: 3.5,
    needs: 'nothing',
    standing: 'own',
    not: ['time', 'binary', 'list', 'other'],
    distinct: 4,
  },
  {
    validator: 'ipAddress',
    p1: 0.95,
    p0: 0.004,
    ceiling: 9,
    header: 0,
    needs: 'nothing',
    standing: 'context',
    not: numbers,
    distinct: 0,
  },
  {
    validator: 'birthDate',
    p1: 0.96,
    p0: 0.2,
    ceiling: 3,
    header: 5,
    needs: 'nothing',
    standing: 'own',
    not: ['binary', 'list', 'other'],
    distinct: 4,
  },
  {
    validator: 'firstName',
    p1: 0.95,
    p0: 0.3,
    ceiling: 2.5,
    header: 3,
    needs: 'nothing',
    standing: 'own',
    not: texts,
    distinct: 8,
  },
  {
    validator: 'lastName',
    p1: 0.95,
    p0: 0.3,
    ceiling: 2.5,
    header: 3,
    needs: 'nothing',
    standing: 'own',
    not: texts,
    distinct: 8,
  },
  {
    validator: 'fullName',
    p1: 0.92,
    p0: 0.3,
    ceiling: 2.5,
    header: 3.5,
    needs: 'nothing',
    standing: 'own',
    not: texts,
    distinct: 8,
  },
  {
    validator: 'username',
    p1: 0.96,
    p0: 0.5,
    ceiling: 2,
    header: 3.5,
    needs: 'link',
    standing: 'context',
    not: texts,
    distinct: 8,
  },
  {
    validator: 'streetAddress',
    p1: 0.85,
    p0: 0.1,
    ceiling: 3,
    header: 4,
    needs: 'nothing',
    standing: 'own',
    not: texts,
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
    not: texts,
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
    not: texts,
    distinct: 0,
  },
  {
    validator: 'jobTitle',
    p1: 0.7,
    p0: 0.04,
    ceiling: 5,
    header: 1.5,
    needs: 'link',
    standing: 'context',
    not: texts,
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
    not: texts,
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
  {
    validator: 'photo',
    p1: 0.9,
    p0: 0.02,
    ceiling: 5,
    header: 3,
    needs: 'link',
    standing: 'context',
    not: ['number', 'time', 'list', 'other'],
    distinct: 0,
  },
  {
    validator: 'gender',
    p1: 0.97,
    p0: 0.05,
    ceiling: 3,
    header: 4,
    needs: 'link',
    standing: 'context',
    not: ['time', 'binary', 'other'],
    distinct: 0,
  },
  {
    validator: 'salutation',
    p1: 0.95,
    p0: 0.005,
    ceiling: 6,
    header: 3,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'nationality',
    p1: 0.95,
    p0: 0.4,
    ceiling: 2,
    header: 4,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'maritalStatus',
    p1: 0.9,
    p0: 0.05,
    ceiling: 4,
    header: 4,
    needs: 'link',
    standing: 'context',
    not: notText,
    distinct: 0,
  },
  {
    validator: 'skills',
    p1: 0.95,
    p0: 0.5,
    ceiling: 1.5,
    header: 4,
    needs: 'link',
    standing: 'context',
    not: texts,
    distinct: 0,
  },
  {
    validator: 'bio',
    p1: 0.9,
    p0: 0.3,
    ceiling: 2,
    header: 4,
    needs: 'link',
    standing: 'context',
    not: texts,
    distinct: 0,
  },
  {
    validator: 'comment',
    p1: 0.85,
    p0: 0.3,
    ceiling: 2,
    header: 3,
    needs: 'row',
    standing: 'context',
    not: texts,
    distinct: 4,
  },
];

/** Prior log-odds that a column holds a given class: of some 25 classes, most columns hold none. */
export const priorLogOdds = -4;
/** How far values that do not pass can pull. */
export const valueFloor = -12;
