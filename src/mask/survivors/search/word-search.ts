// User names, tokens and the like, also as part of a longer chain. In: where a chain of letters and digits begins that dots,
// hyphens or underscores join. Out: each piece or run of pieces that is somebody's. Linear: at most 8 pieces a window.

import { hashStep } from '../../../kernel/index.ts';
import { mayBeWhole } from '../hints.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { foldedAscii, foldWide } from '../fold.ts';
import { isJoint, longestWord, mostPieces, shortestWord } from '../word-chain.ts';
import type { VisitReal } from './visit-survivor.ts';

const mostChain = 24;

/** Returns how far it looked. */
export type WordSearch = (bytes: Uint8Array, start: number, to: number, visit: VisitReal) => number;

export function createWordSearch(real: OpenRealValues): WordSearch {
  const { hints } = real;
  const starts = new Int32Array(mostChain);
  const ends = new Int32Array(mostChain);
  /** Where each piece begins in `folded`, and ends. */
  const froms = new Int32Array(mostChain);
  const stops = new Int32Array(mostChain);
  let folded = new Uint8Array(4096);
  let count = 0;

  return (bytes, start, to, visit) => {
    const stop = collect(bytes, start, to);
    for (let first = 0; first < count;) {
      const last = longestAt(first);
      if (last >= 0) visit('word', starts[first]!, ends[last]!);
      first = Math.max(first, last) + 1;
    }
    return stop;
  };

  /** The last piece of the longest word that begins with this one, -1 for none. */
  function longestAt(first: number): number {
    const from = froms[first]!;
    let hash = hints.seed;
    let best = -1;
    for (let last = first, at = from; last < count && last - first < mostPieces; last++) {
      const stop = stops[last]!;
      if (stop - from > longestWord) break;
      for (; at < stop; at++) hash = hashStep(hash, folded[at]!);
      if (stop - from < shortestWord || !mayBeWhole(hints, hash)) continue;
      if (real.hasNormal('word', folded, from, stop)) best = last;
    }
    return best;
  }

  /** Reads the pieces of a chain from `start` on; returns where to go on. */
  function collect(bytes: Uint8Array, start: number, to: number): number {
    count = 0;
    let length = 0;
    let at = start;
    while (at < to && count < mostChain) {
      const from = length;
      const begin = at;
      while (at < to) {
        const byte = bytes[at]!;
        if (length + 8 > folded.length) folded = grown(folded);
        if (byte < 128) {
          const plain = foldedAscii[byte]!;
          if (plain === 0) break;
          folded[length++] = plain;
          at++;
          continue;
        }
        const wide = foldWide(bytes, at, to);
        if ((wide & (64 | 56)) === 0) break;
        for (let index = 0; index < ((wide >> 3) & 7); index++)
          folded[length++] = (wide >>> (8 + 8 * index)) & 255;
        at += wide & 7;
      }
      if (at === begin) break;
      starts[count] = begin;
      ends[count] = at;
      froms[count] = from;
      stops[count++] = length;
      if (at >= to || !isJoint(bytes[at]!)) break;
      folded[length++] = bytes[at++]!;
    }
    if (count === 0) return start + 1;
    // the last pieces of a full collection begin the next one
    return count === mostChain ? starts[mostChain - mostPieces]! : ends[count - 1]!;
  }
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}
