/*
 * Rows of a directory and people of a case that are nobody: tokens are small numbers, people are numbers.
 */
import type { DirectoryTokens, KeyTokens, MatchedBy } from './directory-tokens.ts';
import { matchRows, type RowMatches } from './match-rows.ts';

export type Identifier = readonly [sort: string, hash: number, person: number];

export const day = 1980_01_01;

/** A token of a row: a hash of 1 and up, or none. */
export interface Row {
  nir?: number | undefined;
  email?: number | undefined;
  name?: number | undefined;
  variants?: number[];
  born?: number | undefined;
}

export function tokensOf(rows: readonly Row[]): DirectoryTokens {
  const byRow = (by: MatchedBy, sort: string, of: (row: Row) => number | undefined): KeyTokens => ({
    by,
    sort,
    rows: null,
    low: Uint32Array.from(rows, (row) => of(row) ?? 0),
    high: new Uint32Array(rows.length),
  });
  const named = (by: MatchedBy, of: (row: Row) => number[]): KeyTokens => {
    const list = rows.flatMap((row, i) => of(row).map((hash) => [i, hash, row.born ?? 0] as const));
    return {
      by,
      sort: 'nameAndBirth',
      rows: Uint32Array.from(list, ([row]) => row),
      low: Uint32Array.from(list, ([, hash]) => hash),
      high: Uint32Array.from(list, ([, , born]) => born),
    };
  };
  return {
    rows: rows.length,
    channels: new Uint8Array(rows.length),
    births: Uint32Array.from(rows, ({ born }) => born ?? 0),
    keys: [
      byRow('number', 'nir', ({ nir }) => nir),
      byRow('email', 'email', ({ email }) => email),
      named('name', ({ name, born }) => (name !== undefined && born !== undefined ? [name] : [])),
      named('nameVariant', ({ variants, born }) => (born === undefined ? [] : (variants ?? []))),
    ],
  };
}

export function peopleOf(
  identifiers: readonly Identifier[],
  count = 50,
  born: (person: number) => number = () => day,
) {
  return {
    count,
    isAmong: null as ((person: number) => boolean) | null,
    async forEachIdentifier(
      { sort }: { sort: string },
      visit: (low: number, high: number, person: number) => void,
    ) {
      const wanted = identifiers.filter(([of]) => of === sort);
      const words = wanted.map(
        ([, hash, person]) => [hash, sort === 'nameAndBirth' ? born(person) : 0, person] as const,
      );
      for (const entry of words.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]))
        visit(...entry);
    },
  };
}

export function matched(rows: Row[], identifiers: Identifier[]): Promise<RowMatches> {
  return matchRows(tokensOf(rows), peopleOf(identifiers));
}
