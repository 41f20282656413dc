// One line of the window at a time, for what is told apart by lines.

import * as ascii from './ascii.ts';
import { findByte } from './lexer.ts';
import { type Place, readMore } from './place.ts';

/** Longer lines come in pieces. */
const longestLine = 64 << 10;

/** One past the line at the place, held in the window; of a long line, a piece. */
export function readLine(place: Place): number {
  for (;;) {
    const { bytes, to } = place.window;
    const limit = Math.min(to, place.p + longestLine);
    const end = findByte(bytes, ascii.NEWLINE, place.p, limit);
    if (end >= 0) return end + 1;
    if (limit - place.p === longestLine || !readMore(place))
      return Math.min(place.window.to, place.p + longestLine);
  }
}
