/*
 * Streets, towns, postcodes, companies, whole addresses. In: a cell as people write it. Out: the same lines with other
 * numbers and invented words; what sort of a street or company it is stays. The same word becomes the same wherever it
 * stands, so a town in an address is the town in its own column.
 */

import { normaliseName } from '../../recognise/index.ts';
import type { ByteSink } from '../byte-sink.ts';
import { companyWords, streetEndings, streetWords } from '../lists/address-words.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ReplacerOptions } from '../replacer.ts';
import { holdsStreet } from '../survivors/holds-street.ts';
import { type Draws, createDraws } from './draws.ts';
import { createInventedWords } from './invented-words.ts';
import type { NameReplacer } from './name-replacer.ts';
import { findWords, type WordSpans } from './name-spans.ts';

const turns = 8;
const mostWords = 64;
const postcodeDigits = 5;
const longestHouseNumber = 2;
/** The first two digits are of a department, a region or a province in France, Germany, Spain and Italy alike. */
const mostRegions = 52;
const longestWord = 60;
/** Of 26 letters, 10 are 47 bits, beside what the words themselves differ by. */
const uniqueLetters = 10;

export type AddressMethod = 'street' | 'place' | 'postcode' | 'address' | 'company';

export function createAddressReplacer(
  method: AddressMethod,
  masking: Masking,
  names: NameReplacer,
  options: ReplacerOptions,
): Replacer {
  const draws = createDraws(masking.keys.of('address numbers', 16));
  const invented = createInventedWords(masking);
  const words: WordSpans = { starts: new Uint32Array(mostWords), ends: new Uint32Array(mostWords), count: 0 };
  const folded = new Uint8Array(longestWord * 3);
  // where the words stay, as in `Park Avenue`, the house numbers there are may all be somebody's
  let moreDigits = 0;
  const keptWords = method === 'company' ? companyWords : streetWords;

  /** Writes what stands for `start`..`end`, and says whether that is another text. */
  const writeLine = (bytes: Uint8Array, start: number, end: number, out: ByteSink): void => {
    findWords(bytes, start, end, words);
    const townFrom =
      method === 'place' ? start : method === 'address' ? afterPostcode(bytes, start, end) : end;
    let at = start;
    for (let word = 0; word < words.count && words.starts[word]! < townFrom; word++) {
      writeNumbers(draws, bytes, at, words.starts[word]!, out, moreDigits);
      writeWord(bytes, words.starts[word]!, words.ends[word]!, out);
      at = words.ends[word]!;
    }
    if (townFrom >= end) {
      writeNumbers(draws, bytes, at, end, out, moreDigits);
      return;
    }
    const [townStart, townEnd] = trimmed(bytes, Math.max(at, townFrom), end);
    writeNumbers(draws, bytes, at, townStart, out, moreDigits);
    if (townEnd > townStart) invented.town(bytes, townStart, townEnd, out);
    out.copy(bytes, townEnd, end);
  };
  const writeWord = (bytes: Uint8Array, start: number, end: number, out: ByteSink): void => {
    const length = normaliseName(bytes, start, Math.min(end, start + longestWord), folded);
    const text = Buffer.from(folded.buffer, 0, length).toString('latin1');
    const ending = method === 'company' ? undefined : streetEndings.find((each) => text.endsWith(each));
    if (length <= 1 || keptWords.has(text)) out.copy(bytes, start, end);
    else if (ending !== undefined && Buffer.byteLength(ending) < length && length === end - start) {
      const stem = end - ending.length;
      if (!names.word('lastName', bytes, start, stem, out)) out.copy(bytes, start, stem);
      out.copy(bytes, stem, end);
    } else if (!names.word('lastName', bytes, start, end, out)) out.copy(bytes, start, end);
  };

  return {
    replace(bytes, start, end, out, room) {
      const from = out.length;
      if (method === 'postcode') return writePostcode(draws, bytes, start, end, out);
      for (let turn = 0; turn < turns; turn++) {
        out.length = from;
        draws.begin(bytes, start, end, turn);
        moreDigits = turn < turns / 2 ? 0 : 2;
        for (let line = start; line <= end;) {
          const lineEnd = method === 'address' ? endOfLine(bytes, line, end) : end;
          writeLine(bytes, line, lineEnd, out);
          if (lineEnd < end) out.put(bytes[lineEnd]!);
          line = lineEnd + 1;
        }
        if (options.isUnique === true)
          writeLetters(draws, Math.min(uniqueLetters, room - (out.length - from)), out);
        if (masking.real.count === 0 || !holdsStreet(masking.real, out.bytes, from, out.length)) break;
      }
      return true;
    },
  };
}

/** Lines end at a line break, a comma, a semicolon. */
function endOfLine(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 10 || byte === 13 || byte === 44 || byte === 59 || byte === 124) return at;
  }
  return end;
}

/** Where the town begins in `75001 Paris`, or `end`. */
function afterPostcode(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 48 && bytes[at]! <= 57) digits++;
    else if (digits >= 4 && digits <= postcodeDigits && bytes[at] === 32) return at + 1;
    else digits = 0;
  }
  return end;
}

function trimmed(bytes: Uint8Array, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (from < to && bytes[from] === 32) from++;
  while (to > from && bytes[to - 1] === 32) to--;
  return [from, to];
}

/** What stands between words, its numbers by others: of five digits by a postcode, of a house by one with `moreDigits`. */
function writeNumbers(
  draws: Draws,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ByteSink,
  moreDigits = 0,
): void {
  for (let at = start; at < end;) {
    let to = at;
    while (to < end && bytes[to]! >= 48 && bytes[to]! <= 57) to++;
    if (to === at) out.put(bytes[at++]!);
    else {
      writeNumber(draws, to - at > longestHouseNumber ? to - at : to - at + moreDigits, out);
      at = to;
    }
  }
}

function writeNumber(draws: Draws, digits: number, out: ByteSink): void {
  if (digits === postcodeDigits) {
    const region = 1 + draws.next(mostRegions);
    out.write(String(region).padStart(2, '0') + String(draws.next(1000)).padStart(3, '0'));
    return;
  }
  out.put(49 + draws.next(9));
  for (let digit = 1; digit < digits; digit++) out.put(48 + draws.next(10));
}

/** Five digits, with what stands around them; others by their shape. */
function writePostcode(draws: Draws, bytes: Uint8Array, start: number, end: number, out: ByteSink): boolean {
  let digits = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 48 && bytes[at]! <= 57) digits++;
    else if ((bytes[at]! | 32) >= 97) letters++;
  }
  if (digits !== postcodeDigits || letters > 2) return false;
  draws.begin(bytes, start, end);
  writeNumbers(draws, bytes, start, end, out);
  return true;
}

function writeLetters(draws: Draws, count: number, out: ByteSink): void {
  for (let letter = 0; letter < count; letter++) out.put(97 + draws.next(26));
}
