// Which rows of a directory reach which people, once it is known whose each row is. In: matches, and a way to the
// contacts of rows. Out: for each person the rows that give his contacts, and the rows that are set aside with the
// reason. Where two rows that are equally sure say different things of one person, neither is taken.

import { matchedBy, type MatchedBy } from './directory-tokens.ts';
import type { RowMatches } from './match-rows.ts';

/** Why a row gives nobody's contacts although it has keys of somebody in the case. */
export const doubtReasons = ['several people', 'keys disagree', 'rows differ', 'less sure'] as const;

export type DoubtReason = (typeof doubtReasons)[number];

/** By row, in order; `fits`: people for `several people`, rows of the person for `rows differ`, else 0. */
export interface Doubts {
  row: Uint32Array;
  reason: Uint8Array;
  fits: Uint32Array;
}

export interface SettledRows {
  /** One entry for each row that is taken, in the order of people, then rows. */
  person: Uint32Array;
  row: Uint32Array;
  by: Uint8Array;
  doubts: Doubts;
  /** Whom at least one row reaches. */
  people: number;
  /** Who has rows, but ones that say different things. */
  unclearPeople: number;
  /** By the surest key of each taken row. */
  rowsBy: Record<MatchedBy, number>;
}

/** What a row says of where somebody is reached, each in a form in which spellings agree; 0 for nothing. */
export type ContactPrints = readonly [email: number, phone: number, post: number];

/** Calls `visit` for each of `rows`, which are in order. */
export type VisitPrints = (rows: Uint32Array, visit: (row: number, prints: ContactPrints) => void) => void;

/** `people`: how many there are in the case. */
export function settleRows(matches: RowMatches, people: number, visitPrints: VisitPrints): SettledRows {
  const { person: owner, by } = matches;
  const surest = new Uint8Array(people);
  const count = new Uint32Array(people);
  for (let row = 0; row < owner.length; row++) {
    const person = owner[row]!;
    if (person < 0) continue;
    const tier = surestOf(by[row]!);
    if (surest[person] !== 0 && surest[person]! < tier) continue;
    if (surest[person] !== tier) count[person] = 0;
    surest[person] = tier;
    count[person]!++;
  }
  const isTaken = (row: number) =>
    owner[row]! >= 0 && surestOf(by[row]!) === surest[owner[row]!] && unclear[owner[row]!] === 0;
  const unclear = unclearPeople(owner, by, surest, count, visitPrints);
  const taken = takenRows(owner, by, people, isTaken);
  const rowsBy: SettledRows['rowsBy'] = { number: 0, customer: 0, email: 0, name: 0, nameVariant: 0 };
  for (const bits of taken.by) rowsBy[nameOfBit.get(surestOf(bits))!]++;
  return {
    person: taken.person,
    row: taken.row,
    by: taken.by,
    doubts: doubtsOf(matches, (row) => {
      const person = owner[row]!;
      if (person < 0 || isTaken(row)) return null;
      return surestOf(by[row]!) === surest[person]
        ? { reason: 2, fits: count[person]! }
        : { reason: 3, fits: 0 };
    }),
    people: countOf(count, (person) => unclear[person] === 0),
    unclearPeople: countOf(count, (person) => unclear[person] === 1),
    rowsBy,
  };
}

/** The bit of the surest key. */
function surestOf(by: number): number {
  return by & -by;
}

const nameOfBit = new Map<number, MatchedBy>(
  Object.entries(matchedBy).map(([name, bit]) => [bit, name as MatchedBy]),
);

function countOf(count: Uint32Array, isCounted: (person: number) => boolean): number {
  let sum = 0;
  for (let person = 0; person < count.length; person++) if (count[person]! > 0 && isCounted(person)) sum++;
  return sum;
}

/** 1 for people of whom rows that are equally sure give different contacts. */
function unclearPeople(
  owner: Int32Array,
  by: Uint8Array,
  surest: Uint8Array,
  count: Uint32Array,
  visitPrints: VisitPrints,
): Uint8Array {
  const unclear = new Uint8Array(count.length);
  const rows: number[] = [];
  for (let row = 0; row < owner.length; row++) {
    const person = owner[row]!;
    if (person >= 0 && count[person]! > 1 && surestOf(by[row]!) === surest[person]) rows.push(row);
  }
  if (rows.length === 0) return unclear;
  const said = [0, 1, 2].map(() => new Uint32Array(count.length));
  visitPrints(Uint32Array.from(rows), (row, prints) => {
    const person = owner[row]!;
    prints.forEach((print, i) => {
      if (print === 0) return;
      const known = said[i]![person]!;
      if (known !== 0 && known !== print) unclear[person] = 1;
      said[i]![person] = print;
    });
  });
  return unclear;
}

function takenRows(owner: Int32Array, by: Uint8Array, people: number, isTaken: (row: number) => boolean) {
  const ends = new Uint32Array(people + 1);
  for (let row = 0; row < owner.length; row++) if (isTaken(row)) ends[owner[row]! + 1]!++;
  for (let person = 0; person < people; person++) ends[person + 1]! += ends[person]!;
  const row = new Uint32Array(ends[people]!);
  const person = new Uint32Array(row.length);
  for (let at = 0; at < owner.length; at++) {
    if (!isTaken(at)) continue;
    const place = ends[owner[at]!]!++;
    row[place] = at;
    person[place] = owner[at]!;
  }
  const bits = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i++) bits[i] = by[row[i]!]!;
  return { row, person, by: bits };
}

function doubtsOf(
  { person, several, atOdds }: RowMatches,
  setAside: (row: number) => { reason: number; fits: number } | null,
): Doubts {
  const [row, reason, fits]: number[][] = [[], [], []];
  const disagreeing = new Set(atOdds);
  for (let at = 0; at < person.length; at++) {
    const people = several.get(at);
    const doubt =
      people !== undefined
        ? { reason: 0, fits: people }
        : disagreeing.has(at)
          ? { reason: 1, fits: 0 }
          : setAside(at);
    if (doubt === null) continue;
    row!.push(at);
    reason!.push(doubt.reason);
    fits!.push(doubt.fits);
  }
  return { row: Uint32Array.from(row!), reason: Uint8Array.from(reason!), fits: Uint32Array.from(fits!) };
}
