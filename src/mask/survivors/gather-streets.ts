// Streets with their numbers as values to look for. In: bytes of a street or a whole address. Out: each phrase that begins
// or ends with a house number, folded, to a sink. A street without a number is nobody's.

import { foldWords } from './fold.ts';
import { longestValue, mostStreetWords, normalRoom } from './normal-value.ts';
import type { ValueSink } from './value-sink.ts';

const folded = new Uint8Array(normalRoom);
const other = new Uint8Array(normalRoom + 1);
/** A phrase with fewer letters may be anything. */
const fewestLetters = 5;
const longestHouseNumber = 5;

export function gatherStreets(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  if (end - start > longestValue) return;
  for (let at = start; at < end;) {
    let stop = at;
    let letters = 0;
    // `12 bis, rue …` goes on behind its comma
    for (; stop < end && (letters < fewestLetters || !endsLine(bytes[stop]!)); stop++)
      if (bytes[stop]! > 64) letters++;
    if (stop > at) gatherLine(sink, foldWords(bytes, at, stop, folded));
    at = stop + 1;
  }
}

function gatherLine(sink: ValueSink, length: number): void {
  let words = 0;
  let last = 0;
  let number = -1;
  let wordsAfter = 0;
  for (let at = 0; at <= length;) {
    let stop = at;
    while (stop < length && folded[stop] !== 32) stop++;
    words++;
    last = at;
    if (number < 0 && isHouseNumber(at, stop)) number = at;
    else if (number >= 0) wordsAfter++;
    at = stop + 1;
  }
  if (number >= 0 && wordsAfter > 0) {
    if (wordsAfter < mostStreetWords) addPhrase(sink, number, length);
  } else if (number >= 0 && number === last && words > 1 && words <= mostStreetWords)
    addPhrase(sink, 0, length);
}

function addPhrase(sink: ValueSink, start: number, end: number): void {
  let letters = 0;
  for (let at = start; at < end; at++) if (folded[at]! >= 97) letters++;
  if (letters < fewestLetters) return;
  sink.addNormal('street', folded, start, end);
  // `12 bis rue …` is `12bis rue …` too
  const number = digitsEnd(start, end);
  const suffix = folded[number] === 32 ? number + 1 : number;
  const stop = suffixEnd(suffix, end);
  if (number === start || stop === suffix) return;
  other.set(folded.subarray(start, number));
  let length = number - start;
  if (suffix === number) other[length++] = 32;
  other.set(folded.subarray(suffix, end), length);
  sink.addNormal('street', other, 0, length + end - suffix);
}

function digitsEnd(start: number, end: number): number {
  let at = start;
  while (at < end && folded[at]! >= 48 && folded[at]! < 58) at++;
  return at;
}

/** Where `b`, `bis`, `ter`, `quater` ends; `start` where none stands there. */
function suffixEnd(start: number, end: number): number {
  let stop = start;
  while (stop < end && folded[stop] !== 32) stop++;
  const word = Buffer.from(folded.buffer, start, stop - start).toString();
  return /^(?:[a-z]|bis|ter|quater)$/.test(word) ? stop : start;
}

/** `12`, `12b`. */
function isHouseNumber(start: number, stop: number): boolean {
  if (stop - start > longestHouseNumber || stop === start) return false;
  return folded[start]! >= 48 && folded[start]! < 58;
}

/** Comma, semicolon, line ends. */
function endsLine(byte: number): boolean {
  return byte === 44 || byte === 59 || byte === 10 || byte === 13;
}
