// What a vault holds of a split: its rules, what it came to, and the people of a controller. In: an open vault.

import type Database from 'better-sqlite3-multiple-ciphers';

export interface StoredSplit {
  /** ISO 8601. */
  at: string;
  rules: unknown;
  /** Null where a delivery has come since, and the case was not split anew. */
  result: unknown;
}

/** Null where the case was never split. */
export function readSplit(db: Database.Database): StoredSplit | null {
  const split = db.prepare('SELECT at, rules FROM split').get() as { at: string; rules: string } | undefined;
  if (!split) return null;
  const result = db.prepare('SELECT result FROM split_result').pluck().get() as string | undefined;
  return {
    at: split.at,
    rules: JSON.parse(split.rules) as unknown,
    result: result === undefined ? null : (JSON.parse(result) as unknown),
  };
}

/** What own lists name people by, one by one. */
export function* listTokens(
  db: Database.Database,
): Generator<{ list: number; sort: string; low: number; high: number }, void, undefined> {
  const rows = db
    .prepare('SELECT list, sort, (hash >> 32) & 4294967295, hash & 4294967295 FROM split_list')
    .raw()
    .iterate() as IterableIterator<[number, string, number, number]>;
  for (const [list, sort, low, high] of rows) yield { list, sort, low, high };
}

/** A person of a controller: his number, bits of `personFlags`, and what rows of that controller held. */
export interface Member {
  person: number;
  flags: number;
  profile: number;
}

/** In the order of their numbers. */
export function* membersIn(db: Database.Database, controller: string): Generator<Member, void, undefined> {
  yield* db
    .prepare(
      `SELECT person, flags, member.profile AS profile FROM member JOIN person USING (person)
       WHERE controller = (SELECT controller FROM controller WHERE name = ?) ORDER BY person`,
    )
    .iterate(controller) as IterableIterator<Member>;
}

/** A controller keeps its number from one split to the next. Null where there is none of that name. */
export function controllerNumber(db: Database.Database, controller: string): number | null {
  const number = db.prepare('SELECT controller FROM controller WHERE name = ?').pluck().get(controller);
  return (number as number | undefined) ?? null;
}

/** What the profiles of a controller's people hold: by profile the data classes, in the order of their names. */
export function profileClassesIn(db: Database.Database, controller: string): Map<number, string[]> {
  const rows = db
    .prepare(
      `SELECT DISTINCT profile, class FROM member_profile JOIN pattern USING (pattern) JOIN place USING (place)
       WHERE class <> '' AND profile IN (SELECT profile FROM member
         WHERE controller = (SELECT controller FROM controller WHERE name = ?))
       ORDER BY profile, class`,
    )
    .raw()
    .iterate(controller) as IterableIterator<[number, string]>;
  return classesByProfile(rows);
}

/** Classes of each profile, in the order in which they come. */
export function classesByProfile(
  rows: Iterable<[profile: number, dataClass: string]>,
): Map<number, string[]> {
  const classes = new Map<number, string[]>();
  for (const [profile, dataClass] of rows) {
    const known = classes.get(profile);
    if (known) known.push(dataClass);
    else classes.set(profile, [dataClass]);
  }
  return classes;
}
