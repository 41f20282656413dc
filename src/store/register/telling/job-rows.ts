// Jobs at rest: enqueued in the transaction of what they follow from, leased to one process at a time, kept where they
// failed. In: an open register. Out: rows, their bodies opened. A job that is being worked on is due again when its
// lease ends: whoever died over it needs no cleaning up.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RegisterDatabase, RegisterRows } from '../register-database.ts';
import { openJson, sealJson } from '../seal-json.ts';

export interface NewJob {
  kind: string;
  /** Anything that JSON holds; it rests sealed. */
  body: unknown;
  /** The present moment, in milliseconds since 1970: one to come is taken for that of a clock put back since. */
  dueAt: number;
  /** While a job of this key waits or runs, no second one is enqueued. Never a person in clear. */
  onlyOnce?: string | null;
  /** What it is about, for lists of failed ones: `webhook 3`. Never a person. */
  subject?: string | null;
}

export interface Job {
  id: number;
  kind: string;
  body: unknown;
  /** This one included. */
  attempts: number;
  enqueuedAt: number;
  lease: string;
}

export interface FailedJob {
  id: number;
  kind: string;
  subject: string | null;
  attempts: number;
  enqueuedAt: number;
  reason: string | null;
}

type Register = Pick<RegisterDatabase, 'engine' | 'rows' | 'secrets'>;

const rowsAnInsert = 500;

/** `db`: the transaction it belongs to. Done once that is committed. */
export async function enqueueJob(
  register: Pick<Register, 'rows' | 'secrets'>,
  job: NewJob,
  db: RegisterRows = register.rows,
): Promise<void> {
  await enqueueJobs(register, [job], db);
}

export async function enqueueJobs(
  register: Pick<Register, 'rows' | 'secrets'>,
  jobs: readonly NewJob[],
  db: RegisterRows = register.rows,
): Promise<void> {
  for (let from = 0; from < jobs.length; from += rowsAnInsert) {
    const values = jobs
      .slice(from, from + rowsAnInsert)
      .map(({ kind, body, dueAt, onlyOnce = null, subject = null }) => ({
        kind,
        state: 'waiting' as const,
        body: sealJson(register.secrets, `job ${kind}`, body),
        due_at: dueAt,
        set_at: dueAt,
        enqueued_at: dueAt,
        attempts: 0,
        once_key: onlyOnce,
        subject,
      }));
    await db
      .insertInto('job')
      .values(values)
      .onConflict((on) => on.column('once_key').doNothing())
      .execute();
  }
}

/** Those of `kinds` that have something due, in their order. One query, however many wait. */
export async function dueKinds({ rows }: Register, kinds: readonly string[], now: number): Promise<string[]> {
  if (kinds.length === 0) return [];
  const first = kinds.map(
    (kind, i) =>
      sql`(SELECT due_at FROM job WHERE state = 'waiting' AND kind = ${kind} ORDER BY due_at LIMIT 1) AS ${sql.id(`k${i}`)}`,
  );
  const { rows: found } = await sql<Record<string, number | null>>`SELECT ${sql.join(first)}`.execute(rows);
  return kinds.filter((_, i) => (found[0]?.[`k${i}`] ?? Infinity) <= now);
}

export interface ClaimOptions {
  kind: string;
  limit: number;
  now: number;
  leaseMs: number;
  except?: readonly number[];
}

/** Leases up to `limit` jobs for `leaseMs`. The oldest first; none that another process works on, nor those of `except`. */
export async function claimJobs(
  { engine, rows, secrets }: Register,
  { kind, limit, now, leaseMs, except = [] }: ClaimOptions,
): Promise<Job[]> {
  const lease = randomUUID();
  const others = except.length === 0 ? sql`` : sql`AND job NOT IN (${sql.join(except)})`;
  const skip = engine === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : sql``;
  const { rows: claimed } = await sql<{
    job: number;
    body: Buffer;
    attempts: number;
    enqueued_at: number;
  }>`UPDATE job SET lease = ${lease}, attempts = attempts + 1, due_at = ${now + leaseMs}, set_at = ${now}
     WHERE job IN (SELECT job FROM job WHERE state = 'waiting' AND kind = ${kind} AND due_at <= ${now}
                   ${others} ORDER BY due_at LIMIT ${limit} ${skip})
     RETURNING job, body, attempts, enqueued_at`.execute(rows);
  return claimed
    .sort((a, b) => a.job - b.job)
    .map(({ job, body, attempts, enqueued_at }) => ({
      id: job,
      kind,
      body: openJson(secrets, `job ${kind}`, body),
      attempts,
      enqueuedAt: enqueued_at,
      lease,
    }));
}

type Leased = Pick<Job, 'id' | 'lease'>;

/** Whether it was still ours. */
export async function finishJob({ rows }: Register, { id, lease }: Leased): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('job')
    .where('job', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function keepLease(
  { rows }: Register,
  { id, lease }: Leased,
  { now, leaseMs }: { now: number; leaseMs: number },
): Promise<void> {
  await rows
    .updateTable('job')
    .set({ due_at: now + leaseMs, set_at: now })
    .where('job', '=', id)
    .where('lease', '=', lease)
    .execute();
}

/** Back among the waiting ones. `counts`: whether the attempt was one. */
export async function postponeJob(
  { rows }: Register,
  { id, lease }: Leased,
  { dueAt, now, reason, counts }: { dueAt: number; now: number; reason: string | null; counts: boolean },
): Promise<void> {
  await rows
    .updateTable('job')
    .set((eb) => ({
      lease: null,
      due_at: dueAt,
      set_at: now,
      reason,
      attempts: counts ? eb.ref('attempts') : eb('attempts', '-', 1),
    }))
    .where('job', '=', id)
    .where('lease', '=', lease)
    .execute();
}

/** Kept, and shown to the operator. */
export async function failJob({ rows }: Register, { id, lease }: Leased, reason: string): Promise<void> {
  await rows
    .updateTable('job')
    .set({ state: 'failed', lease: null, once_key: null, reason })
    .where('job', '=', id)
    .where('lease', '=', lease)
    .execute();
}

/** What waits for a moment that was set by a clock since put back is due at once: early is better than never. */
export async function settleClock({ rows }: Register, now: number, slackMs: number): Promise<void> {
  await rows
    .updateTable('job')
    .set({ due_at: now, set_at: now })
    .where('state', '=', 'waiting')
    .where('set_at', '>', now + slackMs)
    .execute();
}
