// Where reading may begin in the middle of a file: the first place that looks like a statement boundary.
// It may be wrong, inside a string that holds SQL: whoever begins there checks that what comes before ends there.

import type { ByteWindow } from '../byte-window.ts';
import type { Dialect } from './dialect.ts';
import { findSyncPoint, syncTail } from './sync-point.ts';

/** The first sync point at or after `offset` and before `limit`, or `limit` where there is none. */
export function findStart(window: ByteWindow, offset: number, limit: number, dialect: Dialect): number {
  window.seek(Math.max(0, offset - 1));
  let p = window.from;
  while (window.offsetOf(p) < limit) {
    const found = findSyncPoint(window.bytes, p, window.to, window.ended, dialect);
    if (found >= 0) return Math.min(window.offsetOf(found), limit);
    const keep = Math.max(p, window.to - syncTail);
    if (window.slide(keep) < 0) return limit;
    p = window.from;
  }
  return limit;
}
