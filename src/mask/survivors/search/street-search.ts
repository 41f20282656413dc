// Streets with their house number, in front or behind. In: where the number or the first word may be. Out: the phrase, if it
// is somebody's street.

import { foldWords } from '../fold.ts';
import { hashSpan, mask, mayBeWhole } from '../hints.ts';
import { mostStreetWords } from '../normal-value.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { letterWidth, wordEnd } from '../word-chain.ts';
import type { VisitReal } from './visit-survivor.ts';

const longestPart = 40;
const widestGap = 3;

/** Words from `start` on; where `isEnd` is given, only the phrase that ends there counts. Returns whether one was found. */
export type StreetSearch = (
  bytes: Uint8Array,
  start: number,
  to: number,
  visit: VisitReal,
  mustEnd?: number,
) => boolean;

export function createStreetSearch(real: OpenRealValues): StreetSearch {
  const { hints } = real;
  const folded = new Uint8Array((mostStreetWords + 1) * (longestPart * 3 + 1));
  return (bytes, start, to, visit, mustEnd = -1) => {
    let length = 0;
    let best = -1;
    for (let at = start, words = 1; words <= mostStreetWords; words++) {
      const stop = wordEnd(bytes, at, to);
      if (stop === at || stop - at > longestPart) break;
      if (length > 0) folded[length++] = 32;
      length += foldWords(bytes, at, stop, folded.subarray(length));
      const isWanted = mustEnd < 0 || stop === mustEnd;
      if (isWanted && words > 1 && ((hints.masks[mask.streetWords]! >>> words) & 1) === 1)
        if (
          mayBeWhole(hints, hashSpan(hints.seed, folded, 0, length)) &&
          real.hasNormal('street', folded, 0, length)
        )
          best = stop;
      const next = streetGapEnd(bytes, stop, to);
      if (next < 0) break;
      at = next;
    }
    if (best >= 0) visit('street', start, best);
    return best >= 0;
  };
}

/** Where the next word of a street may begin; -1 where none may: no quote, no bracket, no line end. */
function streetGapEnd(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  for (; next < to && next - at <= widestGap; next++) {
    const byte = bytes[next]!;
    if (byte >= 128) {
      if (letterWidth(bytes, next, to) > 0) break;
    } else if (byte !== 32 && (byte < 43 || byte > 47) && byte !== 39 && byte !== 92 && byte !== 95) break;
  }
  if (next === at || next >= to || next - at > widestGap) return -1;
  return letterWidth(bytes, next, to) > 0 ? next : -1;
}
