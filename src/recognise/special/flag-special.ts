/*
 * Which columns may hold special data, to be looked at by somebody. In: a table's sample and what was found in it. Out:
 * flags with their reasons. A telling name is enough to ask; values alone need several different terms, since one word
 * has other senses. It asserts nothing of anybody, and never looks at tables without people's data: the caller decides
 * whether a table is about people.
 */

import type { TableSample } from '../classify-table.ts';
import type { ColumnSample } from '../column-facts.ts';
import { identifierWords } from '../column-header.ts';
import { specialHeaders } from '../lexicon/special-headers.ts';
import { specialCategories, type SpecialCategory, type SpecialFlag } from './special-category.ts';
import { categoriesOf, termsIn } from './term-index.ts';

/** Columns of lists, such as `confession`: this many different terms, and this share of the different values. */
const leastTerms = 2;
const leastShareOfTerms = 0.5;
/** A list of few words: longer values are texts. */
const longestListed = 40;
/** Texts: this many rows, and this share of them, with two different terms each. */
const leastTexts = 2;
const leastShareOfTexts = 0.01;
/** Of a text this much is read. */
const readLength = 4000;
const longestPhrase = 4;

export function flagSpecial(table: TableSample): SpecialFlag[] {
  return table.columns.flatMap((column, index) => flagsOf(column, index));
}

function flagsOf(column: ColumnSample, index: number): SpecialFlag[] {
  const values = column.values.map((value) => value.trim()).filter((value) => value !== '');
  const named = namedCategories(column.name);
  if (column.filled === 0) return [];
  const listed = listedTerms(values);
  const written = writtenTerms(values);
  const flags: SpecialFlag[] = [];
  for (const category of Object.keys(specialCategories) as SpecialCategory[]) {
    const name = named.get(category);
    const [list, texts] = [listed.get(category), written.get(category)];
    const isListed =
      list !== undefined && (name !== undefined || !hasOtherSenses.has(category) || list.isClear);
    const isWritten = texts !== undefined && (name !== undefined || !isEveryday.has(category));
    if (name !== 'strong' && !isListed && !isWritten) continue;
    const reasons = [
      ...(name === undefined ? [] : [`the column is named for ${specialCategories[category].label}`]),
      ...(isListed ? [list.reason] : []),
      ...(isWritten ? [texts] : []),
    ];
    flags.push({ column: index, category, reason: reasons.join('; ') });
  }
  return flags;
}

/** Terms of these have other senses (white, Labour, Unite): without a name, a list of them must be a clear one. */
const hasOtherSenses: ReadonlySet<SpecialCategory> = new Set(['origin', 'politics', 'union', 'assistance']);
/** And in running texts they are everyday words. */
const isEveryday: ReadonlySet<SpecialCategory> = new Set(['origin', 'politics', 'union']);
const leastClearTerms = 3;
const leastClearShare = 0.8;

function namedCategories(name: string | null): Map<SpecialCategory, 'strong' | 'weak'> {
  const found = new Map<SpecialCategory, 'strong' | 'weak'>();
  if (name === null) return found;
  headerIndex ??= createHeaderIndex();
  const words = identifierWords(name);
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + longestPhrase); to++) {
      const entry = headerIndex.get(words.slice(from, to).join(''));
      if (entry !== undefined && found.get(entry.category) !== 'strong')
        found.set(entry.category, entry.strength);
    }
  }
  return found;
}

interface ListedTerms {
  reason: string;
  /** Hardly a value that is no term, and several terms. */
  isClear: boolean;
}

/** A column of few words a value, of which most different ones are terms of one category. */
function listedTerms(values: readonly string[]): Map<SpecialCategory, ListedTerms> {
  const different = new Map<string, number>();
  for (const value of values) {
    if (value.length > longestListed) return new Map();
    different.set(value.toLowerCase(), (different.get(value.toLowerCase()) ?? 0) + 1);
  }
  const counts = new Map<SpecialCategory, { terms: number; rows: number }>();
  for (const [value, rows] of different) {
    for (const category of categoriesOf(value)) {
      const count = counts.get(category) ?? { terms: 0, rows: 0 };
      counts.set(category, { terms: count.terms + 1, rows: count.rows + rows });
    }
  }
  const found = new Map<SpecialCategory, ListedTerms>();
  for (const [category, { terms, rows }] of counts) {
    if (terms < leastTerms || terms < leastShareOfTerms * different.size) continue;
    const { label } = specialCategories[category];
    found.set(category, {
      reason: `${rows} of ${values.length} sampled values are terms of ${label}, ${terms} different ones`,
      isClear: terms >= leastClearTerms && terms >= leastClearShare * different.size,
    });
  }
  return found;
}

/** Texts in which at least two different terms of a category stand. */
function writtenTerms(values: readonly string[]): Map<SpecialCategory, string> {
  const texts = values.filter((value) => value.length > longestListed);
  const rows = new Map<SpecialCategory, number>();
  for (const text of texts) {
    for (const [category, terms] of termsIn(text.slice(0, readLength)))
      if (terms.size >= leastTerms && !isNested(terms)) rows.set(category, (rows.get(category) ?? 0) + 1);
  }
  return new Map(
    [...rows]
      .filter(([, count]) => count >= leastTexts && count >= leastShareOfTexts * texts.length)
      .map(([category, count]) => [
        category,
        `${count} of ${texts.length} sampled texts hold several words of ${specialCategories[category].label}`,
      ]),
  );
}

/** `cancer` in `cancer de mama` is one term, not two. */
function isNested(terms: ReadonlySet<string>): boolean {
  const [longest = ''] = [...terms].sort((a, b) => b.length - a.length);
  return [...terms].every((term) => ` ${longest} `.includes(` ${term} `));
}

let headerIndex: Map<string, { category: SpecialCategory; strength: 'strong' | 'weak' }> | undefined;

function createHeaderIndex(): NonNullable<typeof headerIndex> {
  const table: NonNullable<typeof headerIndex> = new Map();
  for (const [category, lists] of Object.entries(specialHeaders) as [
    SpecialCategory,
    (typeof specialHeaders)[SpecialCategory],
  ][]) {
    for (const strength of ['weak', 'strong'] as const)
      for (const phrase of lists[strength].split(/\s+/)) table.set(phrase, { category, strength });
  }
  return table;
}
