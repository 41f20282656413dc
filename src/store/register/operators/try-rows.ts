// How often somebody was refused lately, shared by all processes. In: an open register, a keyed hash of who. Out:
// numbers.

import { sql } from 'kysely';
import type { RegisterDatabase } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

/**
 * Counts one try and gives the count with it: of tries at once each gets another number. A count begun before
 * `since`, or after `now` (the clock was put back), begins anew.
 */
export async function countTry(
  { rows }: Register,
  tryKey: Buffer,
  { now, since }: { now: number; since: number },
): Promise<number> {
  const isOver = sql`(log_in_try.first_at < ${since} OR log_in_try.first_at > ${now})`;
  const { tries } = await rows
    .insertInto('log_in_try')
    .values({ try_key: tryKey, tries: 1, first_at: now })
    .onConflict((on) =>
      on.column('try_key').doUpdateSet({
        tries: sql`CASE WHEN ${isOver} THEN 1 ELSE log_in_try.tries + 1 END`,
        first_at: sql`CASE WHEN ${isOver} THEN excluded.first_at ELSE log_in_try.first_at END`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return tries;
}

export async function forgetTries({ rows }: Register, tryKeys: Buffer[]): Promise<void> {
  await rows.deleteFrom('log_in_try').where('try_key', 'in', tryKeys).execute();
}

export async function deleteOldTries({ rows }: Register, before: number): Promise<void> {
  await rows.deleteFrom('log_in_try').where('first_at', '<', before).execute();
}
