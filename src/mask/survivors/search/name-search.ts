// Full names in any order and case, whatever joins their words. In: where a word of some full name stands that another one
// follows. Out: each run of words that together are somebody's name, and where the words end. Linear: windows are short.

import { isGivenName } from '../../../recognise/index.ts';
import { foldWords } from '../fold.ts';
import { mask, wordFlag, wordFlags } from '../hints.ts';
import { mostNameWords, sortWords } from '../normal-value.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { letterWidth } from '../word-chain.ts';
import type { VisitReal } from './visit-survivor.ts';

/** More words than these in a row are looked at in turn. */
const mostWords = 24;
const longestName = 60;
const widestGap = 4;

export interface NameSearch {
  /** Returns how far it looked. */
  search(bytes: Uint8Array, start: number, to: number, visit: VisitReal): number;
  /** The word at `start` follows a title: is it the surname of somebody? */
  searchSurname(bytes: Uint8Array, start: number, end: number, visit: VisitReal): void;
}

export function createNameSearch(real: OpenRealValues): NameSearch {
  const { hints } = real;
  const starts = new Int32Array(mostWords);
  const ends = new Int32Array(mostWords);
  /** Where each word ends in `folded`; it begins one past the end of the one before. */
  const stops = new Int32Array(mostWords + 1);
  const folded = new Uint8Array(mostWords * (longestName * 3 + 1));
  const whole = new Uint8Array(mostNameWords * (longestName * 3 + 1));
  let count = 0;

  return { search, searchSurname };

  function search(bytes: Uint8Array, start: number, to: number, visit: VisitReal): number {
    const stop = collect(bytes, start, to);
    for (let first = 0; first + 1 < count;) {
      const width = longestAt(first);
      if (width > 0) visit('fullName', starts[first]!, ends[first + width - 1]!);
      first += Math.max(1, width);
    }
    return stop;
  }

  function searchSurname(bytes: Uint8Array, start: number, end: number, visit: VisitReal): void {
    if (end - start > longestName) return;
    const length = foldWords(bytes, start, end, whole);
    if (!real.hasNormal('lastName', whole, 0, length) || real.hasNormal('firstName', whole, 0, length))
      return;
    if (!isGivenName(Buffer.from(whole.buffer, 0, length).toString())) visit('lastName', start, end);
  }

  /** Reads words of names from `start` on; returns where to go on. */
  function collect(bytes: Uint8Array, start: number, to: number): number {
    count = 0;
    let length = 0;
    for (let at = start; at < to && count < mostWords;) {
      const stop = wordEnd(bytes, at, to);
      if (stop === at || stop - at > longestName) break;
      const from = length === 0 ? 0 : length + 1;
      const end = from + foldWords(bytes, at, stop, folded.subarray(from));
      if ((wordFlags(hints, folded, from, end) & wordFlag.name) === 0) break;
      if (from > 0) folded[from - 1] = 32;
      starts[count] = at;
      ends[count] = stop;
      stops[count++] = length = end;
      const next = nameGapEnd(bytes, stop, to);
      if (next < 0) break;
      at = next;
    }
    if (count === 0) return start + 1;
    // the last words of a full collection begin the next one
    return count === mostWords ? starts[mostWords - mostNameWords]! : ends[count - 1]!;
  }

  /** Of the names that begin with this word, how many words the longest has. */
  function longestAt(first: number): number {
    const from = first === 0 ? 0 : stops[first - 1]! + 1;
    for (let width = Math.min(mostNameWords, count - first); width > 1; width--) {
      if (((hints.masks[mask.nameWords]! >>> width) & 1) === 0) continue;
      const end = stops[first + width - 1]!;
      for (let at = from; at < end; at++) whole[at - from] = folded[at]!;
      const length = sortWords(whole, end - from);
      if (length > 0 && real.hasNormal('fullName', whole, 0, length)) return width;
    }
    return 0;
  }
}

function wordEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const width = letterWidth(bytes, at, to);
    if (width === 0) break;
    at += width;
  }
  return at;
}

/** Where the next word of a name may begin after the word that ends at `at`; -1 where none may. */
function nameGapEnd(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  let hasComma = false;
  for (; next < to && next - at <= widestGap; next++) {
    const byte = bytes[next]!;
    if (byte === 44) hasComma = true;
    else if (byte >= 128) {
      if (letterWidth(bytes, next, to) > 0) break;
    } else if (!isNameGap(byte)) break;
  }
  if (next === at || next === to || next - at > widestGap) return -1;
  if (letterWidth(bytes, next, to) === 0) return -1;
  // a comma alone may part two columns
  return hasComma && next - at === 1 ? -1 : next;
}

/** Blank, hyphen, dot, comma, apostrophe (or the backslash before it), underscore, plus, slash. */
function isNameGap(byte: number): boolean {
  return (byte >= 43 && byte <= 47) || byte === 32 || byte === 39 || byte === 92 || byte === 95;
}
