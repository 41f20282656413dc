/*
 * What stands for a word of a name where no list has one: an initial, a name in another script, a surname when the source
 * already bears all that are listed. In: the folded word, hashed. Out: letters of the same scripts and number for the first
 * two, invented syllables for the last; in the case of the word. Never a real surname.
 */

import { ByteSink } from '../byte-sink.ts';
import type { Prf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { LetterStyle } from './letter-style.ts';
import {
  alphabetOf,
  alphabetSizes,
  characterBytes,
  codePointAt,
  letterOf,
  putLetter,
} from './position-alphabets.ts';

const consonants = 'bcdfglmnprstv';
const vowels = 'aeiou';
const syllables = 4;
const tries = 16;

/** `prf` has just hashed the folded word. */
export function writeForeignWord(
  masking: Masking,
  sort: 'firstName' | 'lastName',
  prf: Prf,
  folded: Uint8Array,
  length: number,
  style: LetterStyle,
  out: ByteSink,
): void {
  const word = new ByteSink(length * 2 + 16);
  for (let turn = 0; turn < tries; turn++) {
    const seed = Uint8Array.of(turn, ...numberBytes(prf.lo), ...numberBytes(prf.hi));
    prf.hash(seed, 0, seed.length);
    word.clear();
    if (length > 1 && folded.subarray(0, length).every((byte) => byte < 0x80)) writeSyllables(prf, word);
    else writeLetters(prf, folded, length, word);
    const { bytes } = word;
    const isReal =
      sort === 'lastName' && length > 1 && masking.real.hasNormal('lastName', bytes, 0, word.length);
    if (!isReal && Buffer.compare(bytes.subarray(0, word.length), folded.subarray(0, length)) !== 0) break;
  }
  out.write(inStyle(Buffer.from(word.bytes.buffer, 0, word.length).toString(), style));
}

function writeSyllables(prf: Prf, word: ByteSink): void {
  let drawn = prf.pick(2 ** 53);
  for (let syllable = 0; syllable < syllables; syllable++) {
    word.put(consonants.charCodeAt(drawn % consonants.length));
    drawn = Math.floor(drawn / consonants.length);
    word.put(vowels.charCodeAt(drawn % vowels.length));
    drawn = Math.floor(drawn / vowels.length);
  }
}

/** Each letter by another of its alphabet; the hash is drawn anew for each. */
function writeLetters(prf: Prf, folded: Uint8Array, length: number, word: ByteSink): void {
  for (let at = 0; at < length;) {
    const bytes = characterBytes(folded, at, length);
    const codePoint = codePointAt(folded, at, bytes);
    const alphabet = codePoint < 0 ? -1 : alphabetOf(codePoint);
    if (alphabet < 0) word.copy(folded, at, at + bytes);
    else {
      const size = alphabetSizes[alphabet]!;
      putLetter(alphabet, (letterOf(codePoint, alphabet) + 1 + prf.pick(size - 1)) % size, word);
      const seed = Uint8Array.of(...numberBytes(prf.lo), ...numberBytes(prf.hi));
      prf.hash(seed, 0, seed.length);
    }
    at += bytes;
  }
}

function numberBytes(number: number): [number, number, number, number] {
  return [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24];
}

function inStyle(word: string, style: LetterStyle): string {
  if (style === 'lower') return word;
  if (style === 'upper') return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}
