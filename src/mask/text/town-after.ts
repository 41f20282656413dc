// Postcode and town behind a street, in one line with it or below: `12 rue des Acacias, 33310 Lormont`. In: where the street
// ends. Out: finds for both; nothing where no number of four or five digits and a word with a capital follow.

import type { Finds } from './finds.ts';
import { isBigAt, nextWord } from './next-word.ts';
import { isDigit } from '../ascii.ts';

const widestBreak = 32;
const mostWords = 4;

export function findTown(bytes: Uint8Array, from: number, end: number, finds: Finds): void {
  const digits = pastBreak(bytes, from, end);
  let stop = digits;
  while (stop < end && isDigit(bytes[stop]!)) stop++;
  if (stop - digits < 4 || stop - digits > 5) return;
  const town = pastBlanks(bytes, stop, end);
  if (town === stop || town >= end || !isBigAt(bytes, town)) return;
  finds.add(digits, stop, 'postcode');
  finds.add(town, townEnd(bytes, town, end), 'place');
}

/** Blanks, line ends, tags, commas, and what stands before a postcode: `F-`. */
function pastBreak(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (const last = Math.min(end, from + widestBreak); at < last; at++) {
    const byte = bytes[at]!;
    if (byte === 60) while (at < last && bytes[at] !== 62) at++;
    else if (byte > 32 && byte !== 44 && byte !== 45 && byte !== 59 && bytes[at + 1] !== 45) break;
  }
  return at;
}

/** `Aix-en-Provence`, `La Rochelle`, `Lyon`: behind a hyphen or an apostrophe any word, behind a blank one with a capital. */
function townEnd(bytes: Uint8Array, from: number, end: number): number {
  let stop = nextWord.end(bytes, from, end);
  for (let words = 1; words < mostWords; words++) {
    const sign = bytes[stop];
    if (stop + 1 >= end || (sign !== 32 && sign !== 39 && sign !== 45)) break;
    if (sign === 32 && !isBigAt(bytes, stop + 1)) break;
    const next = nextWord.end(bytes, stop + 1, end);
    if (next === stop + 1) break;
    stop = next;
  }
  return stop;
}

function pastBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === 32) at++;
  return at;
}
