/*
 * All names that stand for real ones, packed: given names by language and sex, surnames by language. In: the lists. Out:
 * one table of words in UTF-8, beginning with a capital, beside each its folded form; which part of it holds which names;
 * what is known of a given name. Made at first use, about 5 ms.
 */

import { normaliseName } from '../../recognise/index.ts';
import { englishGivenNames } from './english-given-names.ts';
import { frenchGivenNames } from './french-given-names.ts';
import { germanGivenNames } from './german-given-names.ts';
import { italianGivenNames } from './italian-given-names.ts';
import { otherGivenNames } from './other-given-names.ts';
import { spanishGivenNames } from './spanish-given-names.ts';
import { surnameParts } from './surname-parts.ts';

export const nameLanguages = ['fr', 'en', 'de', 'es', 'it'] as const;
export type NameLanguage = (typeof nameLanguages)[number];

const lists = {
  fr: { given: frenchGivenNames, surnames: surnameParts.french },
  en: { given: englishGivenNames, surnames: surnameParts.english },
  de: { given: germanGivenNames, surnames: surnameParts.german },
  es: { given: spanishGivenNames, surnames: surnameParts.spanish },
  it: { given: italianGivenNames, surnames: surnameParts.italian },
} as const;

/** Entries `from`..`from + count`. */
export interface NameRange {
  from: number;
  count: number;
}

export interface GivenNames {
  female: NameRange;
  male: NameRange;
}

export interface NameTable {
  /** Entry n stands at `offsets[n]`..`offsets[n + 1]` of `words`, and so in `folded`. */
  words: Uint8Array;
  offsets: Uint32Array;
  folded: Uint8Array;
  foldedOffsets: Uint32Array;
  given: Record<NameLanguage, GivenNames>;
  /** Of other languages: known, and never what stands for one. */
  others: GivenNames;
  surnames: Record<NameLanguage, NameRange>;
  /** All given names: one range, the entries before all others. */
  givenCount: number;
  count: number;
}

let table: NameTable | undefined;

export function nameTable(): NameTable {
  table ??= createTable();
  return table;
}

function createTable(): NameTable {
  const names: string[] = [];
  const add = (more: readonly string[]): NameRange => {
    const from = names.length;
    for (const name of more) names.push(name);
    return { from, count: more.length };
  };
  const given = Object.fromEntries(
    nameLanguages.map((language) => [
      language,
      { female: add(split(lists[language].given.female)), male: add(split(lists[language].given.male)) },
    ]),
  ) as NameTable['given'];
  const others = { female: add(split(otherGivenNames.female)), male: add(split(otherGivenNames.male)) };
  const givenCount = names.length;
  const surnames = Object.fromEntries(
    nameLanguages.map((language) => [language, add(composed(lists[language].surnames))]),
  ) as NameTable['surnames'];
  return { ...packed(names), given, others, surnames, givenCount, count: names.length };
}

function split(text: string): string[] {
  return text.split(/\s+/);
}

function composed(parts: { beginnings: string; endings: string }): string[] {
  const endings = split(parts.endings);
  return split(parts.beginnings).flatMap((beginning) => endings.map((ending) => beginning + ending));
}

function packed(names: readonly string[]): Pick<NameTable, 'words' | 'offsets' | 'folded' | 'foldedOffsets'> {
  const words = new TextEncoder().encode(names.join(''));
  const folded = new Uint8Array(words.length);
  const offsets = new Uint32Array(names.length + 1);
  const foldedOffsets = new Uint32Array(names.length + 1);
  const scratch = new Uint8Array(256);
  names.forEach((name, index) => {
    const start = offsets[index]!;
    const end = start + Buffer.byteLength(name);
    offsets[index + 1] = end;
    const length = normaliseName(words, start, end, scratch);
    folded.set(scratch.subarray(0, length), foldedOffsets[index]);
    foldedOffsets[index + 1] = foldedOffsets[index]! + length;
  });
  return { words, offsets, folded, foldedOffsets };
}
