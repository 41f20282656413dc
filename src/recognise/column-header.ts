/*
 * Reads a column's name: which validators it speaks for and how strongly, by the lexicon. In: the name as the dump has
 * it (`dt_naissance`, `DateOfBirth`, `BILLING_ADDRESS1`). Out: weights by validator, and whether it is the name of
 * something. Never looks at values.
 */

import { foldText } from './names.ts';
import { genericNames, headerLines } from './lexicon/headers.ts';
import {
  neutralWords,
  otherThings,
  peopleWords,
  toleratedWords,
  turningWords,
} from './lexicon/header-words.ts';
import type { ValidatorName } from './validators.ts';

export interface HeaderMatch {
  /** Log-odds. */
  weight: number;
  /** The lexicon's phrase. */
  phrase: string;
}

export interface ColumnHeader {
  words: readonly string[];
  matches: ReadonlyMap<ValidatorName, HeaderMatch>;
  /**
   * `person`: a person's name (`nom_client`); `alone`: a name, of what is open (`name`); `role`: what a person is to the
   * table (`manager`), by name or otherwise; null: none of these.
   */
  generic: 'person' | 'alone' | 'role' | null;
  /** The name ends in a word that says the column holds no value of its own (`…_id`, `…_count`). */
  isTurned: boolean;
}

const maxPhraseWords = 5;
/** A word the lexicon does not know weakens the phrase it stands with: after it more (`email foo`) than before it. */
/** So many columns must share a first word before it counts as the table's prefix. */
const leastPrefixed = 3;
const unknownAfter = 0.6;
const unknownBefore = 0.9;

let phraseTable: Map<string, [ValidatorName, number][]> | undefined;

/** Lower-case words of an identifier, split at `_`, `-`, spaces, dots, camel case and digits, accents folded. */
export function identifierWords(name: string): string[] {
  return foldText(
    name
      .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
      .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replaceAll(/(\p{L})(\p{N})/gu, '$1 $2')
      .replaceAll(/(\p{N})(\p{L})/gu, '$1 $2'),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `col5`, `field_3`, `c12`: a number, not a name. */
function isPosition(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.length <= 3 &&
    words.every((word) =>
      /^(?:col|column|colonne|spalte|field|champ|feld|f|c|v|x|attr|unnamed|\d+)$/.test(word),
    )
  );
}

/** The word that most of a table's column names, each as its words, begin with (`etu_nom`, `etu_tel`), or null: it says nothing about a column. */
export function commonPrefix(names: readonly (readonly string[])[]): string | null {
  const counts = new Map<string, number>();
  for (const words of names) {
    if (words.length > 1) counts.set(words[0]!, (counts.get(words[0]!) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= leastPrefixed && most[1] >= names.length / 2 ? most[0] : null;
}

/** `words` of the name, see `identifierWords`; none when the name is not in the dump. `prefix`: see `commonPrefix`. */
export function readHeader(words: readonly string[], prefix: string | null = null): ColumnHeader {
  if (words.length === 0 || isPosition(words))
    return { words: [], matches: new Map(), generic: null, isTurned: false };
  const header = matchWords(words, prefix);
  if (header.matches.size > 0 || header.generic !== null) return header;
  const split = words.flatMap((word) => splitGlued(word) ?? [word]);
  return split.length === words.length ? header : matchWords(split, prefix);
}

function matchWords(words: readonly string[], prefix: string | null): ColumnHeader {
  phraseTable ??= createPhraseTable();
  const taken: [number, number][] = [];
  const matches = new Map<ValidatorName, HeaderMatch>();
  for (let length = Math.min(maxPhraseWords, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const phrase = words.slice(from, from + length).join('');
      const entries = phraseTable.get(phrase);
      if (entries === undefined || taken.some(([start, end]) => from < end && from + length > start))
        continue;
      taken.push([from, from + length]);
      for (const [validator, weight] of entries) {
        const left = weight * surroundings(words, from, from + length, validator, prefix);
        const known = matches.get(validator);
        if (left > 0 && (known === undefined || known.weight < left))
          matches.set(validator, { weight: left, phrase });
      }
    }
  }
  const last = words.at(-1);
  return {
    words,
    matches,
    generic: genericOf(
      words[0] === prefix ? words.slice(1) : words,
      taken.map(([start, end]) => (words[0] === prefix ? [start - 1, end - 1] : [start, end])),
    ),
    isTurned: last !== undefined && turningWords.has(last),
  };
}

/** 0 when a word around the phrase turns its meaning, else how much of the weight is left. */
function surroundings(
  words: readonly string[],
  from: number,
  to: number,
  validator: ValidatorName,
  prefix: string | null,
): number {
  let left = 1;
  for (const [index, word] of words.entries()) {
    if (index >= from && index < to) continue;
    if (toleratedWords[validator]?.has(word) === true) continue;
    if (turningWords.has(word) || otherThings[validator]?.has(word) === true) return 0;
    if (
      neutralWords.has(word) ||
      peopleWords.has(word) ||
      (index === 0 && word === prefix) ||
      /^\d+$/.test(word)
    )
      continue;
    left *= index >= to ? unknownAfter : unknownBefore;
  }
  return left;
}

function genericOf(
  words: readonly string[],
  taken: readonly (readonly [number, number])[],
): ColumnHeader['generic'] {
  const at = words.findIndex(
    (word, index) => genericNames.has(word) && !taken.some(([start, end]) => index >= start && index < end),
  );
  if (at < 0)
    return taken.length === 0 &&
      words.some((word) => peopleWords.has(word)) &&
      words.every((word) => peopleWords.has(word) || neutralWords.has(word))
      ? 'role'
      : null;
  const others = words.filter((_, index) => index !== at);
  if (
    others.some((word) => peopleWords.has(word)) &&
    others.every((word) => peopleWords.has(word) || neutralWords.has(word))
  )
    return 'person';
  return others.every((word) => neutralWords.has(word) || /^\d+$/.test(word) || word.length === 1)
    ? 'alone'
    : null;
}

/** `customeremail` is `customer email` and `nometudiant` is `nom etudiant`: a word of the lexicon beside a phrase of it. */
function splitGlued(word: string): string[] | null {
  phraseTable ??= createPhraseTable();
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, rest] = [word.slice(0, at), word.slice(at)];
    if (isAround(first) && (phraseTable.has(rest) || genericNames.has(rest))) return [first, rest];
    if (peopleWords.has(rest) && (phraseTable.has(first) || genericNames.has(first))) return [first, rest];
  }
  return null;
}

function isAround(word: string): boolean {
  return peopleWords.has(word) || neutralWords.has(word);
}

function createPhraseTable(): Map<string, [ValidatorName, number][]> {
  const table = new Map<string, [ValidatorName, number][]>();
  for (const { validator, weight, phrases } of headerLines) {
    for (const phrase of phrases.split(/\s+/)) {
      const entries = table.get(phrase) ?? [];
      entries.push([validator, weight]);
      table.set(phrase, entries);
    }
  }
  return table;
}
