// Where the reader of delimited text stands, and what its parts share.

import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { textBreak } from '../text-break.ts';
import { markerRoom, type RowForm } from './row-form.ts';
import type { RowSpans } from './scan-row.ts';

export interface CsvPlace {
  readonly window: ByteWindow;
  readonly sink: RowSink;
  readonly form: RowForm;
  readonly spans: RowSpans;
  /** Memory position of the next byte to read, where a row begins. */
  p: number;
  /** Tells the row that `spans` holds, which begins at the place and ends before `next`, and moves there. */
  tellRow(next: number): void;
  /** Called when positions moved, or when the place is not where the index takes a row to begin. */
  forget(): void;
}

/** Keeps what begins at the place and brings in more; false where nothing new could be learned of the source. */
export function readMore(place: CsvPlace): boolean {
  const { window } = place;
  const hadEnded = window.ended;
  // that nothing follows is news, too: the last row may end without a row end
  if (window.slide(place.p) < 0 && window.ended === hadEnded) return false;
  place.p = window.from;
  place.forget();
  return true;
}

/** Hands over what lies between the place and `until` as skipped, and moves there. */
export function tellSkipped(place: CsvPlace, reason: string, until: number): void {
  if (until === place.p) return;
  place.sink.skipped(place.window.offsetOf(place.p), reason, place.p, until);
  place.p = until;
  place.forget();
}

/** Hands over what lies between the place and `until` as text that is no row, and moves there. */
export function tellText(place: CsvPlace, until: number): void {
  if (until === place.p) return;
  place.sink.text(place.window.offsetOf(place.p), place.p, until);
  place.p = until;
  place.forget();
}

/** As much of the window as can be handed over where what is handed over goes on past its end. */
export function pieceEnd(place: CsvPlace): number {
  const { bytes, to, ended } = place.window;
  return ended ? to : textBreak(bytes, place.p, Math.max(place.p, to - markerRoom));
}
