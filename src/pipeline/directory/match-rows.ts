// Whose the rows of a directory are. In: the tokens of its rows, and the identifiers of the people as the vault has
// them. Out: for each row the one person whom all its keys allow, or why there is none. A key that many people share
// decides nothing; keys that speak of different people decide nothing either: nothing is guessed.

import { customerSort } from './directory-field.ts';
import { type DirectoryTokens, type KeyTokens, matchedBy } from './directory-tokens.ts';
import { mostFitting, RowSets } from './row-sets.ts';
import { TokenIndex } from './token-index.ts';

export interface MatchablePeople {
  /** People are numbered from 0. */
  count: number;
  /** Whether a person may be of the directory at all; null: everybody. */
  isAmong: ((person: number) => boolean) | null;
  /** The identifiers of people for a key; those with the same hash come one after another. */
  forEachIdentifier(
    key: Pick<KeyTokens, 'by' | 'sort'>,
    visit: (low: number, high: number, person: number) => void,
  ): Promise<void>;
}

export interface RowMatches {
  /** By row; -1 where it is nobody's, or not clear whose. */
  person: Int32Array;
  /** By row, bits of `matchedBy`: the keys that say so. */
  by: Uint8Array;
  /** Rows that fit several people, and how many: `mostFitting` + 1 stands for more. */
  several: Map<number, number>;
  /** Rows whose keys speak of different people, or contradict what is known of the person. */
  atOdds: number[];
}

/** Different numbers of these are different people; addresses and usernames one may have many of. */
function isOnesOwn({ by, sort }: KeyTokens): boolean {
  return by === 'number' || sort === customerSort;
}

export async function matchRows(tokens: DirectoryTokens, people: MatchablePeople): Promise<RowMatches> {
  const rows = new RowSets(tokens.rows);
  const by = new Uint8Array(tokens.rows);
  const held = new HeldByPeople(people.count);
  let named: RowSets | null = null;
  const fittings = tokens.keys.map(() => null as RowSets | null);
  for (const [number, key] of tokens.keys.entries()) {
    // keys of one sort share a walk over the people
    if (fittings[number] === null) {
      const alike = tokens.keys.flatMap((other, i) => (other.sort === key.sort ? [i] : []));
      const found = await fittingPeople(
        tokens.rows,
        alike.map((i) => tokens.keys[i]!),
        people,
        (high, person) => held.note(number, key.sort, high, person),
      );
      alike.forEach((i, at) => void (fittings[i] = found[at]!));
    }
    const fitting = fittings[number]!;
    // where a name is in the case as it is written, its variants would only add others
    if (key.by === 'nameVariant' && named) fitting.forget((row) => !named!.isNobody(row));
    if (key.by === 'name') named = fitting;
    rows.narrow(fitting, (row) => void (by[row]! |= matchedBy[key.by]));
  }
  tokens.keys.forEach((key, number) => {
    if (isOnesOwn(key)) excludeOthers(key, number, rows, by, held);
  });
  excludeOtherBirths(tokens.births, rows, by, held);
  return told(rows, by, tokens.rows);
}

/** What the people of the case have, as far as it can speak against a match. */
class HeldByPeople {
  /** Bits by the number of a key: the person has an identifier of its sort. */
  sorts: Uint32Array;
  /** As yyyymmdd; `several` where a person has more than one, so that none speaks against anything. */
  births: Uint32Array;

  constructor(people: number) {
    this.sorts = new Uint32Array(people);
    this.births = new Uint32Array(people);
  }

  note(key: number, sort: string, high: number, person: number): void {
    this.sorts[person]! |= 1 << key;
    if (sort !== 'nameAndBirth') return;
    const known = this.births[person]!;
    this.births[person] = known === 0 || known === high ? high : severalBirths;
  }
}

const severalBirths = 1;

/** For keys of one sort, whom their tokens fit. */
async function fittingPeople(
  rows: number,
  keys: readonly KeyTokens[],
  people: MatchablePeople,
  note: (high: number, person: number) => void,
): Promise<RowSets[]> {
  let person = 0;
  const looked = keys.map((key) => {
    const fitting = new RowSets(rows);
    const add = (at: number) => fitting.add(key.rows === null ? at : key.rows[at]!, person);
    return { fitting, add, index: new TokenIndex(key.low, key.high) };
  });
  let [lastLow, lastHigh, sharing] = [0, 0, 0];
  await people.forEachIdentifier(keys[0]!, (low, high, owner) => {
    if (people.isAmong !== null && !people.isAmong(owner)) return;
    note(high, owner);
    sharing = low === lastLow && high === lastHigh ? sharing + 1 : 0;
    lastLow = low;
    lastHigh = high;
    // a crowd is known for one by now: the rest of it would cost rows times people
    if (sharing > mostFitting) return;
    person = owner;
    for (const { index, add } of looked) index.forEach(low, high, add);
  });
  return looked.map(({ fitting }) => fitting);
}

/** A row that has a number of its own is nobody's who has another. */
function excludeOthers(
  key: KeyTokens,
  number: number,
  rows: RowSets,
  by: Uint8Array,
  { sorts }: HeldByPeople,
): void {
  const bit = 1 << number;
  for (let at = 0; at < key.low.length; at++) {
    if (key.low[at] === 0 && key.high[at] === 0) continue;
    const row = key.rows === null ? at : key.rows[at]!;
    if ((by[row]! & matchedBy[key.by]) === 0) rows.filter(row, (person) => (sorts[person]! & bit) === 0);
  }
}

/** An address may be a couple's, and a number mistyped as another's: who was born on another day is somebody else. */
function excludeOtherBirths(
  births: Uint32Array,
  rows: RowSets,
  by: Uint8Array,
  { births: known }: HeldByPeople,
): void {
  const decided = matchedBy.name | matchedBy.nameVariant;
  for (let row = 0; row < births.length; row++) {
    const birth = births[row]!;
    if (birth === 0 || by[row] === 0 || (by[row]! & decided) !== 0) continue;
    rows.filter(row, (person) => known[person]! <= severalBirths || known[person] === birth);
  }
}

function told(rows: RowSets, by: Uint8Array, count: number): RowMatches {
  const person = new Int32Array(count).fill(-1);
  const several = new Map<number, number>();
  const atOdds: number[] = [];
  for (let row = 0; row < count; row++) {
    person[row] = rows.personOf(row);
    if (person[row]! >= 0 || rows.isNobody(row)) continue;
    if (rows.isAtOdds(row)) atOdds.push(row);
    else several.set(row, rows.countOf(row));
  }
  return { person, by, several, atOdds };
}
