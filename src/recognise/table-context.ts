/*
 * What a table says about its columns before any is classified: what its name means, and whether a key in it points at
 * people. In: the table's name, its columns' facts. Out: yes or no each.
 */

import { identifierWords } from './column-header.ts';
import type { ColumnFacts } from './column-facts.ts';
import {
  accountTables,
  advertTables,
  organisationTables,
  peopleTables,
  personKeys,
  thingTables,
} from './lexicon/table-words.ts';

export interface TableContext {
  /** Named for people: `customers`, `candidats`. */
  isPeople: boolean;
  /** Named for accounts people log in with. */
  isAccounts: boolean;
  /** Named for firms or places of business. */
  isOrganisations: boolean;
  /** Named for things that have names, and not for people. */
  isThings: boolean;
  /** Named for adverts, and without anybody's first and last name. */
  isAdverts: boolean;
  /** A key to people is among the columns. */
  hasPersonKey: boolean;
}

const applicationWords = new Set(
  'application applications candidature candidatures bewerbung bewerbungen solicitud solicitudes sollicitatie sollicitaties candidatura'.split(
    ' ',
  ),
);

export function tableContext(name: string, columns: readonly ColumnFacts[]): TableContext {
  const words = identifierWords(name);
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  const isNamed = (list: ReadonlySet<string>): boolean => ends.some((word) => isIn(list, word));
  const hasFullNames = columns.some(
    ({ header }) => header.matches.has('firstName') || header.matches.has('birthDate'),
  );
  return {
    isPeople: isIn(peopleTables, ends[1]!) || (isIn(peopleTables, ends[0]!) && words.length === 1),
    isAccounts: isNamed(accountTables),
    isOrganisations: isNamed(organisationTables),
    isThings: isIn(thingTables, ends[1]!) && !words.some((word) => isIn(peopleTables, word)),
    isAdverts:
      isNamed(advertTables) &&
      !hasFullNames &&
      !words.some((word) => applicationWords.has(word) || isIn(peopleTables, word)),
    hasPersonKey:
      columns.some(({ header }) => isPersonKey(header.words)) ||
      words.some((word) => isIn(peopleTables, word)),
  };
}

function isIn(list: ReadonlySet<string>, word: string): boolean {
  return (
    list.has(word) ||
    (word.endsWith('s') && list.has(word.slice(0, -1))) ||
    (word.endsWith('ies') && list.has(`${word.slice(0, -3)}y`))
  );
}

/** `uid`, `candidate_id`, `id_client`, `customerId`. */
function isPersonKey(words: readonly string[]): boolean {
  if (words.length === 1) return words[0] === 'uid' || words[0] === 'userid';
  return (
    words.some((word) => word === 'id' || word === 'fk' || word === 'uid') &&
    words.some((word) => personKeys.has(word))
  );
}
