/*
 * What an identifier says of its holder against what stands in the same rows: date of birth and sex. In: the columns of
 * a table, the passing values of one of them. Out: in how many rows they agree. A stranger's date agrees with none.
 */

import type { ColumnFacts } from './column-facts.ts';
import { dateValue } from './dates.ts';
import { longestIdentifier, type DecodedFacts, type Identifier } from './identifiers/identifier.ts';
import type { SampledValue } from './sampled-value.ts';

export interface SiblingFacts {
  /** yyyymmdd by row, of each column of dates of birth. */
  births: readonly ReadonlyMap<number, number>[];
  sexes: readonly ReadonlyMap<number, 'F' | 'M'>[];
}

export interface Agreement {
  compared: number;
  agreeing: number;
}

/** More rows say no more. */
const mostCompared = 64;
const mostColumns = 3;
const women = new Set(
  'f female femme feminin w weiblich frau fr mme mlle madame mademoiselle mrs ms miss woman mujer femenino sra donna femmina sigra vrouw mevr mevrouw feminino kobieta k pani kvinna kvinde nainen zena'.split(
    ' ',
  ),
);
const men = new Set(
  'm male homme h masculin mann mannlich maennlich herr hr mr monsieur man hombre masculino sr varon uomo maschio sig dhr heer mezczyzna pan mand mies muz'.split(
    ' ',
  ),
);
const decoder = new TextDecoder();
const normal = new Uint8Array(longestIdentifier);

export function siblingFacts(columns: readonly ColumnFacts[]): SiblingFacts {
  const named = (validator: 'birthDate' | 'gender' | 'salutation'): ColumnFacts[] =>
    columns.filter(({ header }) => header.matches.has(validator)).slice(0, mostColumns);
  return {
    births: named('birthDate').map(
      ({ values }) =>
        new Map(
          values
            .map(({ rowId, bytes }): [number, number] => [rowId, dateValue(bytes, 0, bytes.length)])
            .filter(([, date]) => date > 0),
        ),
    ),
    sexes: [...named('gender'), ...named('salutation')].map(
      ({ values }) =>
        new Map(
          values
            .map(({ rowId, folded }): [number, 'F' | 'M' | null] => [rowId, sexOf(folded)])
            .filter((entry): entry is [number, 'F' | 'M'] => entry[1] !== null),
        ),
    ),
  };
}

function sexOf(folded: string): 'F' | 'M' | null {
  const word = folded.replaceAll('.', '');
  return women.has(word) ? 'F' : men.has(word) ? 'M' : null;
}

/** The best agreement of the dates of birth in the numbers with a column of the table. */
export function birthAgreement(
  identifier: Identifier,
  values: readonly SampledValue[],
  { births }: SiblingFacts,
): Agreement {
  return best(identifier, values, births, (facts, date) => agreesWithBirth(facts, date));
}

export function sexAgreement(
  identifier: Identifier,
  values: readonly SampledValue[],
  { sexes }: SiblingFacts,
): Agreement {
  return best(identifier, values, sexes, (facts, sex) =>
    facts.sex === undefined ? null : facts.sex === sex,
  );
}

function best<T>(
  identifier: Identifier,
  values: readonly SampledValue[],
  siblings: readonly ReadonlyMap<number, T>[],
  agrees: (facts: DecodedFacts, sibling: T) => boolean | null,
): Agreement {
  let most: Agreement = { compared: 0, agreeing: 0 };
  if (identifier.decode === undefined) return most;
  for (const sibling of siblings) {
    const here: Agreement = { compared: 0, agreeing: 0 };
    for (const { rowId, bytes } of values) {
      const other = sibling.get(rowId);
      if (other === undefined) continue;
      const length = identifier.normalise(bytes, 0, bytes.length, normal);
      if (length === 0) continue;
      const answer = agrees(identifier.decode(decoder.decode(normal.subarray(0, length))), other);
      if (answer === null) continue;
      here.compared++;
      if (answer) here.agreeing++;
      if (here.compared === mostCompared) break;
    }
    if (here.agreeing > most.agreeing || most.compared === 0) most = here;
  }
  return most;
}

/** Null where the number says too little to be compared. */
export function agreesWithBirth(facts: DecodedFacts, date: number): boolean | null {
  const { birthYear, birthYearOfCentury, birthMonth, birthDay } = facts;
  if ((birthYear ?? birthYearOfCentury) === undefined || birthMonth === undefined) return null;
  const year = Math.floor(date / 10_000);
  if (birthYear === undefined ? birthYearOfCentury !== year % 100 : birthYear !== year) return false;
  return birthMonth === Math.floor(date / 100) % 100 && (birthDay === undefined || birthDay === date % 100);
}
