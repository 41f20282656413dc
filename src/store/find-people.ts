// Who has an identifier, and what each of them lost, where it was seen. In: an open vault and the hashes under which
// the identifier may be known. Out: people of the case; numbers and names of places, no value.

import type Database from 'better-sqlite3-multiple-ciphers';
import { storedHash } from './sorted-hashes.ts';

export interface HashedIdentifier {
  sort: string;
  low: number;
  high: number;
}

export interface SeenIn {
  delivery: number;
  table: string;
  column: string;
  class: string;
  /** Of this person's own values where that is known; else of the whole column, most frequent first. */
  kinds: string[];
  /** Files of the delivery that hold rows of the table: this person's rows may be in any of them. */
  files: string[];
  /** How many rows about this person hold it. */
  rows: number;
}

export interface FoundPerson {
  person: number;
  flags: number;
  /** The sorts of identifier by which he was found. */
  by: string[];
  seen: SeenIn[];
  /** Columns, of the tables he is seen in, that may hold special data: his or not is not known. */
  special: { table: string; column: string; category: string }[];
}

export interface FoundMention {
  delivery: number;
  sort: string;
  table: string;
  column: string;
  files: string[];
}

export interface FoundPeople {
  people: FoundPerson[];
  /** How many there are, where there are more than `limit`. */
  peopleInAll: number;
  mentions: FoundMention[];
  /** Sorts asked for of which the case holds no identifier at all. */
  unseen: string[];
}

export function findPeople(
  db: Database.Database,
  identifiers: readonly HashedIdentifier[],
  limit: number,
): FoundPeople {
  const found = new Map<number, Set<string>>();
  const mentions = new Map<string, FoundMention>();
  const sortOf = db.prepare('SELECT sort FROM sort WHERE name = ?').pluck();
  const people = db.prepare('SELECT person FROM identifier WHERE sort = ? AND hash = ?').pluck();
  const places = db.prepare(
    `SELECT part.delivery, part.part, part.table_name AS "table", place.column_name AS "column"
     FROM mention JOIN place USING (place) JOIN part USING (part) WHERE sort = ? AND hash = ?`,
  );
  const unseen = new Set(identifiers.map(({ sort }) => sort));
  for (const { sort, low, high } of identifiers) {
    const number = sortOf.get(sort) as number | undefined;
    if (number === undefined) continue;
    unseen.delete(sort);
    const key = [number, storedHash(low, high)];
    for (const person of people.all(...key) as number[]) {
      const by = found.get(person);
      if (by) by.add(sort);
      else found.set(person, new Set([sort]));
    }
    for (const { part, ...place } of places.all(...key) as MentionPlace[])
      mentions.set(JSON.stringify([sort, part, place.column]), { sort, ...place, files: filesOf(db, part) });
  }
  const all = [...found];
  return {
    people: all.slice(0, limit).map(([person, by]) => describePerson(db, person, by)),
    peopleInAll: all.length,
    mentions: [...mentions.values()],
    unseen: [...unseen],
  };
}

interface MentionPlace {
  delivery: number;
  part: number;
  table: string;
  column: string;
}

function describePerson(db: Database.Database, person: number, by: ReadonlySet<string>): FoundPerson {
  const { flags, profile } = db.prepare('SELECT flags, profile FROM person WHERE person = ?').get(person) as {
    flags: number;
    profile: number;
  };
  const held = db
    .prepare(
      `SELECT place, part, delivery, table_name AS "table", column_name AS "column", class, kind,
         sum(row_count) AS rows
       FROM profile JOIN pattern USING (pattern) JOIN place USING (place) JOIN part USING (part)
       WHERE profile = ? GROUP BY place, kind ORDER BY class, place, kind`,
    )
    .all(profile) as HeldPlace[];
  const kindsOf = db.prepare('SELECT kind FROM place_kind WHERE place = ? ORDER BY number').pluck();
  const specialOf = db.prepare(
    'SELECT column_name AS "column", category FROM special WHERE part = ? ORDER BY number',
  );
  return {
    person,
    flags,
    special: [...new Map(held.map(({ part, table }) => [part, table]))].flatMap(([part, table]) =>
      (specialOf.all(part) as { column: string; category: string }[]).map((entry) => ({ table, ...entry })),
    ),
    by: [...by],
    seen: [...Map.groupBy(held, (entry) => entry.place).values()].map((entries) => {
      const { place, part, delivery, table, column, class: dataClass } = entries[0]!;
      const own = entries.flatMap(({ kind }) => kind ?? []);
      return {
        delivery,
        table,
        column,
        class: dataClass,
        kinds: own.length === entries.length ? own : (kindsOf.all(place) as string[]),
        files: filesOf(db, part),
        rows: entries.reduce((sum, entry) => sum + entry.rows, 0),
      };
    }),
  };
}

interface HeldPlace extends MentionPlace {
  place: number;
  class: string;
  kind: string | null;
  rows: number;
}

function filesOf(db: Database.Database, part: number): string[] {
  return db.prepare('SELECT path FROM source WHERE part = ? ORDER BY path').pluck().all(part) as string[];
}
