// Who has an identifier, and what each of them lost, where it was seen. In: an open vault and the hashes under which
// the identifier may be known. Out: people of each reading apart; numbers and names of places, no value.

import type Database from 'better-sqlite3-multiple-ciphers';
import { storedHash } from './sorted-hashes.ts';

export interface HashedIdentifier {
  sort: string;
  low: number;
  high: number;
}

export interface SeenIn {
  table: string;
  column: string;
  class: string;
  /** Of this person's own values where that is known; else of the whole column, most frequent first. */
  kinds: string[];
  /** Files that hold rows of the table: this person's rows may be in any of them. */
  files: string[];
  /** How many rows about this person hold it. */
  rows: number;
}

export interface FoundPerson {
  reading: number;
  person: number;
  flags: number;
  /** The sorts of identifier by which he was found. */
  by: string[];
  seen: SeenIn[];
  /** Columns, of the tables he is seen in, that may hold special data: his or not is not known. */
  special: { table: string; column: string; category: string }[];
}

export interface FoundMention {
  reading: number;
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
  const found = new Map<string, { reading: number; person: number; by: Set<string> }>();
  const mentions = new Map<string, FoundMention>();
  const readings = db.prepare('SELECT reading FROM reading ORDER BY reading').pluck().all() as number[];
  const sortOf = db.prepare('SELECT sort FROM sort WHERE name = ?').pluck();
  const people = db
    .prepare('SELECT person FROM identifier WHERE reading = ? AND sort = ? AND hash = ?')
    .pluck();
  const places = db.prepare(
    `SELECT place.table_name AS "table", place.column_name AS "column", place.tables
     FROM mention JOIN place USING (reading, place) WHERE reading = ? AND sort = ? AND hash = ?`,
  );
  for (const reading of readings) {
    for (const { sort, low, high } of identifiers) {
      const number = sortOf.get(sort) as number | undefined;
      if (number === undefined) continue;
      const key = [reading, number, storedHash(low, high)];
      for (const person of people.all(...key) as number[]) {
        const id = `${reading} ${person}`;
        const known = found.get(id);
        if (known) known.by.add(sort);
        else found.set(id, { reading, person, by: new Set([sort]) });
      }
      for (const { tables, ...place } of places.all(...key) as {
        table: string;
        column: string;
        tables: number;
      }[])
        mentions.set(JSON.stringify([reading, sort, tables, place.column]), {
          reading,
          sort,
          ...place,
          files: filesOf(db, reading, tables),
        });
    }
  }
  const all = [...found.values()];
  return {
    people: all.slice(0, limit).map((entry) => describePerson(db, entry)),
    peopleInAll: all.length,
    mentions: [...mentions.values()],
    unseen: unseenSorts(db, readings, identifiers),
  };
}

function unseenSorts(
  db: Database.Database,
  readings: readonly number[],
  identifiers: readonly HashedIdentifier[],
): string[] {
  const any = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM identifier JOIN sort USING (sort) WHERE reading = :reading AND name = :sort)
         OR EXISTS (SELECT 1 FROM mention JOIN sort USING (sort) WHERE reading = :reading AND name = :sort)`,
    )
    .pluck();
  const sorts = new Set(identifiers.map(({ sort }) => sort));
  return [...sorts].filter((sort) => readings.every((reading) => any.get({ reading, sort }) === 0));
}

function describePerson(
  db: Database.Database,
  { reading, person, by }: { reading: number; person: number; by: Set<string> },
): FoundPerson {
  const { flags, profile } = db
    .prepare('SELECT flags, profile FROM person WHERE reading = ? AND person = ?')
    .get(reading, person) as { flags: number; profile: number };
  const held = db
    .prepare(
      `SELECT place, tables, table_name AS "table", column_name AS "column", class, kind, sum(row_count) AS rows
       FROM profile JOIN pattern USING (reading, pattern) JOIN place USING (reading, place)
       WHERE reading = ? AND profile = ? GROUP BY place, kind ORDER BY class, place, kind`,
    )
    .all(reading, profile) as HeldPlace[];
  const kindsOf = db
    .prepare('SELECT kind FROM place_kind WHERE reading = ? AND place = ? ORDER BY number')
    .pluck();
  const specialOf = db.prepare(
    'SELECT column_name AS "column", category FROM special WHERE reading = ? AND tables = ? ORDER BY number',
  );
  return {
    reading,
    person,
    flags,
    special: [...new Map(held.map(({ tables, table }) => [tables, table]))].flatMap(([tables, table]) =>
      (specialOf.all(reading, tables) as { column: string; category: string }[]).map((entry) => ({
        table,
        ...entry,
      })),
    ),
    by: [...by],
    seen: [...Map.groupBy(held, (entry) => entry.place).values()].map((entries) => {
      const { place, tables, table, column, class: dataClass } = entries[0]!;
      const own = entries.flatMap(({ kind }) => kind ?? []);
      return {
        table,
        column,
        class: dataClass,
        kinds: own.length === entries.length ? own : (kindsOf.all(reading, place) as string[]),
        files: filesOf(db, reading, tables),
        rows: entries.reduce((sum, entry) => sum + entry.rows, 0),
      };
    }),
  };
}

interface HeldPlace {
  place: number;
  tables: number;
  table: string;
  column: string;
  class: string;
  kind: string | null;
  rows: number;
}

function filesOf(db: Database.Database, reading: number, table: number): string[] {
  return db
    .prepare('SELECT path FROM source WHERE reading = ? AND tables = ? ORDER BY path')
    .pluck()
    .all(reading, table) as string[];
}
