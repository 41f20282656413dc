/*
 * The street line that goes before a postal code with its place: a house number and a word that streets have, before
 * them in French, English, Italian and Spanish, after them in German and Dutch. In: where a run of four or five digits
 * stands. Out: the span of the street in `streetSpan`, or nothing. A street without code and place is not claimed.
 * Never allocates; looks back one line and some ninety bytes.
 */

import { isEscape, isUpper } from './boundary.ts';
import { isDigit } from './digit-token.ts';
import { hashPlain, hashWord, letterAt, letterWidth, wordEnd, wordStart } from './folded-word.ts';

export const streetSpan = { start: 0, end: 0 };

const farthest = 96;
const mostWordsBetween = 4;
const shortestStreet = 6;

/** After the number: `12 rue …`, `14 Orchard Lane`. */
const streetWords =
  'rue|avenue|av|ave|bd|boulevard|place|chemin|allee|allees|impasse|quai|cours|route|square|passage|sentier|villa|lotissement|residence|faubourg|voie|venelle|ruelle|montee|street|st|road|rd|lane|ln|drive|dr|way|court|crescent|terrace|close|gardens|grove|hill|mews|row|walk|parkway|highway|blvd|straat|laan|calle|avenida|plaza|paseo|via|viale|piazza|corso|largo|strada|ulica|ul|rua|travessa';
/** The last letters of a street written in one word, before its number. */
const streetEndings = [
  'strasse',
  'strae',
  'str',
  'weg',
  'gasse',
  'platz',
  'allee',
  'straat',
  'laan',
  'plein',
  'kade',
  'gracht',
  'dijk',
  'ring',
  'damm',
  'ufer',
  'steig',
  'vej',
  'gade',
  'gatan',
];
/** Italian and Spanish: the word first, then the name, then the number. */
const leadingWords =
  'via|viale|piazza|corso|largo|calle|avenida|plaza|paseo|rua|rue|avenue|chemin|route|place';

/** Whether a postal address ends with the code at `at`, of `length` digits, its place after it or, in America, before. */
export function findAddress(bytes: Uint8Array, at: number, length: number, lo: number, end: number): boolean {
  const floor = Math.max(lo, at - farthest);
  if (length === 5 && isAmericanState(bytes, at, floor))
    return findStreet(bytes, floor, lineBefore(bytes, backToComma(bytes, at - 4, floor), floor));
  let place = at + length;
  if (length === 4 && isDutchTail(bytes, place, end)) place += bytes[place] === 32 ? 3 : 2;
  if (bytes[place] === 44) place++;
  if (place + 1 >= end || bytes[place] !== 32 || !isCapital(bytes, place + 1)) return false;
  const stop = wordEnd(bytes, place + 1, end);
  // `La Rochelle`
  const isArticle = stop + 1 < end && bytes[stop] === 32 && isCapital(bytes, stop + 1);
  if (stop - place < 4 && !isArticle) return false;
  let before = at;
  // `D-70565`, `F - 75011`
  if (before - 2 > floor && bytes[before - 1] === 45 && letterAt(bytes, before - 2) > 0) before -= 2;
  return findStreet(bytes, floor, lineBefore(bytes, before, floor));
}

/** `, IL 62704` */
function isAmericanState(bytes: Uint8Array, at: number, lo: number): boolean {
  return (
    at - 5 > lo &&
    bytes[at - 1] === 32 &&
    isUpper(bytes[at - 2]!) &&
    isUpper(bytes[at - 3]!) &&
    bytes[at - 4] === 32 &&
    bytes[at - 5] === 44
  );
}

/** Back over the name of a town to what parts it from the street. */
function backToComma(bytes: Uint8Array, at: number, lo: number): number {
  let from = at - 1;
  while (from > lo && bytes[from - 1] !== 44 && bytes[from - 1] !== 10 && !isEscape(bytes, from, lo)) from--;
  return from;
}

/** `1017 GC` */
function isDutchTail(bytes: Uint8Array, at: number, end: number): boolean {
  const from = bytes[at] === 32 ? at + 1 : at;
  return (
    from + 2 < end && isUpper(bytes[from]!) && isUpper(bytes[from + 1]!) && letterAt(bytes, from + 2) === 0
  );
}

const longestTag = 8;

/** Back over blanks, commas, hyphens, `<br>` and one line end. */
function lineBefore(bytes: Uint8Array, at: number, lo: number): number {
  let end = at;
  while (end > lo) {
    const byte = bytes[end - 1]!;
    if (byte <= 32 || byte === 44 || byte === 45) end--;
    else if (isEscape(bytes, end, lo)) end -= 2;
    else if (byte === 62) {
      let open = end - 1;
      for (const first = Math.max(lo, end - longestTag); open > first && bytes[open] !== 60;) open--;
      if (bytes[open] !== 60) break;
      end = open;
    } else break;
  }
  return end;
}

function findStreet(bytes: Uint8Array, lo: number, end: number): boolean {
  words ??= hashesOf(streetWords);
  leading ??= hashesOf(leadingWords);
  let from = end;
  // the line, or what the comma before leaves of it
  while (from > lo && bytes[from - 1] !== 10 && bytes[from - 1] !== 13 && !isEscape(bytes, from, lo)) from--;
  return numberThenStreet(bytes, from, end) || streetThenNumber(bytes, from, end);
}

/** The nearest house number of the line that a street follows. */
function numberThenStreet(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = houseNumber(bytes, from, end); at >= 0; at = houseNumber(bytes, from, at)) {
    const word = streetAfter(bytes, digitsEnd(bytes, at, end), end);
    if (word > 0) return found(at, lineStop(bytes, word, end));
  }
  return false;
}

/** The nearest one that a street goes before. */
function streetThenNumber(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = houseNumber(bytes, from, end); at >= 0; at = houseNumber(bytes, from, at)) {
    const start = streetBefore(bytes, at, from);
    if (start >= 0) return found(start, digitsEnd(bytes, at, end));
  }
  return false;
}

/** The last run of one to four digits that begins before `end`; -1 for none. */
function houseNumber(bytes: Uint8Array, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    if (!isDigit(bytes[at]!) || (at > from && (isDigit(bytes[at - 1]!) || letterAt(bytes, at - 1) > 0)))
      continue;
    if (digitsEnd(bytes, at, at + 5) - at <= 4) return at;
  }
  return -1;
}

function digitsEnd(bytes: Uint8Array, at: number, end: number): number {
  let stop = at;
  while (stop < end && isDigit(bytes[stop]!)) stop++;
  return stop;
}

function found(start: number, end: number): boolean {
  streetSpan.start = start;
  streetSpan.end = end;
  return end - start >= shortestStreet;
}

/** Where the comma stands that ends a street whose word ends at `word`. */
function lineStop(bytes: Uint8Array, word: number, end: number): number {
  let at = word;
  while (at < end && bytes[at] !== 44) at++;
  return at;
}

/** Where the street word ends that follows a house number, 0 for none. */
function streetAfter(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  for (let count = 0; count < mostWordsBetween; count++) {
    while (
      from < end &&
      (bytes[from] === 32 ||
        bytes[from] === 44 ||
        bytes[from] === 39 ||
        bytes[from] === 45 ||
        bytes[from] === 46)
    )
      from++;
    const stop = wordEnd(bytes, from, end);
    if (stop === from) return 0;
    if (words!.has(hashWord(bytes, from, stop))) return stop;
    from = stop;
  }
  return 0;
}

/** Where the street begins whose number stands at `at`: `Lindenstraße 12`, `via Roma 4`; -1 for none. */
function streetBefore(bytes: Uint8Array, at: number, lo: number): number {
  let end = at;
  while (end > lo && (bytes[end - 1] === 32 || bytes[end - 1] === 44 || bytes[end - 1] === 46)) end--;
  const start = wordStart(bytes, end, lo);
  if (start === end || end === at) return -1;
  if (hasStreetEnding(bytes, start, end))
    return isCapital(bytes, start) ? start : compoundStart(bytes, start, lo);
  let from = start;
  for (let count = 0; count < mostWordsBetween; count++) {
    let stop = from;
    while (stop > lo && (bytes[stop - 1] === 32 || bytes[stop - 1] === 39 || bytes[stop - 1] === 46)) stop--;
    const word = wordStart(bytes, stop, lo);
    if (word === stop) return -1;
    if (leading!.has(hashWord(bytes, word, stop))) return word;
    from = word;
  }
  return -1;
}

/** `Am alten Weg`, `Lange straat`: the word before belongs to it. */
function compoundStart(bytes: Uint8Array, start: number, lo: number): number {
  let stop = start;
  while (stop > lo && (bytes[stop - 1] === 32 || bytes[stop - 1] === 45)) stop--;
  const word = wordStart(bytes, stop, lo);
  return word < stop && isCapital(bytes, word) ? word : -1;
}

function hasStreetEnding(bytes: Uint8Array, start: number, end: number): boolean {
  for (const ending of streetEndings) if (endsWith(bytes, start, end, ending)) return true;
  return false;
}

function endsWith(bytes: Uint8Array, start: number, end: number, ending: string): boolean {
  let at = end;
  for (let index = ending.length - 1; index >= 0; index--) {
    if (at <= start) return false;
    at -= bytes[at - 1]! < 0x80 ? 1 : 2;
    // ß is one letter here and two there
    if (bytes[at] === 0xc3 && bytes[at + 1] === 0x9f && ending[index] === 's') {
      if (ending[index - 1] === 's') index--;
      continue;
    }
    if (letterAt(bytes, at) !== ending.charCodeAt(index)) return false;
  }
  return true;
}

function isCapital(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  return byte < 0x80 ? isUpper(byte) : byte === 0xc3 && bytes[at + 1]! < 0x9f && letterWidth(bytes, at) === 2;
}

let words: Set<number> | undefined;
let leading: Set<number> | undefined;

function hashesOf(list: string): Set<number> {
  return new Set(list.split('|').map((word) => hashPlain(word)));
}
