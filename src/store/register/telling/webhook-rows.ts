// Programs that want to be called, and the SHA-1 prefixes they asked for, at rest; URLs and secrets sealed. In: an open
// register. Out: rows.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface WebhookRow {
  webhook: number;
  sealed: Buffer;
  events: string;
  is_monitor: number;
  account: number | null;
  made_at: number;
}

export async function insertWebhook(row: Omit<WebhookRow, 'webhook'>, db: RegisterRows): Promise<number> {
  const { webhook } = await db
    .insertInto('webhook')
    .values(row)
    .returning('webhook')
    .executeTakeFirstOrThrow();
  return webhook;
}

/** In the order they were added. */
export async function allWebhooks({ rows }: Register): Promise<WebhookRow[]> {
  return rows.selectFrom('webhook').selectAll().orderBy('webhook').execute();
}

export async function webhookByNumber({ rows }: Register, webhook: number): Promise<WebhookRow | null> {
  const row = await rows.selectFrom('webhook').selectAll().where('webhook', '=', webhook).executeTakeFirst();
  return row ?? null;
}

/** With all that waits for it. Whether there was one. */
export async function deleteWebhook({ rows }: Register, webhook: number): Promise<boolean> {
  return rows.transaction().execute(async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('webhook')
      .where('webhook', '=', webhook)
      .executeTakeFirst();
    await db.deleteFrom('job').where('subject', '=', webhookSubject(webhook)).execute();
    return numDeletedRows > 0n;
  });
}

/** Of jobs that call it. */
export function webhookSubject(webhook: number): string {
  return `webhook ${webhook}`;
}

/** Waiting and failed calls, by webhook. */
export async function countCalls({
  rows,
}: Register): Promise<Map<string, { waiting: number; failed: number }>> {
  const counted = await rows
    .selectFrom('job')
    .select(({ fn }) => ['subject', 'state', fn.countAll<number>().as('count')])
    .where('subject', 'is not', null)
    .groupBy(['subject', 'state'])
    .execute();
  const calls = new Map<string, { waiting: number; failed: number }>();
  for (const { subject, state, count } of counted) {
    const entry = calls.get(subject!) ?? { waiting: 0, failed: 0 };
    entry[state] = count;
    calls.set(subject!, entry);
  }
  return calls;
}

/** Whether it is new. All SHA-1 from `low` to below `high`. */
export async function insertRange(
  { rows }: Register,
  row: { account: number; low: Buffer; high: Buffer; made_at: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('range_subscription')
    .values(row)
    .onConflict((on) => on.columns(['low', 'account']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function countRanges({ rows }: Register): Promise<number> {
  const { count } = await rows
    .selectFrom('range_subscription')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
