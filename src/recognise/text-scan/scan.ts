/*
 * What the readers of one text share while it is scanned. In: nothing. Out: types. A find is reported once: what begins
 * before `done` has been read.
 */

import type { ValidatorId } from '../validators.ts';

/** `detail`: of a date the day as yyyymmdd, else 0. */
export type VisitFind = (validator: ValidatorId, start: number, end: number, detail: number) => void;

export interface Scan {
  readonly bytes: Uint8Array;
  /** The text. */
  readonly lo: number;
  readonly end: number;
  /** yyyymmdd; no one is born later. */
  readonly today: number;
  readonly visit: VisitFind;
  /** Finds end before here. */
  done: number;
}

/** Reports a find; returns where it ends, 0 when it lies over another one. */
export function report(scan: Scan, validator: ValidatorId, start: number, end: number, detail = 0): number {
  if (start < scan.done) return 0;
  scan.done = end;
  scan.visit(validator, start, end, detail);
  return end;
}
