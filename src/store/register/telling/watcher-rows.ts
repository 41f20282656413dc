// Who of those that watch is in a breach: a merge of two lists that both lie sorted in the database, a stretch at a time.
// In: a breach and where to go on. Out: the stretch, with those that were met. No query is made for one watcher alone.

import { sql } from 'kysely';
import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface MetSubscriber {
  subscriber: number;
  sealed: Buffer;
  language: string;
  /** What this person lost: numbers of the breach's sets. */
  sets: number[];
}

export interface Stretch<Met> {
  met: Met[];
  /** Where the next one begins; null at the end. */
  last: Buffer | null;
}

/** SQLite reads the tables of a CROSS JOIN in their order; its own guess would go through all exposures. */
export async function subscribersIn(
  { rows }: Register,
  { breach, after, limit }: { breach: number; after: Buffer; limit: number },
): Promise<Stretch<MetSubscriber>> {
  const { rows: ends } = await sql<{ last: Buffer }>`
    SELECT person_key AS last FROM subscriber WHERE person_key > ${after}
    ORDER BY person_key LIMIT 1 OFFSET ${limit - 1}`.execute(rows);
  const last = ends[0]?.last ?? null;
  const upTo = last === null ? sql`` : sql`AND s.person_key <= ${last}`;
  const { rows: met } = await sql<{
    subscriber: number;
    sealed: Buffer;
    language: string;
    exposure_set: number;
  }>`SELECT s.subscriber, s.sealed, s.language, e.exposure_set
     FROM subscriber s CROSS JOIN exposure e
     WHERE s.person_key > ${after} ${upTo} AND e.person_key = s.person_key AND e.breach = ${breach}
     ORDER BY s.person_key`.execute(rows);
  const bySubscriber = new Map<number, MetSubscriber>();
  for (const { exposure_set, ...row } of met) {
    const known = bySubscriber.get(row.subscriber);
    if (known === undefined) bySubscriber.set(row.subscriber, { ...row, sets: [exposure_set] });
    else known.sets.push(exposure_set);
  }
  return { met: [...bySubscriber.values()], last };
}

export interface MetRange {
  account: number;
  low: Buffer;
  sha1: Buffer;
}

/** Of a breach that allows range searches. `last` is the lower end of a range: all its accounts are in one stretch. */
export async function rangesIn(
  { rows }: Register,
  { breach, after, limit }: { breach: number; after: Buffer; limit: number },
): Promise<Stretch<MetRange>> {
  const { rows: ends } = await sql<{ last: Buffer }>`
    SELECT DISTINCT low AS last FROM range_subscription WHERE low > ${after}
    ORDER BY low LIMIT 1 OFFSET ${limit - 1}`.execute(rows);
  const last = ends[0]?.last ?? null;
  const upTo = last === null ? sql`` : sql`AND r.low <= ${last}`;
  const { rows: met } = await sql<MetRange>`
    SELECT r.account, r.low, e.sha1
    FROM range_subscription r CROSS JOIN sha1_entry e
    WHERE r.low > ${after} ${upTo} AND e.sha1 >= r.low AND e.sha1 < r.high AND e.breach = ${breach}
    ORDER BY r.low, r.account, e.sha1`.execute(rows);
  return { met, last };
}

/** JSON of an `ExposureSet` each, by number. */
export async function exposureSetsOf(
  { rows }: Register,
  breach: number,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const asked = [...new Set(numbers)];
  const found = new Map<number, string>();
  const askedAtOnce = 500;
  for (let from = 0; from < asked.length; from += askedAtOnce) {
    const part = await rows
      .selectFrom('exposure_set')
      .select(['number', 'content'])
      .where('breach', '=', breach)
      .where('number', 'in', asked.slice(from, from + askedAtOnce))
      .execute();
    for (const { number, content } of part) found.set(number, content);
  }
  return found;
}

/** Those of them that were not noted before; from now on they are. */
export async function noteTold(
  db: RegisterRows,
  { subscribers, breachName, now }: { subscribers: readonly number[]; breachName: string; now: number },
): Promise<Set<number>> {
  const fresh = new Set<number>();
  const rowsAnInsert = 500;
  for (let from = 0; from < subscribers.length; from += rowsAnInsert) {
    const values = subscribers
      .slice(from, from + rowsAnInsert)
      .map((subscriber) => ({ subscriber, breach_name: breachName, told_at: now }));
    const noted = await db
      .insertInto('notice')
      .values(values)
      .onConflict((on) => on.columns(['subscriber', 'breach_name']).doNothing())
      .returning('subscriber')
      .execute();
    for (const { subscriber } of noted) fresh.add(subscriber);
  }
  return fresh;
}

/** Whoever is in a breach of that name that comes later is told again. */
export async function forgetTold({ rows }: Register, breachName: string): Promise<void> {
  await rows.deleteFrom('notice').where('breach_name', '=', breachName).execute();
}

export interface TellingPlace {
  place: Buffer;
  isDone: boolean;
}

/** How far a step came; at its beginning where nothing is noted. */
export async function tellingPlace(db: RegisterRows, breach: number, step: string): Promise<TellingPlace> {
  const row = await db
    .selectFrom('telling')
    .select(['place', 'is_done'])
    .where('breach', '=', breach)
    .where('step', '=', step)
    .executeTakeFirst();
  return row ? { place: row.place, isDone: row.is_done === 1 } : { place: Buffer.alloc(0), isDone: false };
}

export async function moveTelling(
  db: RegisterRows,
  breach: number,
  step: string,
  { place, isDone }: TellingPlace,
): Promise<void> {
  const row = { place, is_done: isDone ? 1 : 0 };
  await db
    .insertInto('telling')
    .values({ breach, step, ...row })
    .onConflict((on) => on.columns(['breach', 'step']).doUpdateSet(row))
    .execute();
}
