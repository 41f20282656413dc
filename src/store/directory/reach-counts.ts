// Counts by what the people of a case, or of one of its controllers, can be reached. In: an open vault. Out: people by
// their flags, by what their leaked rows hold, and by what directories give. Numbers only.

import type Database from 'better-sqlite3-multiple-ciphers';

/** People who are the same in all of this. */
export interface ReachCount {
  /** Bits of the person, as resolve gives them. */
  flags: number;
  /** Bits: 1 an e-mail address, 2 a telephone number, 4 a street address. */
  leaked: number;
  directory: number;
  people: number;
}

/** Where bits of what a directory's row gives begin in `reach.by`. */
export const channelShift = 5;

/** `controller`: null for all people of the case, whoever's they are. */
export function countReach(db: Database.Database, controller: string | null): ReachCount[] {
  const leaked = channelsOfProfiles(db, controller === null ? 'profile' : 'member_profile');
  const count = countOf(db, controller);
  const people = db.prepare('SELECT coalesce(max(person), -1) + 1 FROM person').pluck().get() as number;
  const counts = new Map<number, number>();
  for (let from = 0; from < people; from += peopleAtOnce) {
    for (const [flags, profile, by, number] of count(from, from + peopleAtOnce)) {
      const key = (flags << 6) | ((leaked.get(profile) ?? 0) << 3) | ((by ?? 0) >> channelShift);
      counts.set(key, (counts.get(key) ?? 0) + number);
    }
  }
  return [...counts].map(([key, number]) => ({
    flags: key >> 6,
    leaked: (key >> 3) & 7,
    directory: key & 7,
    people: number,
  }));
}

/** So that the engine never sorts more at once. */
const peopleAtOnce = 200_000;

type CountedRow = [flags: number, profile: number, by: number | null, people: number];

/** Counts people of a stretch of numbers by flags, profile and what directories say. */
function countOf(
  db: Database.Database,
  controller: string | null,
): (from: number, to: number) => CountedRow[] {
  const bits = [32, 64, 128].map((bit) => `max(by & ${bit})`).join(' | ');
  if (controller === null) {
    const all = db
      .prepare(
        `SELECT flags, profile, (SELECT ${bits} FROM reach WHERE reach.person = person.person) AS channels, count(*)
         FROM person WHERE person >= ? AND person < ? GROUP BY flags, profile, channels`,
      )
      .raw();
    return (from, to) => all.all(from, to) as CountedRow[];
  }
  const members = db
    .prepare(
      `SELECT flags, member.profile, (
         SELECT ${bits} FROM reach JOIN directory USING (directory)
         WHERE reach.person = member.person AND directory.controller = ?) AS channels, count(*)
       FROM member JOIN person USING (person)
       WHERE controller = (SELECT controller FROM controller WHERE name = ?) AND person >= ? AND person < ?
       GROUP BY flags, member.profile, channels`,
    )
    .raw();
  return (from, to) => members.all(controller, controller, from, to) as CountedRow[];
}

/** What rows of a profile hold: a postal code or a town alone reaches nobody. */
function channelsOfProfiles(db: Database.Database, table: 'profile' | 'member_profile'): Map<number, number> {
  const held = db
    .prepare(
      `SELECT DISTINCT profile, class, EXISTS (
         SELECT 1 FROM place_kind WHERE place_kind.place = place.place AND place_kind.kind = 'street address') AS street
       FROM ${table} JOIN pattern USING (pattern) JOIN place USING (place)
       WHERE class IN ('Email addresses', 'Phone numbers', 'Physical addresses')`,
    )
    .all() as { profile: number; class: string; street: number }[];
  const channels = new Map<number, number>();
  for (const { profile, class: dataClass, street } of held) {
    const bit = dataClass === 'Email addresses' ? 1 : dataClass === 'Phone numbers' ? 2 : street ? 4 : 0;
    channels.set(profile, (channels.get(profile) ?? 0) | bit);
  }
  return channels;
}

/** What the vault holds that reachability is made of, as a text that changes with it. */
export function reachBasis(db: Database.Database): string {
  const of = (sql: string) => JSON.stringify(db.prepare(sql).all());
  return [
    of('SELECT delivery, at FROM delivery ORDER BY delivery'),
    of('SELECT directory, at FROM directory JOIN directory_join USING (directory) ORDER BY directory'),
    of('SELECT controller, name FROM controller ORDER BY controller'),
    of('SELECT controller, count(*) AS people FROM member GROUP BY controller ORDER BY controller'),
  ].join('\n');
}

/** What was counted of this state of the vault, or null. */
export function readReachability(db: Database.Database): unknown {
  const counted = db
    .prepare('SELECT counts FROM reachability WHERE basis = ?')
    .pluck()
    .get(reachBasis(db)) as string | undefined;
  return counted === undefined ? null : (JSON.parse(counted) as unknown);
}

export function keepReachability(db: Database.Database, counts: unknown): void {
  db.exec('DELETE FROM reachability');
  db.prepare('INSERT INTO reachability VALUES (?, ?)').run(reachBasis(db), JSON.stringify(counts));
}
