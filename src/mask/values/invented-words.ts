// Names of streets, towns and companies that there are not. In: a word or a whole name. Out: an invented one, in the same
// case: the same for the same, whatever its accents and case.

import { normaliseName } from '../../recognise/index.ts';
import { ByteSink } from '../byte-sink.ts';
import { surnameParts } from '../lists/surname-parts.ts';
import { townEndings } from '../lists/address-words.ts';
import type { Masking } from '../masking.ts';
import { createDraws } from './draws.ts';
import { isBare, letterStyle, writeStyled } from './letter-style.ts';

const longest = 200;
const beginnings = {
  fr: surnameParts.french.beginnings.split(/\s+/),
  en: surnameParts.english.beginnings.split(/\s+/),
  de: surnameParts.german.beginnings.split(/\s+/),
};

export interface InventedWords {
  town(bytes: Uint8Array, start: number, end: number, out: ByteSink): void;
}

export function createInventedWords(masking: Masking): InventedWords {
  const draws = createDraws(masking.keys.of('places', 16));
  const folded = new Uint8Array(longest * 3);
  const word = new ByteSink(64);
  return {
    town(bytes, start, end, out) {
      const length = normaliseName(bytes, start, Math.min(end, start + longest), folded);
      draws.begin(folded, 0, length);
      const first = beginnings[masking.language];
      const last = townEndings[masking.language];
      word.clear();
      word.write(first[draws.next(first.length)]! + last[draws.next(last.length)]!);
      const style = letterStyle(bytes, start, end);
      const bare = style === 'upper' && isBare(bytes, start, end);
      writeStyled(word.bytes, 0, word.length, style, bare, out);
    },
  };
}
