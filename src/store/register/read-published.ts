// The published breaches. In: an open register. Out: their rows; of a file at once, as what is committed at that moment.

import { type BreachRow, listBreaches } from './breach-rows.ts';
import type { MaybePromise } from './read-exposures.ts';
import type { RegisterDatabase } from './register-database.ts';

/** Throws REGISTER_UNREACHABLE. */
export type ReadPublished = () => MaybePromise<BreachRow[]>;

export function createPublishedReader({ reader, rows }: RegisterDatabase): ReadPublished {
  if (reader === null)
    return async () => (await listBreaches(rows)).filter(({ state }) => state === 'published');
  const all = reader.prepare(
    `SELECT breach, name, case_id, state, is_range, model FROM breach WHERE state = 'published' ORDER BY breach`,
  );
  return () =>
    (
      all.all() as (Omit<BreachRow, 'caseId' | 'isRange'> & { case_id: string | null; is_range: number })[]
    ).map(({ case_id: caseId, is_range: isRange, ...row }) => ({ ...row, caseId, isRange: isRange === 1 }));
}
