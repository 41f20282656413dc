// What a vault knows of each person, for whoever publishes it: what he lost, of which controllers, and the hashes he is
// known by. In: an open vault. Out: numbers in flat arrays, people by their numbers; no value. Twelve bytes a person
// while it works, and twelve an identifier.

import type Database from 'better-sqlite3-multiple-ciphers';

/** A data class and what is known of its kinds: the person's own, else those of the columns. */
export interface LostClass {
  class: string;
  kinds: string[];
}

export interface PeopleLosses {
  /** By person: bits of `personFlags`, the number of what the rows held, and of whose the person is. */
  flags: Uint8Array;
  profiles: Uint32Array;
  holders: Uint32Array;
  /** By profile, in the order of the classes' names. */
  classesOf: Map<number, LostClass[]>;
  /** Names of controllers, by `holders`; the first is nobody. */
  holdersOf: string[][];
}

export function readLosses(db: Database.Database): PeopleLosses {
  const people = db.prepare('SELECT coalesce(max(person) + 1, 0) FROM person').pluck().get() as number;
  const flags = new Uint8Array(people);
  const profiles = new Uint32Array(people);
  for (const [person, bits, profile] of rowsOf(db, 'SELECT person, flags, profile FROM person')) {
    flags[person!] = bits!;
    profiles[person!] = profile!;
  }
  return { flags, profiles, classesOf: readClasses(db, 'profile'), ...readHolders(db, people) };
}

function rowsOf(db: Database.Database, query: string, ...values: unknown[]): IterableIterator<number[]> {
  return db
    .prepare(query)
    .raw()
    .iterate(...values) as IterableIterator<number[]>;
}

function readClasses(db: Database.Database, table: 'profile' | 'member_profile'): Map<number, LostClass[]> {
  const columnKinds = new Map<number, string[]>();
  const kindRows = db.prepare('SELECT place, kind FROM place_kind ORDER BY place, number').raw().all();
  for (const [place, kind] of kindRows as [number, string][]) {
    const known = columnKinds.get(place);
    if (known) known.push(kind);
    else columnKinds.set(place, [kind]);
  }
  const held = db
    .prepare(
      `SELECT DISTINCT profile, class, place, kind FROM ${table} JOIN pattern USING (pattern) JOIN place USING (place)
       WHERE class <> '' ORDER BY profile, class, place`,
    )
    .raw()
    .iterate() as IterableIterator<[number, string, number, string | null]>;
  const classesOf = new Map<number, LostClass[]>();
  for (const [profile, dataClass, place, kind] of held) {
    let classes = classesOf.get(profile);
    if (classes === undefined) classesOf.set(profile, (classes = []));
    let last = classes.at(-1);
    if (last?.class !== dataClass) classes.push((last = { class: dataClass, kinds: [] }));
    for (const known of kind === null ? (columnKinds.get(place) ?? []) : [kind])
      if (!last.kinds.includes(known)) last.kinds.push(known);
  }
  for (const classes of classesOf.values()) for (const { kinds } of classes) kinds.sort();
  return classesOf;
}

/** People of the same controllers have the same number. */
function readHolders(db: Database.Database, people: number): Pick<PeopleLosses, 'holders' | 'holdersOf'> {
  const holders = new Uint32Array(people);
  const holdersOf: string[][] = [[]];
  const controllers = db.prepare('SELECT controller, name FROM controller ORDER BY name').raw().all();
  for (const [controller, name] of controllers as [number, string][]) {
    const withThis = new Map<number, number>();
    for (const [person] of rowsOf(db, 'SELECT person FROM member WHERE controller = ?', controller)) {
      const before = holders[person!]!;
      let after = withThis.get(before);
      if (after === undefined) {
        after = holdersOf.push([...holdersOf[before]!, name]) - 1;
        withThis.set(before, after);
      }
      holders[person!] = after;
    }
  }
  return { holders, holdersOf };
}

/** What rows of single controllers hold of their people. */
export interface MemberLosses {
  /** Names of controllers, by number of `of`. */
  controllers: string[];
  /** Of a person: his controllers in the order of their names, and the profile that each has of him. */
  of: (person: number) => { controller: number; profile: number }[];
  classesOf: Map<number, LostClass[]>;
}

/** Of a case that is split. Twelve bytes a person and controller, and four a person. */
export function readMemberLosses(db: Database.Database): MemberLosses {
  const people = db.prepare('SELECT coalesce(max(person) + 1, 0) FROM person').pluck().get() as number;
  const members = db.prepare('SELECT count(*) FROM member').pluck().get() as number;
  const named = db.prepare('SELECT controller, name FROM controller ORDER BY name').raw().all() as [
    number,
    string,
  ][];
  const first = new Int32Array(people).fill(-1);
  const next = new Int32Array(members);
  const controllers = new Uint32Array(members);
  const profiles = new Uint32Array(members);
  let count = 0;
  // the last is put first, so that each person's list is in the order of the names
  for (let place = named.length - 1; place >= 0; place--)
    for (const [person, profile] of rowsOf(
      db,
      'SELECT person, profile FROM member WHERE controller = ?',
      named[place]![0],
    )) {
      if (count === members) break;
      [controllers[count], profiles[count], next[count]] = [place, profile!, first[person!]!];
      first[person!] = count++;
    }
  return {
    controllers: named.map(([, name]) => name),
    of(person) {
      const held: { controller: number; profile: number }[] = [];
      for (let at = first[person]!; at >= 0; at = next[at]!)
        held.push({ controller: controllers[at]!, profile: profiles[at]! });
      return held;
    },
    classesOf: readClasses(db, 'member_profile'),
  };
}

/** Identifiers of one sort with whose they are, in ascending order of `top`, then `bottom`. */
export interface OwnedHashes {
  /** Words of the hash; in `top` the sign bit is turned, so that the order is that of unsigned numbers. */
  top: Uint32Array;
  bottom: Uint32Array;
  person: Uint32Array;
}

/** What a hash's word is turned by to stand in `top`. */
export const topTurned = 0x80000000;

/** Sorts of which the vault has identifiers. */
export function sortsIn(db: Database.Database): string[] {
  return db.prepare('SELECT name FROM sort ORDER BY name').pluck().all() as string[];
}

export function ownedHashes(db: Database.Database, sort: string): OwnedHashes {
  const number = db.prepare('SELECT sort FROM sort WHERE name = ?').pluck().get(sort) as number | undefined;
  const count =
    number === undefined
      ? 0
      : (db.prepare('SELECT count(*) FROM identifier WHERE sort = ?').pluck().get(number) as number);
  const top = new Uint32Array(count);
  const bottom = new Uint32Array(count);
  const person = new Uint32Array(count);
  let at = 0;
  if (count > 0)
    for (const [high, low, owner] of rowsOf(
      db,
      'SELECT (hash >> 32) & 4294967295, hash & 4294967295, person FROM identifier WHERE sort = ? ORDER BY hash, person',
      number,
    )) {
      top[at] = high! ^ topTurned;
      bottom[at] = low!;
      person[at++] = owner!;
    }
  return { top, bottom, person };
}

/** Hashes of one sort that stand in texts or beside somebody's own identifier, each once, in the same order. */
export function mentionedHashes(db: Database.Database, sort: string): Omit<OwnedHashes, 'person'> {
  const different = 'SELECT DISTINCT hash FROM mention WHERE sort = (SELECT sort FROM sort WHERE name = ?)';
  const count = db.prepare(`SELECT count(*) FROM (${different})`).pluck().get(sort) as number;
  const top = new Uint32Array(count);
  const bottom = new Uint32Array(count);
  let at = 0;
  for (const [high, low] of rowsOf(
    db,
    `SELECT (hash >> 32) & 4294967295, hash & 4294967295 FROM (${different} ORDER BY hash)`,
    sort,
  )) {
    top[at] = high! ^ topTurned;
    bottom[at++] = low!;
  }
  return { top, bottom };
}

/** Columns in which hashes of one sort stand that are nobody's own; of text outside of rows a name for it. */
export function mentioningPlaces(
  db: Database.Database,
  sort: string,
): { delivery: number; table: string; column: string }[] {
  return db
    .prepare(
      `SELECT DISTINCT delivery, table_name AS "table", column_name AS "column"
       FROM mention JOIN place USING (place) JOIN part USING (part)
       WHERE sort = (SELECT sort FROM sort WHERE name = ?)`,
    )
    .all(sort) as { delivery: number; table: string; column: string }[];
}

/** Dates of birth as yyyymmdd that stand beside a person's name. */
export interface BirthDates {
  /** By person; 0 for none. */
  first: Uint32Array;
  /** Of those whose rows differ, the others. */
  more: Map<number, number[]>;
}

export function birthDatesIn(db: Database.Database): BirthDates {
  const people = db.prepare('SELECT coalesce(max(person) + 1, 0) FROM person').pluck().get() as number;
  const first = new Uint32Array(people);
  const more = new Map<number, number[]>();
  const query = `SELECT person, hash & 4294967295 FROM identifier
                 WHERE sort = (SELECT sort FROM sort WHERE name = 'nameAndBirth')`;
  for (const [person, birth] of rowsOf(db, query)) {
    const known = first[person!]!;
    if (known === birth) continue;
    if (known === 0) first[person!] = birth!;
    else {
      const others = more.get(person!) ?? [];
      if (!others.includes(birth!))
        more.set(
          person!,
          [...others, birth!].toSorted((a, b) => a - b),
        );
    }
  }
  return { first, more };
}
