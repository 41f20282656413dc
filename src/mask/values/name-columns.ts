/*
 * Columns of names: `first-name`, `last-name`, `full-name`. In: a cell with one name or several. Out: the same with each word
 * replaced; particles, titles, blanks and hyphens stay. A whole name that is a real one of the source gets other surnames.
 */

import type { ByteSink } from '../byte-sink.ts';
import { createPrf, type Prf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ReplacerOptions } from '../replacer.ts';
import type { NameReplacer, NameSort } from './name-replacer.ts';
import { letterStyle } from './letter-style.ts';
import { mostWords, nameSorts } from './name-sorts.ts';
import { findWords, type WordSpans } from './name-spans.ts';

/** Of 26 letters, 12 are 56 bits: of 1.25 million names of a unique column two meet with odds of 1 in 100,000. */
const uniqueLetters = 12;

export function createNameColumn(
  method: 'first-name' | 'last-name' | 'full-name',
  masking: Masking,
  names: NameReplacer,
  options: ReplacerOptions,
): Replacer {
  const words: WordSpans = { starts: new Uint32Array(mostWords), ends: new Uint32Array(mostWords), count: 0 };
  const sorts: NameSort[] = [];
  const prf = createPrf(masking.keys.of('unique names', 16));
  const settle = (bytes: Uint8Array, start: number, end: number): void => {
    if (method === 'full-name') nameSorts(names, bytes, start, end, words, sorts);
    else
      for (let word = 0; word < words.count; word++)
        sorts[word] = method === 'first-name' ? 'firstName' : 'lastName';
  };
  return {
    replace(bytes, start, end, out, room) {
      findWords(bytes, start, end, words);
      if (words.count === 0) return false;
      settle(bytes, start, end);
      const from = out.length;
      writeNames(names, words, sorts, bytes, start, end, out);
      if (options.isUnique === true) {
        // without room for what makes it unique it is none: the shape of the value is
        if (room <= uniqueLetters) {
          out.length = from;
          return false;
        }
        if (out.length - from > room - uniqueLetters) cut(out, from, room - uniqueLetters);
        writeUnique(prf, bytes, start, end, out);
      }
      const isCut = out.length - from > room && cut(out, from, room);
      const isReal =
        (method === 'full-name' && masking.real.has('fullName', out.bytes, from, out.length)) ||
        (isCut && words.count === 1 && masking.real.has('lastName', out.bytes, from, out.length));
      if (isReal) out.length = from;
      return !isReal;
    },
  };
}

function writeNames(
  names: NameReplacer,
  words: WordSpans,
  sorts: readonly NameSort[],
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ByteSink,
): void {
  let copied = start;
  let isReplaced = false;
  for (let word = 0; word < words.count; word++) {
    const wordStart = words.starts[word]!;
    const wordEnd = words.ends[word]!;
    copyBetween(bytes, copied, wordStart, out);
    const isAlone = words.count === 1 || (!isReplaced && word === words.count - 1);
    const isElided = wordEnd - wordStart === 1 && isApostrophe(bytes, wordEnd, end);
    if (isElided || !names.word(sorts[word]!, bytes, wordStart, wordEnd, out, { isAlone }))
      out.copy(bytes, wordStart, wordEnd);
    else isReplaced = true;
    copied = wordEnd;
  }
  copyBetween(bytes, copied, end, out);
}

/** What stands between words of a name; a number among it would tell, and goes. */
function copyBetween(bytes: Uint8Array, start: number, end: number, out: ByteSink): void {
  for (let at = start; at < end; at++) if (bytes[at]! < 48 || bytes[at]! > 57) out.put(bytes[at]!);
}

/** `d'Arcy`, `O’Brien`. */
function isApostrophe(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    at < end && (bytes[at] === 39 || (bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99))
  );
}

/** Letters that only this value has, at the end of its last word. */
function writeUnique(prf: Prf, bytes: Uint8Array, start: number, end: number, out: ByteSink): void {
  prf.hash(bytes, start, end);
  let [high, low] = [prf.hi, prf.lo];
  const first = letterStyle(bytes, start, end) === 'upper' ? 65 : 97;
  for (let letter = uniqueLetters; letter > 0; letter--) {
    out.put(first + ((letter % 2 === 0 ? high : low) % 26));
    if (letter % 2 === 0) high = Math.floor(high / 26);
    else low = Math.floor(low / 26);
  }
}

/** Cuts what is written down to the room there is; whether there was less than needed. */
function cut(out: ByteSink, from: number, room: number): boolean {
  let left = room;
  for (let at = from; at < out.length; at++) {
    if ((out.bytes[at]! & 0xc0) === 0x80 || left-- > 0) continue;
    out.length = at;
    return true;
  }
  return false;
}
