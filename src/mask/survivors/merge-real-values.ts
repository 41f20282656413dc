// Puts together what threads gathered, in memory that all of them share. In: parts, each once. Out: one buffer: how many,
// how many places, hints, places. The parts are empty after it. The same values in other parts give a set with the same
// members.

import { placesFor, put, release } from './fingerprint-set.ts';
import { hintBytes } from './hints.ts';
import type { RealValuesPart } from './real-values-gatherer.ts';

/** Words before the hints: how many values, how many places. */
export const headWords = 2;
const hintWords = hintBytes / 4;

export function mergeRealValues(parts: readonly RealValuesPart[]): SharedArrayBuffer {
  const most = parts.reduce((sum, { fingerprints }) => sum + fingerprints.length / 2, 0);
  const places = placesFor(most);
  const shared = new SharedArrayBuffer((headWords + hintWords + places * 2) * 4);
  const head = new Uint32Array(shared, 0, headWords);
  const hints = new Uint32Array(shared, headWords * 4, hintWords);
  const slots = new Uint32Array(shared, (headWords + hintWords) * 4);
  let count = 0;
  for (const part of parts) {
    const own = new Uint32Array(part.hints.buffer, part.hints.byteOffset, hintWords);
    for (let at = 0; at < hintWords; at++) if (own[at] !== 0) hints[at]! |= own[at]!;
    const { fingerprints } = part;
    for (let at = 0; at < fingerprints.length; at += 2)
      if (put(slots, places, fingerprints[at]!, fingerprints[at + 1]!)) count++;
    release(fingerprints);
    release(part.hints);
  }
  head[0] = count;
  head[1] = places;
  return shared;
}
