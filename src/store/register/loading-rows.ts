// How far a breach has loaded, as rows: by step a digest of what it is loaded from, and how much of it is done. In: an
// open register. Out: rows.

import { sql } from 'kysely';
import type { RegisterRows } from './register-database.ts';

export interface LoadingStep {
  done: number;
  digest: string;
}

/** Null where that step was never begun. */
export async function readLoadingStep(
  rows: RegisterRows,
  breach: number,
  step: string,
): Promise<LoadingStep | null> {
  const found = await rows
    .selectFrom('loading')
    .select(['done', 'digest'])
    .where('breach', '=', breach)
    .where('step', '=', step)
    .executeTakeFirst();
  return found ?? null;
}

export async function putLoadingStep(
  rows: RegisterRows,
  breach: number,
  step: string,
  { done, digest }: LoadingStep,
): Promise<void> {
  await rows
    .insertInto('loading')
    .values({ breach, step, done, digest })
    .onConflict((conflict) =>
      conflict
        .columns(['breach', 'step'])
        .doUpdateSet({ done: sql`excluded.done`, digest: sql`excluded.digest` }),
    )
    .execute();
}

export interface DomainBlockRow {
  domainKey: Buffer;
  number: number;
  sealed: Buffer;
}

const rowsAnInsert = 100;

/** In one transaction. */
export async function insertDomainBlocks(
  rows: RegisterRows,
  breach: number,
  blocks: readonly DomainBlockRow[],
): Promise<void> {
  await rows.transaction().execute(async (db) => {
    for (let at = 0; at < blocks.length; at += rowsAnInsert)
      await db
        .insertInto('domain_block')
        .values(
          blocks.slice(at, at + rowsAnInsert).map(({ domainKey, number, sealed }) => ({
            domain_key: domainKey,
            breach,
            number,
            sealed,
          })),
        )
        .execute();
  });
}
