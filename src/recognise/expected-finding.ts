/*
 * What a column will hold once something stands in it, by its name alone: a date of death that few rows have is still
 * empty where a table begins. In: names of columns. Out: a finding to plan by, never one to tell of. Addresses are left
 * out: whether a column holds them decides how its texts are searched.
 */

import { commonPrefix, identifierWords, readHeader } from './column-header.ts';
import { type ClassFinding, finding } from './finding.ts';

/** Log-odds from which on a name says it by itself. */
const telling = 3;

export function expectedFindings(names: readonly (string | null)[]): (ClassFinding | null)[] {
  const words = names.map((name) => (name === null ? [] : identifierWords(name)));
  const prefix = commonPrefix(words);
  return words.map((own) => {
    const header = readHeader(own, prefix);
    const [best] = [...header.matches].sort((a, b) => b[1].weight - a[1].weight);
    if (best === undefined || header.isTurned || best[1].weight < telling || best[0] === 'email') return null;
    const [validator, { weight, phrase }] = best;
    const evidence = { name: phrase, sampled: 0, passed: 0, chance: 1 };
    return finding({ validator, kind: null, logOdds: weight, standing: 'context', evidence });
  });
}
