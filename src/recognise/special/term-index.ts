/*
 * Finds the terms of a category in folded text, whole words only. In: text. Out: which terms stand in it, each once.
 * Linear: the words are gone through once, with phrases of up to the longest term looked up in one table.
 */

import { specialTerms } from '../lexicon/special-terms.ts';
import { foldText } from '../names.ts';
import type { SpecialCategory } from './special-category.ts';

/** `temoin de jehovah`, `possession of drugs`, `conduite en etat d ivresse`. */
const longestPhrase = 5;

let index: Map<string, SpecialCategory[]> | undefined;

/** Terms by category; `whole`: the text is one term from its first word to its last. */
export function termsIn(text: string): Map<SpecialCategory, Set<string>> {
  index ??= createIndex();
  const found = new Map<SpecialCategory, Set<string>>();
  const words = foldText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  for (let from = 0; from < words.length; from++) {
    let phrase = '';
    for (let to = from; to < Math.min(words.length, from + longestPhrase); to++) {
      phrase = phrase === '' ? words[to]! : `${phrase} ${words[to]!}`;
      for (const category of index.get(phrase) ?? []) {
        const terms = found.get(category);
        if (terms === undefined) found.set(category, new Set([phrase]));
        else terms.add(phrase);
      }
    }
  }
  return found;
}

/** The categories of which the whole text is a term. */
export function categoriesOf(text: string): readonly SpecialCategory[] {
  index ??= createIndex();
  const phrase = foldText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
  return index.get(phrase) ?? [];
}

function createIndex(): Map<string, SpecialCategory[]> {
  const table = new Map<string, SpecialCategory[]>();
  for (const [category, terms] of Object.entries(specialTerms) as [SpecialCategory, string][]) {
    for (const term of terms.split(/\s*,\s*/)) {
      const known = table.get(term);
      if (known === undefined) table.set(term, [category]);
      else known.push(category);
    }
  }
  return table;
}
