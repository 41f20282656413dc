// What an operator sees and does of jobs: how many wait, which failed, try again or drop. In: an open register. Out:
// numbers and reasons; never a body.

import type { RegisterDatabase } from '../register-database.ts';
import type { FailedJob } from './job-rows.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface JobCount {
  kind: string;
  state: 'waiting' | 'failed';
  count: number;
}

export async function countJobs({ rows }: Register): Promise<JobCount[]> {
  return rows
    .selectFrom('job')
    .select(({ fn }) => ['kind', 'state', fn.countAll<number>().as('count')])
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
}

/** The latest first. */
export async function listFailedJobs({ rows }: Register, limit = 100): Promise<FailedJob[]> {
  const failed = await rows
    .selectFrom('job')
    .select(['job', 'kind', 'subject', 'attempts', 'enqueued_at', 'reason'])
    .where('state', '=', 'failed')
    .orderBy('job', 'desc')
    .limit(limit)
    .execute();
  return failed.map(({ job, enqueued_at, ...rest }) => ({ id: job, enqueuedAt: enqueued_at, ...rest }));
}

/** With all its attempts anew. Whether there was such a failed job. */
export async function retryFailedJob({ rows }: Register, id: number, now: number): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('job')
    .set({ state: 'waiting', attempts: 0, due_at: now, set_at: now })
    .where('job', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function dropFailedJob({ rows }: Register, id: number): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('job')
    .where('job', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const keptMs = 30 * 24 * 3_600_000;

/** Failed ones of a month ago: most hold an address. */
export async function dropOldFailures({ rows }: Register, now: number): Promise<void> {
  await rows
    .deleteFrom('job')
    .where('state', '=', 'failed')
    .where('enqueued_at', '<', now - keptMs)
    .execute();
}
