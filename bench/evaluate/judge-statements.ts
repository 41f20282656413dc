// What our person's statement would list against what was planted of him: which classes, and where each was seen. In:
// what was examined, the planted people, and who is whom. Out: how many are exact, tell too much, or too little.

import type { ExaminedPeople } from '../../src/pipeline/index.ts';
import type { NameOf, PlantedLeak } from './planted-leak.ts';

export interface JudgedStatements {
  checked: number;
  /** Statements with exactly the planted classes. */
  exact: number;
  /** Statements that list a class which was not planted: told of a loss that is none. */
  tooMuch: number;
  /** Statements without a class that was planted, of people all of whose rows a certain identifier links. */
  tooLittle: number;
  /** Statements without a class that stands only in a row nothing certain links. */
  partial: number;
  /** Statements that name a column where nothing of his stands, or do not name one where something does. */
  misplaced: number;
  /** The classes, and the columns of right classes, that were too many or too few, with how often. */
  wrongClasses: Record<string, number>;
  wrongPlaces: Record<string, number>;
}

/** Bits of an unsigned word; a leak of more classes or columns is judged by its first ones. */
const maxBits = 32;

export function judgeStatements(
  leak: PlantedLeak,
  { index, tables, report }: ExaminedPeople,
  ourOf: Int32Array,
): JudgedStatements {
  const placeOf = placesIn(tables, report, leak.nameOf);
  const classes = bitsOf([
    ...Object.keys(leak.classes),
    ...tables.flatMap(({ columns }) => columns.flatMap((column) => column.class ?? [])),
  ]);
  const places = bitsOf(placeOf.flat());
  const patterns = index.patterns.map(({ table, columns }) => ({
    classes: classes.mask(columns.map((column) => tables[table]!.columns[column]!.class)),
    places: places.mask(columns.map((column) => placeOf[table]![column]!)),
  }));
  const seenClasses = new Uint32Array(index.count);
  const seenPlaces = new Uint32Array(index.count);
  index.forEachExposure((our, pattern) => {
    seenClasses[our]! |= patterns[pattern]!.classes;
    seenPlaces[our]! |= patterns[pattern]!.places;
  });
  const judged: JudgedStatements = {
    checked: 0,
    exact: 0,
    tooMuch: 0,
    tooLittle: 0,
    partial: 0,
    misplaced: 0,
    wrongClasses: {},
    wrongPlaces: {},
  };
  leak.forEachPerson((person) => {
    const our = ourOf[person.number]!;
    if (our < 0) return;
    judged.checked++;
    const planted = classes.mask(person.classes);
    const more = (seenClasses[our]! & ~planted) >>> 0;
    const less = (planted & ~seenClasses[our]!) >>> 0;
    if (more === 0 && less === 0) judged.exact++;
    if (more !== 0) judged.tooMuch++;
    else if (less !== 0 && person.hasLooseRow) judged.partial++;
    else if (less !== 0) judged.tooLittle++;
    classes.count(person.hasLooseRow ? more : more | less, judged.wrongClasses);
    if (person.places === null) return;
    const at = places.mask(person.places);
    const wrong = seenPlaces[our]! & ~at;
    const missing = person.hasLooseRow ? 0 : at & ~seenPlaces[our]!;
    if ((wrong | missing) !== 0) judged.misplaced++;
    places.count(wrong | missing, judged.wrongPlaces);
  });
  return judged;
}

/** The name that the truth has for each column, by table. */
function placesIn(
  tables: ExaminedPeople['tables'],
  report: ExaminedPeople['report'],
  nameOf: NameOf = (_, { name }) => name,
): string[][] {
  // what stands outside of rows is no table of the report
  return tables.map(({ name, columns }, table) =>
    columns.map((column, i) => {
      const reported = report.tables[table]?.columns[i];
      return `${name}.${reported === undefined ? column.name : nameOf(name, reported)}`;
    }),
  );
}

interface Bits {
  mask(names: Iterable<string | null>): number;
  count(mask: number, into: Record<string, number>): void;
}

function bitsOf(all: readonly string[]): Bits {
  const names = [...new Set(all)].slice(0, maxBits);
  const bits = new Map(names.map((name, bit) => [name, bit]));
  return {
    mask(of) {
      let mask = 0;
      for (const name of of) {
        const bit = name === null ? undefined : bits.get(name);
        if (bit !== undefined) mask |= 1 << bit;
      }
      return mask >>> 0;
    },
    count(mask, into) {
      names.forEach((name, bit) => {
        if ((mask >>> bit) & 1) into[name] = (into[name] ?? 0) + 1;
      });
    },
  };
}
