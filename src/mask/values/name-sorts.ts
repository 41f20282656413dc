/*
 * Which words of a whole name are given names and which surnames. In: the words of a cell. Out: a sort for each. A comma
 * tells, then capitals (`Jean DUPONT`), then which given names our lists have; else given names come first. What is real in the
 * source tells nothing here: the same name becomes the same in every dump.
 */

import { letterStyle } from './letter-style.ts';
import type { NameReplacer, NameSort } from './name-replacer.ts';
import type { WordSpans } from './name-spans.ts';

/** Of longer names the rest counts as one word. */
export const mostWords = 16;

const given = 1;
const neither = 4;

export function nameSorts(
  names: NameReplacer,
  bytes: Uint8Array,
  start: number,
  end: number,
  words: WordSpans,
  sorts: NameSort[],
): void {
  writeSorts(givenFrom(names, bytes, start, end, words), words, sorts);
}

/** Of an address or a user name, in which neither commas nor capitals tell. */
export function localSorts(
  names: NameReplacer,
  bytes: Uint8Array,
  words: WordSpans,
  sorts: NameSort[],
): void {
  writeSorts(byKnownNames(names, bytes, words), words, sorts);
}

function writeSorts(turn: Turn, words: WordSpans, sorts: NameSort[]): void {
  for (let word = 0; word < words.count; word++)
    sorts[word] = word >= turn.word === turn.isLast ? 'firstName' : 'lastName';
}

/** Given names stand before `word`, or from it on (`isLast`). */
interface Turn {
  word: number;
  isLast: boolean;
}

function givenFrom(
  names: NameReplacer,
  bytes: Uint8Array,
  start: number,
  end: number,
  words: WordSpans,
): Turn {
  const comma = commaIn(bytes, start, end);
  for (let word = 1; word < words.count; word++)
    if (words.starts[word]! > comma && words.starts[word - 1]! < comma) return { word, isLast: true };
  return byCapitals(bytes, words) ?? byKnownNames(names, bytes, words);
}

/** Where a comma stands, or `end`. */
function commaIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== 44) at++;
  return at;
}

function byCapitals(bytes: Uint8Array, words: WordSpans): Turn | undefined {
  let firstUpper = -1;
  let firstOther = -1;
  for (let word = 0; word < words.count; word++) {
    const [wordStart, wordEnd] = [words.starts[word]!, words.ends[word]!];
    if (wordEnd - wordStart < 2) continue;
    const style = letterStyle(bytes, wordStart, wordEnd);
    if (style === 'upper' && firstUpper < 0) firstUpper = word;
    if (style === 'title' && firstOther < 0) firstOther = word;
  }
  if (firstUpper < 0 || firstOther < 0) return undefined;
  return firstUpper < firstOther ? { word: firstOther, isLast: true } : { word: firstUpper, isLast: false };
}

function byKnownNames(names: NameReplacer, bytes: Uint8Array, words: WordSpans): Turn {
  const known = (word: number): number => names.known(bytes, words.starts[word]!, words.ends[word]!);
  let first = 0;
  while (first < words.count - 1 && known(first) === neither) first++;
  let last = words.count - 1;
  while (last > first && known(last) === neither) last--;
  // `Hugo`; of `Dupont`, `Mme Martin` and `van Burg` it is the surname
  if (first === last) {
    const isGiven = first === 0 && known(first) === given;
    return { word: isGiven ? first + 1 : first, isLast: false };
  }
  if (known(first) !== given && known(last) === given) return { word: last, isLast: true };
  // `Jean-Pierre Martin`, `Anna Maria Rossi`: further given names before the last word.
  let turn = first + 1;
  while (turn < last && known(turn) === given) turn++;
  return { word: turn, isLast: false };
}
