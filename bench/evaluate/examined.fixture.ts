// An examination and a leak of a few people made by hand, for the tests of what judges them. Identifiers are told by
// short texts, whose hash is their letters.

import type { ExaminedPeople } from '../../src/pipeline/index.ts';
import type { PlantedLeak, PlantedPerson, Sort } from './planted-leak.ts';

export interface Held {
  /** 'email:a', 'nameAndBirth:x' */
  identifiers: readonly string[];
  classes: readonly string[];
}

function hashOf(text: string): [number, number] {
  let low = 7;
  for (const sign of text) low = (Math.imul(low, 31) + sign.charCodeAt(0)) >>> 0;
  return [low, text.length];
}

/** Each of `ours` is one person as found. */
export function examinedOf(ours: readonly Held[]): ExaminedPeople {
  const classes = [...new Set(ours.flatMap((our) => our.classes))];
  const index: ExaminedPeople['index'] = {
    count: ours.length,
    flags: () => 0,
    patterns: ours.map((our) => ({
      table: 0,
      columns: our.classes.map((name) => classes.indexOf(name)),
      kinds: our.classes.map(() => null),
    })),
    forEachIdentifier(visit) {
      ours.forEach((our, person) => {
        for (const identifier of our.identifiers) {
          const [sort, text] = identifier.split(':') as [Sort, string];
          visit(person, sort, ...hashOf(text));
        }
      });
    },
    forEachExposure(visit) {
      ours.forEach((_, person) => visit(person, person));
    },
    forEachFurtherIdentifier() {},
    personOf: (_, record) => record,
    forEachPatternOf: (_, record, visit) => visit(record),
  };
  const columns = classes.map((name) => ({ name, class: name, kind: null, kinds: [] }));
  const partly = {
    index,
    tables: [{ name: 'table', columns, sources: [] }],
    report: { tables: [{ name: 'table', columns }] },
    hash: (_: Sort, text: string) => hashOf(text),
  };
  return partly as unknown as ExaminedPeople;
}

/** Links are written 'email:a', what is no certain link 'phone?:1'. */
export interface Planted {
  identifiers: readonly string[];
  names?: readonly string[];
  hasLooseRow?: boolean;
  classes?: readonly string[];
  /** By table and column; columns are named as their class. */
  places?: readonly string[];
}

export function leakOf(people: readonly Planted[]): PlantedLeak {
  const all = people.map(
    ({ identifiers, names = [], hasLooseRow = false, classes = [], places }, number): PlantedPerson => ({
      number,
      identifiers: identifiers.map((identifier) => {
        const [sort, text] = identifier.split(':') as [string, string];
        return { sort: sort.replace('?', '') as Sort, text, isLink: !sort.endsWith('?') };
      }),
      names: [...names],
      hasLooseRow,
      classes,
      places: places ?? null,
    }),
  );
  const classes = [...new Set(people.flatMap((person) => person.classes ?? []))];
  return {
    name: 'by hand',
    shape: 'by hand',
    dirt: 'none',
    seed: 0,
    isUsualDirt: true,
    paths: [],
    now: new Date(0),
    people: people.length,
    testAccounts: 0,
    unprovable: 0,
    mentioned: 0,
    minors: null,
    deceased: null,
    columns: {},
    classes: Object.fromEntries(classes.map((name) => [name, 1])),
    forEachPerson: (visit) => all.forEach((person) => visit(person)),
  };
}
