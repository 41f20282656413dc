// Full names in any order and case: words side by side, with up to four signs between, or further apart with blanks, or one
// more word with a capital. Last names alone where what stands before says so. In: where a word of some full name stands. Out: each run of words that together are somebody's name, and where the words end. Linear: windows are short.

import { isGivenName } from '../../../recognise/index.ts';
import { foldedAscii, foldWords } from '../fold.ts';
import { mask, wordFlag, wordFlags } from '../hints.ts';
import { mostNameWords, sortWords } from '../normal-value.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { letterWidth, wordEnd } from '../word-chain.ts';
import { isLedSurname } from './surname-lead.ts';
import type { VisitReal } from './visit-survivor.ts';
import { isCapital, isDigit } from '../../ascii.ts';

/** More words than these in a row are looked at in turn. */
const mostWords = 24;
const longestName = 60;
const widestGap = 4;
/** Bytes between words of one name that are not side by side. */
const farthest = 24;

export interface NameSearch {
  /** Returns how far it looked. */
  search(bytes: Uint8Array, start: number, to: number, visit: VisitReal): number;
  /** The words of `HeleneQuellmont`, which begin with capitals. */
  searchHumps(bytes: Uint8Array, start: number, end: number, visit: VisitReal): void;
  /** Nothing was told of the span that is searched next. */
  begin(): void;
  /** The word at `start` may be of a name: with the one told before, or by what stands before it, it may be somebody's. */
  meet(bytes: Uint8Array, start: number, end: number, lo: number, visit: VisitReal): void;
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

  /** The word of a name that was met last. */
  let metStart = -1;
  let metEnd = -1;

  return { search, searchHumps, searchSurname, begin, meet };

  function begin(): void {
    metStart = metEnd = -1;
  }

  function meet(bytes: Uint8Array, start: number, end: number, lo: number, visit: VisitReal): void {
    const [otherStart, otherEnd] = [metStart, metEnd];
    if (start <= otherStart) return;
    metStart = start;
    metEnd = end;
    if (isLedSurname(bytes, start, lo)) searchSurname(bytes, start, end, visit);
    if (otherStart < 0 || start - otherEnd <= widestGap || !isFarGap(bytes, otherEnd, start)) return;
    if (otherEnd - otherStart > longestName || end - start > longestName) return;
    const middle = foldWords(bytes, otherStart, otherEnd, whole);
    whole[middle] = 32;
    const length = middle + 1 + foldWords(bytes, start, end, whole.subarray(middle + 1));
    const sorted = sortWords(whole, length);
    if (sorted > 0 && real.hasNormal('fullName', whole, 0, sorted)) visit('fullName', otherStart, end);
  }

  function search(bytes: Uint8Array, start: number, to: number, visit: VisitReal): number {
    const stop = collect(bytes, start, to);
    visitNames(visit);
    return stop;
  }

  function visitNames(visit: VisitReal): void {
    for (let first = 0; first + 1 < count;) {
      const width = longestAt(first);
      if (width > 0) visit('fullName', starts[first]!, ends[first + width - 1]!);
      first += Math.max(1, width);
    }
  }

  function searchHumps(bytes: Uint8Array, start: number, end: number, visit: VisitReal): void {
    count = 0;
    for (let at = start; at < end && count < mostWords;) {
      const stop = humpEnd(bytes, at, end);
      const isName = stop - at <= longestName && add(bytes, at, stop);
      if (!isName) {
        visitNames(visit);
        count = 0;
      }
      at = stop;
    }
    visitNames(visit);
  }

  /** Whether `start`..`end` is a word of a name: it follows those that are collected. */
  function add(bytes: Uint8Array, start: number, end: number): boolean {
    const from = count === 0 ? 0 : stops[count - 1]! + 1;
    const to = from + foldWords(bytes, start, end, folded.subarray(from));
    if ((wordFlags(hints, folded, from, to) & wordFlag.name) === 0) return false;
    if (from > 0) folded[from - 1] = 32;
    starts[count] = start;
    ends[count] = end;
    stops[count++] = to;
    return true;
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
    for (let at = start; at < to && count < mostWords;) {
      const stop = wordEnd(bytes, at, to);
      if (stop === at || stop - at > longestName || !add(bytes, at, stop)) break;
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

/** Before the next capital that follows another letter, or before digits. */
function humpEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end && !(isCapital(bytes[at]!) && !isCapital(bytes[at - 1]!)) && !isDigit(bytes[at]!)) at++;
  return at;
}

/**
 * What may stand between two words of one name that are not side by side: blanks, and one other word with a capital. What
 * parts columns or sentences does not.
 */
function isFarGap(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > farthest) return false;
  let words = 0;
  let isWord = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const isLetter = byte >= 128 || foldedAscii[byte]! >= 97;
    if (!isLetter && byte !== 32 && byte !== 45) return false;
    if (isLetter && !isWord && (++words > 1 || byte >= 97)) return false;
    isWord = isLetter;
  }
  return true;
}

/** Where the next word of a name may begin after the word that ends at `at`; -1 where none may. */
function nameGapEnd(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  for (; next < to && next - at <= widestGap; next++) {
    const byte = bytes[next]!;
    if (byte >= 128) {
      if (letterWidth(bytes, next, to) > 0) break;
    } else if (!isNameGap(byte)) break;
  }
  if (next === at || next === to || next - at > widestGap) return -1;
  if (letterWidth(bytes, next, to) === 0) return -1;
  // one of these alone may part two columns
  return next - at === 1 && partsColumns.has(bytes[at]!) ? -1 : next;
}

/** Comma, semicolon, bar, tab, line ends. */
const partsColumns = new Set([44, 59, 124, 9, 10, 13]);

/** Any sign of ASCII but `@` and the letter of an escape. */
function isNameGap(byte: number): boolean {
  return foldedAscii[byte] === 0 && byte !== 64 && byte > 0;
}
