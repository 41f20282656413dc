// Names of people as values to look for: as a whole, word by word, and as those who have several first names are called.
// In: bytes of one value, or of two. Out: values, to a sink.

import { particles } from '../../recognise/index.ts';
import { foldWords } from './fold.ts';
import { longestValue, normalRoom, sortWords } from './normal-value.ts';
import type { ValueSink } from './value-sink.ts';

const folded = new Uint8Array(2 * normalRoom);
const whole = new Uint8Array(2 * normalRoom);
const comma = 44;
const decoder = new TextDecoder();
const shortestName = 2;

/** `de`, `van`: in names of many. */
const littleWords: ReadonlySet<string> = new Set(particles);

export function gatherNameWords(
  sink: ValueSink,
  sort: 'firstName' | 'lastName',
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  if (end - start > longestValue) return;
  addWords(sink, sort, 0, foldWords(bytes, start, end, folded));
}

export function gatherLastName(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  gatherNameWords(sink, 'lastName', bytes, start, end);
}

/** The name of one person in two values. */
export function gatherNames(
  sink: ValueSink,
  bytes: Uint8Array,
  firstStart: number,
  firstEnd: number,
  lastStart: number,
  lastEnd: number,
): void {
  if (firstEnd - firstStart > longestValue || lastEnd - lastStart > longestValue) return;
  const first = foldWords(bytes, firstStart, firstEnd, folded);
  if (first === 0) return;
  folded[first] = 32;
  const last = foldWords(bytes, lastStart, lastEnd, folded.subarray(first + 1));
  if (last > 0) addFullNames(sink, first, first + 1 + last);
}

/** First name and last name in one value, in either order; in capitals, or before a comma, the last name. */
export function gatherFullName(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  if (end - start > longestValue) return;
  const split = splitAt(bytes, start, end);
  const isLastFirst =
    bytes[split] === comma || (isCapital(bytes, start, split) && !isCapital(bytes, split, end));
  if (split >= end) return gatherNameWords(sink, 'lastName', bytes, start, end);
  if (isLastFirst) {
    gatherNameWords(sink, 'lastName', bytes, start, split);
    gatherNameWords(sink, 'firstName', bytes, split, end);
    gatherNames(sink, bytes, split, end, start, split);
    return;
  }
  const last = lastWordAt(bytes, start, end);
  gatherNameWords(sink, 'firstName', bytes, start, last);
  gatherNameWords(sink, 'lastName', bytes, last, end);
  gatherNames(sink, bytes, start, last, last, end);
}

/** `first`: where the first name ends in `folded`; `end`: where the last one does. */
function addFullNames(sink: ValueSink, first: number, end: number): void {
  addFullName(sink, 0, end);
  // `Jean Pierre Durand` signs as Jean Durand
  let stop = 0;
  while (stop < first && folded[stop] !== 32) stop++;
  if (stop === first) return;
  folded.copyWithin(first - stop, 0, stop);
  addFullName(sink, first - stop, end);
}

function addFullName(sink: ValueSink, start: number, end: number): void {
  whole.set(folded.subarray(start, end));
  const length = sortWords(whole, end - start);
  if (length > 0) sink.addNormal('fullName', whole, 0, length);
}

function addWords(sink: ValueSink, sort: 'firstName' | 'lastName', start: number, end: number): void {
  for (let at = start; at < end;) {
    let stop = at;
    while (stop < end && folded[stop] !== 32) stop++;
    const isLong = stop - at >= shortestName;
    const isLittle = stop - at < 5 && isLong && littleWords.has(decoder.decode(folded.subarray(at, stop)));
    if (isLong && !isLittle) sink.addNormal(sort, folded, at, stop);
    at = stop + 1;
  }
}

/** The comma, or the first blank; `end` where there is neither. */
function splitAt(bytes: Uint8Array, start: number, end: number): number {
  let blank = end;
  for (let at = start; at < end; at++) {
    if (bytes[at] === comma) return at;
    if (blank === end && bytes[at] === 32 && at > start) blank = at;
  }
  while (blank < end && isCapital(bytes, start, blank)) {
    let next = blank + 1;
    while (next < end && bytes[next] !== 32) next++;
    if (next === end || !isCapital(bytes, blank, next)) break;
    blank = next;
  }
  return blank;
}

function lastWordAt(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] === 32) at--;
  while (at > start && bytes[at - 1] !== 32) at--;
  return at;
}

/** No small letter of ASCII, and at least two capitals. */
function isCapital(bytes: Uint8Array, start: number, end: number): boolean {
  let capitals = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 97 && bytes[at]! <= 122) return false;
    if (bytes[at]! >= 65 && bytes[at]! <= 90) capitals++;
  }
  return capitals > 1;
}
