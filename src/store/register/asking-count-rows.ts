// How often somebody has asked, at rest. In: keyed hashes with the stretch of time that runs. Out: how often each has
// been counted in it, this time included. A row holds one stretch only: another begins at nothing.

import { sql } from 'kysely';
import type { RegisterDatabase, RegisterRows } from './register-database.ts';

export interface AskingCount {
  limitKey: Buffer;
  /** The number of the stretch since 1970. */
  block: number;
  /** Milliseconds since 1970. */
  endsAt: number;
  /** 0 only tells how often it was counted. */
  adds: 0 | 1;
}

/** One statement for all. The result is in the order of `counts`; they are of different keys. */
export async function countAsking(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  counts: readonly AskingCount[],
  db: RegisterRows = rows,
): Promise<number[]> {
  const counted = await db
    .insertInto('asking_count')
    .values(
      // locks are taken in one order, so that two processes never wait for each other
      counts
        .toSorted((a, b) => Buffer.compare(a.limitKey, b.limitKey))
        .map(({ limitKey, block, endsAt, adds }) => ({
          limit_key: limitKey,
          block,
          used: adds,
          ends_at: endsAt,
        })),
    )
    .onConflict((conflict) =>
      conflict.column('limit_key').doUpdateSet({
        used: sql`CASE WHEN asking_count.block = excluded.block THEN asking_count.used + excluded.used ELSE excluded.used END`,
        block: sql`excluded.block`,
        ends_at: sql`excluded.ends_at`,
      }),
    )
    .returning(['limit_key', 'used'])
    .execute();
  const used = new Map(counted.map((row) => [row.limit_key.toString('latin1'), row.used]));
  return counts.map(({ limitKey }) => used.get(limitKey.toString('latin1'))!);
}

/** Forgets stretches that are over, and those of a clock that was ahead and put back. */
export async function forgetAskingCounts(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  { now, longestMs }: { now: number; longestMs: number },
): Promise<void> {
  await rows
    .deleteFrom('asking_count')
    .where((eb) => eb.or([eb('ends_at', '<=', now), eb('ends_at', '>', now + longestMs)]))
    .execute();
}
