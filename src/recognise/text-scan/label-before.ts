/*
 * What the words right before a number say that it is. In: bytes and where the number begins. Out: the validator of the
 * nearest telling word, `otherLabel` where it speaks of a thing, `noLabel` where nothing is said. Looks back some fifty
 * bytes and no further than its line, or the line before when that ends in a colon. Never allocates.
 */

import { type ValidatorId, validatorIds, type ValidatorName } from '../validators.ts';
import { hashPair, hashPlain, hashWord, wordEnd, wordStart } from './folded-word.ts';
import { isEscape } from './boundary.ts';
import { isDigit } from './digit-token.ts';
import { scanLabels } from './scan-labels.ts';

export const noLabel = -1;
export const otherLabel = -2;

const farthest = 56;
const mostWords = 6;
/** A number of this many digits has the words before it to itself. */
const longNumber = 4;

export function labelBefore(bytes: Uint8Array, at: number, lo: number): ValidatorId | -1 | -2 {
  labels ??= createLabels();
  const floor = Math.max(lo, at - farthest);
  let end = at;
  let next = 0;
  let digits = 0;
  let words = 0;
  let single: ValidatorId | -1 | -2 = noLabel;
  while (end > floor && words < mostWords) {
    const lineEnd = lineEndLength(bytes, end, floor);
    if (lineEnd > 0) {
      if (words > 0 || !endsInColon(bytes, end - lineEnd, floor)) return single;
      end -= lineEnd;
      continue;
    }
    let start = wordStart(bytes, end, floor);
    if (start === end) {
      if (isDigit(bytes[end - 1]!) && ++digits >= longNumber) return single;
      end--;
      continue;
    }
    if (isEscape(bytes, start + 1, floor)) start++;
    // the `e` of `né(e) le` is no word of its own
    if (!isEnding(bytes, start, end, floor)) {
      const hash = hashWord(bytes, start, end);
      const pair = next === 0 ? undefined : labels.get(hashPair(hash, next));
      if (pair !== undefined) return pair;
      // `ID` may be the end of `Steuer-ID`
      if (single !== noLabel) return single;
      single = labels.get(hash) ?? noLabel;
      next = hash;
    }
    words++;
    end = start;
  }
  return single;
}

/** What the word at `from` says. */
export function labelAt(bytes: Uint8Array, from: number, end: number): ValidatorId | -1 | -2 {
  labels ??= createLabels();
  const stop = wordEnd(bytes, from, end);
  return stop > from ? (labels.get(hashWord(bytes, from, stop)) ?? noLabel) : noLabel;
}

/** Bytes of the line end before `end`, also as dumps write it: a backslash and `n` or `r`. */
function lineEndLength(bytes: Uint8Array, end: number, lo: number): number {
  const byte = bytes[end - 1]!;
  if (byte === 10 || byte === 13) return 1;
  return isEscape(bytes, end, lo) ? 2 : 0;
}

function endsInColon(bytes: Uint8Array, end: number, lo: number): boolean {
  let at = end;
  while (at > lo && (bytes[at - 1]! <= 32 || isEscape(bytes, at, lo))) at -= bytes[at - 1]! <= 32 ? 1 : 2;
  return at > lo && bytes[at - 1] === 58;
}

function isEnding(bytes: Uint8Array, start: number, end: number, lo: number): boolean {
  return end - start === 1 && (bytes[start]! | 32) === 101 && start > lo && isInclusive(bytes[start - 1]!);
}

/** `(`, `.`, `/`, `-` and the last byte of `·`. */
function isInclusive(byte: number): boolean {
  return byte === 40 || byte === 46 || byte === 47 || byte === 45 || byte === 0xb7;
}

let labels: Map<number, ValidatorId | -2> | undefined;

function createLabels(): Map<number, ValidatorId | -2> {
  const table = new Map<number, ValidatorId | -2>();
  for (const [name, phrases] of Object.entries(scanLabels)) {
    const label = name === 'other' ? otherLabel : validatorIds[name as ValidatorName];
    for (const phrase of phrases.split('|')) {
      const [first, second] = phrase.trim().split(' ') as [string, string | undefined];
      const hash = hashPlain(first);
      table.set(second === undefined ? hash : hashPair(hash, hashPlain(second)), label);
    }
  }
  return table;
}
