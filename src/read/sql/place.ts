// Where a reader is in its window. What moves on from there works on one of these, so that a reader can
// be made of functions in files of their own.

import type { ByteWindow } from '../byte-window.ts';
import type { Dialect } from './dialect.ts';
import type { RowSink } from '../row-sink.ts';

export interface Place {
  readonly window: ByteWindow;
  readonly sink: RowSink;
  readonly dialect: Dialect;
  /** Memory position of the next byte to read. */
  p: number;
  /** Called when something was read whose quotes no index of rows knows. */
  forget(): void;
  /** Called when positions moved. */
  moved(): void;
}

/** Keeps what begins at the place and brings in more; false where nothing could be added. */
export function readMore(place: Place): boolean {
  if (place.window.slide(place.p) < 0) return false;
  place.p = place.window.from;
  place.moved();
  return true;
}

/** Hands over what lies between the place and `until` as skipped, and moves there. */
export function tellSkipped(place: Place, reason: string, until: number): void {
  place.sink.skipped(place.window.offsetOf(place.p), reason, place.p, until);
  place.p = until;
}
