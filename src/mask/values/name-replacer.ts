/*
 * What stands for one word of a name, wherever it stands: in a column, an e-mail address, a user name, a letter. In: the
 * word in any case and with any accents. Out: an invented one in the same case. The folded word and the key decide it, so
 * Hélène and HELENE become the same, whatever else the source holds: but where that would be somebody's surname, the next
 * one is taken. A given name keeps sex and language; a surname becomes one that nobody bears.
 */

import { isGivenName, normaliseName } from '../../recognise/index.ts';
import type { ByteSink } from '../byte-sink.ts';
import { createPrf, type Prf } from '../cipher/prf.ts';
import { type NameRange, nameTable } from '../lists/name-table.ts';
import type { Masking } from '../masking.ts';
import { createGivenNameIndex } from './given-name-index.ts';
import { isBare, letterStyle, type LetterStyle, writeStyled } from './letter-style.ts';
import { isParticle, isTitle } from './name-particles.ts';
import { surnameLanguage } from './surname-language.ts';
import { writeForeignWord } from './foreign-word.ts';
import { createWordCache } from './word-cache.ts';

export type NameSort = 'firstName' | 'lastName';

export interface WordOptions {
  /** Without accents, as in addresses. */
  isBare?: boolean;
  /** The whole of what is named: `Van` or `Ben` alone is a name. */
  isAlone?: boolean;
}

export interface NameReplacer {
  /** Writes what stands for the word. False, with nothing written, where it is a particle or a title, or no word. */
  word(
    sort: NameSort,
    bytes: Uint8Array,
    start: number,
    end: number,
    out: ByteSink,
    options?: WordOptions,
  ): boolean;
  /**
   * Writes what stands for a word of an address, in small letters without accents. False, with nothing written, where it
   * is a particle or a title, of another script, or there is no room.
   */
  local(sort: NameSort, bytes: Uint8Array, start: number, end: number, out: ByteSink, room: number): boolean;
  /** By the lists alone, never by what is real: 1 a given name or an initial, 4 a particle or a title, 0 another word. */
  known(bytes: Uint8Array, start: number, end: number): number;
}

/** What the cache remembers: the entry of the table, or one of these. */
const kept = 0x1000_0000;
const unlisted = 0x1000_0001;
/** What the cache is asked, beside 0 to 3: given name or surname, alone or not. */
const knownQuestion = 4;
const localFirstQuestion = 5;
const localLastQuestion = 6;
const noOptions: WordOptions = {};
const longestWord = 120;
const tries = 24;

export function createNameReplacer(masking: Masking): NameReplacer {
  const table = nameTable();
  const givenNames = createGivenNameIndex();
  const prf = createPrf(masking.keys.of('names', 16));
  const cache = createWordCache();
  const free = createFreeNames(masking);
  // a common given name alone tells nobody, though somebody may bear it as a surname
  const isFreeGiven = (entry: number): boolean => isCommon(entry) || free(entry);
  const folded = new Uint8Array(longestWord * 3 + 1);

  const fold = (sort: NameSort, bytes: Uint8Array, start: number, end: number): number => {
    const length = normaliseName(bytes, start, Math.min(end, start + longestWord), folded);
    prf.hash(folded, 0, length);
    if (sort === 'lastName') {
      // Of the same words, given names and surnames are chosen apart.
      folded[length] = 0;
      prf.hash(folded, 0, length + 1);
    }
    return length;
  };
  const choose = (
    sort: NameSort,
    bytes: Uint8Array,
    start: number,
    end: number,
    isAlone: boolean,
  ): number => {
    const length = fold(sort, bytes, start, end);
    if (length === 0) return kept;
    if (!isAlone && (isParticle(folded, length) || isTitle(folded, length))) return kept;
    if (length === 1 || !isBare(folded, 0, length)) return unlisted;
    if (sort === 'firstName') {
      const range = givenNames.rangeFor(folded, length, masking.language);
      return pickFree(range, prf, folded, length, isFreeGiven, true);
    }
    const language = surnameLanguage(folded, length) ?? masking.language;
    return pickFree(table.surnames[language], prf, folded, length, free, false);
  };
  const entryOf = (
    sort: NameSort,
    bytes: Uint8Array,
    start: number,
    end: number,
    isAlone: boolean,
  ): number => {
    const question = (sort === 'firstName' ? 0 : 1) + (isAlone ? 2 : 0);
    let entry = cache.find(question, bytes, start, end);
    if (entry < 0) {
      entry = choose(sort, bytes, start, end, isAlone);
      cache.keep(question, bytes, start, end, entry);
    }
    return entry;
  };
  const known = (bytes: Uint8Array, start: number, end: number): number => {
    let answer = cache.find(knownQuestion, bytes, start, end);
    if (answer < 0) {
      const length = normaliseName(bytes, start, Math.min(end, start + longestWord), folded);
      if (givenNames.has(folded, length)) answer = 1;
      else if (isParticle(folded, length) || isTitle(folded, length)) answer = 4;
      else answer = length === 1 ? 1 : 0;
      cache.keep(knownQuestion, bytes, start, end, answer);
    }
    return answer;
  };
  return {
    word(sort, bytes, start, end, out, options = noOptions) {
      const entry = entryOf(sort, bytes, start, end, options.isAlone === true);
      if (entry === kept) return false;
      if (entry === unlisted) {
        const length = fold(sort, bytes, start, end);
        writeForeignWord(masking, sort, prf, folded, length, foreignStyle(bytes, start, end), out);
        return true;
      }
      const style = letterStyle(bytes, start, end);
      const bare = options.isBare === true || (style === 'upper' && isBare(bytes, start, end));
      writeStyled(table.words, table.offsets[entry]!, table.offsets[entry + 1]!, style, bare, out);
      return true;
    },
    local(sort, bytes, start, end, out, room) {
      const question = sort === 'firstName' ? localFirstQuestion : localLastQuestion;
      let entry = cache.find(question, bytes, start, end);
      if (entry < 0) {
        entry = choose(sort, bytes, start, end, known(bytes, start, end) !== 4);
        cache.keep(question, bytes, start, end, entry);
      }
      if (entry >= kept) return false;
      const from = table.foldedOffsets[entry]!;
      const to = table.foldedOffsets[entry + 1]!;
      if (to - from > room) return false;
      out.copy(table.folded, from, to);
      return true;
    },
    known,
  };
}

/** Of scripts whose capitals are not known by their bytes. */
function foreignStyle(bytes: Uint8Array, start: number, end: number): LetterStyle {
  const text = Buffer.from(bytes.subarray(start, Math.min(end, start + longestWord))).toString();
  if (text === text.toLowerCase()) return 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'upper' : 'title';
}

/** Which of the table's names are real surnames of the source, asked once of each. */
function createFreeNames({ real }: Masking): (entry: number) => boolean {
  const table = nameTable();
  const answers = new Uint8Array(table.count);
  return (entry) => {
    if (answers[entry] === 0) {
      const isReal = real.hasNormal(
        'lastName',
        table.folded,
        table.foldedOffsets[entry]!,
        table.foldedOffsets[entry + 1]!,
      );
      answers[entry] = isReal ? 2 : 1;
    }
    return answers[entry] === 1;
  };
}

function isCommon(entry: number): boolean {
  const { folded, foldedOffsets } = nameTable();
  const word = folded.subarray(foldedOffsets[entry], foldedOffsets[entry + 1]);
  return isGivenName(Buffer.from(word).toString());
}

/** The first name of the range, from where the hash says, that is not the word itself nor a real surname. */
function pickFree(
  range: NameRange,
  prf: Prf,
  folded: Uint8Array,
  length: number,
  isFree: (entry: number) => boolean,
  mayBeReal: boolean,
): number {
  const first = prf.pick(range.count);
  let fallback = unlisted;
  for (let turn = 0; turn < Math.min(tries, range.count); turn++) {
    const entry = range.from + ((first + turn) % range.count);
    if (isEntry(entry, folded, length)) continue;
    if (isFree(entry)) return entry;
    // A given name alone tells nobody.
    if (mayBeReal && fallback === unlisted) fallback = entry;
  }
  return fallback;
}

function isEntry(entry: number, folded: Uint8Array, length: number): boolean {
  const table = nameTable();
  const start = table.foldedOffsets[entry]!;
  if (table.foldedOffsets[entry + 1]! - start !== length) return false;
  for (let at = 0; at < length; at++) if (table.folded[start + at] !== folded[at]) return false;
  return true;
}
