// Passes over a statement that is not read, however long: exactly, as its strings and comments say.

import { textBreak } from '../text-break.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { scanStatement, startScan } from './statement-scan.ts';

/** With a reason, what is passed over is counted and handed over as text; without, it held no rows. */
export function skipStatement(place: Place, reason: string | null): void {
  place.forget();
  const scan = startScan(place.p);
  for (;;) {
    const { bytes, to, ended } = place.window;
    const done = scanStatement(bytes, to, ended, place.dialect, scan);
    const until = done || ended ? scan.position : textBreak(bytes, place.p, scan.position);
    const kept = scan.position - until;
    if (reason !== null && until > place.p) tellSkipped(place, reason, until);
    place.p = until;
    if (done) return;
    if (!readMore(place)) {
      // the dump was cut off here, though nothing that holds rows was lost
      if (reason === null && !place.dialect.batches)
        tellSkipped(place, 'cut off in the middle of a statement', place.p);
      return;
    }
    scan.position = place.p + kept;
  }
}
