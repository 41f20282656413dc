// Whether people of the source are named in columns that were to be kept. In: columns with their proposed rules and sampled
// values. Out: a test of values: a first and a last name side by side, or a full name, that other columns have.

import { type ColumnRule, isMaskRule } from '../../../mask/index.ts';

export interface SampledColumn {
  column: string;
  rule: ColumnRule;
  values: readonly string[];
}

/** True where one of the values names somebody. */
export type NamesSomebody = (values: readonly string[]) => boolean;

export function knownPeople(columns: Iterable<SampledColumn>): NamesSomebody {
  const first = new Set<string>();
  const last = new Set<string>();
  const whole = new Set<string>();
  for (const { rule, values } of columns) {
    const method = isMaskRule(rule) ? rule.mask : null;
    if (method === 'full-name')
      for (const value of values) {
        const words = wordsOf(value);
        if (words.length > 1) whole.add(words.join(' '));
      }
    const names = method === 'first-name' ? first : method === 'last-name' ? last : null;
    if (names) for (const value of values) for (const word of wordsOf(value)) names.add(word);
  }
  const isNamed = (value: string): boolean => {
    const words = wordsOf(value);
    if (words.length < 2) return false;
    if (whole.has(words.join(' '))) return true;
    return words.some((word, i) => {
      const next = words[i + 1];
      return (
        next !== undefined && ((first.has(word) && last.has(next)) || (last.has(word) && first.has(next)))
      );
    });
  };
  return (values) => values.some(isNamed);
}

function wordsOf(value: string): string[] {
  const folded = value.slice(0, looked).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.split(/[^\p{L}]+/u).filter((word) => word.length > 1);
}

/** Characters of a value. */
const looked = 200;
