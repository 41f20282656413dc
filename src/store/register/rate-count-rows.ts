// How many requests each key has made in the minute that runs, as all processes on one register have counted. In: what
// one process counted since it last said so. Out: the sum of all. A row holds one minute only: another begins at nothing.

import { sql } from 'kysely';
import type { RegisterDatabase } from './register-database.ts';

export interface RateCount {
  apiKey: number;
  scope: string;
  /** The number of the minute since 1970. */
  block: number;
  used: number;
}

/** One statement for all. The result is in no order. */
export async function addRateCounts({ rows }: RegisterDatabase, counts: RateCount[]): Promise<RateCount[]> {
  const added = await rows
    .insertInto('rate_count')
    .values(
      // locks are taken in one order, so that two processes never wait for each other
      counts
        .toSorted((a, b) => a.apiKey - b.apiKey || (a.scope < b.scope ? -1 : 1))
        .map(({ apiKey, scope, block, used }) => ({ api_key: apiKey, scope, block, used })),
    )
    .onConflict((conflict) =>
      conflict.columns(['api_key', 'scope']).doUpdateSet({
        used: sql`CASE WHEN rate_count.block = excluded.block THEN rate_count.used + excluded.used ELSE excluded.used END`,
        block: sql`excluded.block`,
      }),
    )
    .returning(['api_key', 'scope', 'block', 'used'])
    .execute();
  return added.map(({ api_key, scope, block, used }) => ({ apiKey: api_key, scope, block, used }));
}
