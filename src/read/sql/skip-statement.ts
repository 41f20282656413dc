// Passes over a statement that is not read: exactly, as its strings and comments say.

import * as ascii from './ascii.ts';
import { textBreak } from '../text-break.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { scanStatement, startScan } from './statement-scan.ts';

/** However long it is: what is passed over is counted and handed over as text. */
export function skipStatement(place: Place, reason: string): void {
  place.forget();
  const scan = startScan(place.p);
  for (;;) {
    const { bytes, to, ended } = place.window;
    const done = scanStatement(bytes, to, ended, place.dialect, scan);
    const until = done || ended ? scan.position : textBreak(bytes, place.p, scan.position);
    const kept = scan.position - until;
    if (until > place.p) tellSkipped(place, reason, until);
    place.p = until;
    if (done || !readOn(place, ended)) return;
    scan.position = place.p + kept;
  }
}

/** Statements that hold no rows are shorter, functions among them; an odd quote hides the end of one that is not. */
const longestQuietStatement = 1 << 20;

/** A statement that holds no rows; false, and the place where it was, where it does not end as one should. */
export function passStatement(place: Place): boolean {
  place.forget();
  const scan = startScan(place.p);
  for (;;) {
    const { bytes, to, ended } = place.window;
    const isDone = scanStatement(bytes, to, ended, place.dialect, scan);
    const needsNoEnd = ended && place.dialect.batches && scan.odd === null;
    if (isDone || (needsNoEnd && (scan.open === 0 || scan.open === ascii.NEWLINE))) {
      place.p = scan.position;
      return true;
    }
    const seen = scan.position - place.p;
    if (seen > longestQuietStatement || !readOn(place, ended)) return false;
    scan.position = place.p + seen;
  }
}

/** Brings in more, or the knowledge that there is no more; false where both were there before. */
export function readOn(place: Place, ended: boolean): boolean {
  return readMore(place) || (!ended && place.window.ended);
}
