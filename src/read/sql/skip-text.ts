// Passes over what cannot be read as SQL, and hands it over as text, in pieces that cut no word in two.

import { textBreak } from '../text-break.ts';
import * as ascii from './ascii.ts';
import { CUT, findByte, findCommentEnd } from './lexer.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { findSyncPoint, syncTail } from './sync-point.ts';

/** Everything up to the next sync point. */
export function skipToSync(place: Place, reason: string): void {
  place.forget();
  for (;;) {
    const { bytes, to, ended } = place.window;
    const found = findSyncPoint(bytes, place.p, to, ended, place.dialect);
    const until = found >= 0 ? found : ended ? to : textBreak(bytes, place.p, to - syncTail);
    if (until > place.p) tellSkipped(place, reason, until);
    if (found >= 0 || !readMore(place)) return;
  }
}

/** All that is left: told even where nothing is left, as what should have followed is missing. */
export function skipRest(place: Place, reason: string): void {
  place.forget();
  for (;;) {
    const { bytes, to, ended } = place.window;
    tellSkipped(place, reason, ended ? to : textBreak(bytes, place.p, to));
    if (!readMore(place)) return;
  }
}

/** A line at a time, so that the next statement is not swallowed with it; without a reason it held no rows. */
export function skipLine(place: Place, reason: string | null): void {
  for (;;) {
    const { bytes, to, ended } = place.window;
    const end = lineEnd(bytes, place.p, to);
    const until = end >= 0 ? end : ended ? to : textBreak(bytes, place.p, to);
    if (findByte(bytes, ascii.QUOTE, place.p, until) >= 0) place.forget();
    const told = reason ?? (until - place.p > longestQuietLine ? 'a line that is very long' : null);
    if (told !== null && until > place.p) tellSkipped(place, told, until);
    place.p = until;
    if (end >= 0 || !readMore(place)) return;
  }
}

/** Commands are short; what is longer is handed over whatever it begins with. */
const longestQuietLine = 64 << 10;

/** Comments longer than this are handed over as text instead of being held in the window. */
export const longestComment = 1 << 20;

/** The comment at the place, which does not end within `longestComment` or at all. */
export function skipLongComment(place: Place): void {
  place.forget();
  const isBlock = place.window.bytes[place.p] === ascii.SLASH;
  // the last line of a file may be a comment without a line end: nothing is wrong with it
  const isTold = isBlock || place.window.to - place.p > longestComment;
  let from = place.p + (isBlock ? 2 : 0);
  for (;;) {
    const { bytes, to, ended } = place.window;
    const end = isBlock ? findCommentEnd(bytes, from, to) : lineEnd(bytes, from, to);
    // the last byte may be the star of the closing sign
    const until = end >= 0 ? end : ended ? to : textBreak(bytes, place.p, to - 1);
    if (isTold) tellSkipped(place, 'a comment that is very long or does not end', until);
    place.p = until;
    if (end >= 0 || !readMore(place)) return;
    from = place.p;
  }
}

function lineEnd(bytes: Uint8Array, from: number, to: number): number {
  const end = findByte(bytes, ascii.NEWLINE, from, to);
  return end < 0 ? CUT : end + 1;
}
