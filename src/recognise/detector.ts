/*
 * What one class needs before it is claimed: chances, bounds of the evidence, what kind of column can hold it. In:
 * nothing. Out: the shape of a row of detectors.ts, and the sorts of SQL type its rows name together. No row itself.
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

/** Sorts of SQL type that hold no word. */
export const noWords: readonly TypeSort[] = ['number', 'time', 'other'];
/** Sorts of SQL type that hold no text, whole or chosen from a list. */
export const notText: readonly TypeSort[] = ['number', 'time', 'binary', 'other'];
/** Sorts of SQL type that hold no text anybody could write. */
export const notFreeText: readonly TypeSort[] = ['number', 'time', 'binary', 'list', 'other'];
