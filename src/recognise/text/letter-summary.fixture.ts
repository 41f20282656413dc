/*
 * A person that was read, written down as the fixtures write down who is expected, and the score of many. In: what
 * `readText` gives, letters. Out: comparable values; counts of right, wrong and missed people and values.
 */

import { foldText } from '../names.ts';
import type { ExpectedPerson, Letter } from './letter.fixture.ts';
import type { TextPerson, TextReading } from './text-field.ts';

const keys: Readonly<Record<string, string>> = { streetAddress: 'street' };

/** The words of a name in alphabetical order. */
export function nameWords(name: string): string {
  return [...new Set(foldText(name).split(' '))].toSorted().join(' ');
}

/** `name=…`, `nir=…`: in alphabetical order. */
export function summaryOf({ fields }: TextPerson): string[] {
  const names = fields.filter(({ validator }) => validator.endsWith('Name')).map(({ value }) => value);
  const others = fields.filter(({ validator }) => !validator.endsWith('Name'));
  return [
    `name=${nameWords(names.join(' '))}`,
    ...others.map(({ validator, value }) => `${keys[validator] ?? validator}=${value}`),
  ].toSorted();
}

export function expectedOf(person: ExpectedPerson): string[] {
  return Object.entries(person)
    .flatMap(([key, value]: [string, string | readonly string[]]) =>
      [value].flat().map((one) => `${key}=${key === 'name' ? nameWords(one) : one}`),
    )
    .toSorted();
}

export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** People count by their names; values, names among them, count within the people that were found. */
export function score(
  letters: readonly Letter[],
  read: (text: string) => TextReading,
): { people: Score; values: Score } {
  const people = { right: 0, wrong: 0, missed: 0 };
  const values = { right: 0, wrong: 0, missed: 0 };
  const count = (into: Score, got: readonly string[], wanted: readonly string[]): void => {
    into.right += got.filter((one) => wanted.includes(one)).length;
    into.wrong += got.filter((one) => !wanted.includes(one)).length;
    into.missed += wanted.filter((one) => !got.includes(one)).length;
  };
  for (const letter of letters) {
    const got = read(letter.text).people.map(summaryOf);
    const wanted = letter.people.map(expectedOf);
    count(people, got.map(nameOf), wanted.map(nameOf));
    for (const name of new Set([...got, ...wanted].map(nameOf))) {
      const one = got.find((all) => nameOf(all) === name) ?? [];
      const other = wanted.find((all) => nameOf(all) === name) ?? [];
      count(values, one, other);
    }
  }
  return { people, values };
}

function nameOf(summary: readonly string[]): string {
  return summary.find((one) => one.startsWith('name='))!;
}
