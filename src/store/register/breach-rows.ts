// Breaches as rows: made while they load, published or withdrawn by one transaction.
// In: the register. Out: rows. Whoever reads sees a breach whole or not at all.

import { sql } from 'kysely';
import { TocsinError } from '../../base/index.ts';
import type { RegisterDatabase, RegisterRows, RegisterTransaction } from './register-database.ts';

export interface BreachRow {
  breach: number;
  name: string;
  caseId: string | null;
  state: 'loading' | 'published' | 'withdrawing';
  isRange: boolean;
  /** A `BreachModel` as JSON. */
  model: string;
}

/** Its number. Throws BREACH_EXISTS where one of that name loads already. */
export async function insertBreach(
  rows: RegisterRows,
  { name, caseId, isRange, model }: Pick<BreachRow, 'name' | 'caseId' | 'isRange' | 'model'>,
): Promise<number> {
  const made = await rows
    .insertInto('breach')
    .values({ name, case_id: caseId, state: 'loading', is_range: isRange ? 1 : 0, model })
    .onConflict((conflict) => conflict.doNothing())
    .returning('breach')
    .executeTakeFirst();
  if (made === undefined) throw new TocsinError('BREACH_EXISTS', `a breach ${name} is being loaded already`);
  return made.breach;
}

/** In the order of their numbers, whatever their state. */
export async function listBreaches(rows: RegisterRows): Promise<BreachRow[]> {
  const found = await rows.selectFrom('breach').selectAll().orderBy('breach').execute();
  return found.map(({ case_id: caseId, is_range: isRange, ...row }) => ({
    ...row,
    caseId,
    isRange: isRange === 1,
  }));
}

/** All of that name: one published and one loading at most, and those that are being taken away. */
export async function breachesNamed(rows: RegisterRows, name: string): Promise<BreachRow[]> {
  return (await listBreaches(rows)).filter((row) => row.name === name);
}

/** Whether everybody sees it. Until the end of the transaction nobody withdraws it, and a second such call waits. */
export async function holdPublished(rows: RegisterRows, breach: number): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('breach')
    .set({ state: 'published' })
    .where('breach', '=', breach)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The `BreachModel` of the published breach of that name, as JSON; null where there is none. */
export async function publishedModel(rows: RegisterRows, name: string): Promise<string | null> {
  const found = await rows
    .selectFrom('breach')
    .select('model')
    .where('name', '=', name)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return found?.model ?? null;
}

/** Of a breach that loads or is published; the catalogue moves. */
export async function updateBreach(
  rows: RegisterTransaction,
  breach: number,
  change: Partial<Pick<BreachRow, 'model' | 'caseId'>>,
): Promise<void> {
  await rows
    .updateTable('breach')
    .set({
      ...(change.model === undefined ? {} : { model: change.model }),
      ...(change.caseId === undefined ? {} : { case_id: change.caseId }),
    })
    .where('breach', '=', breach)
    .execute();
  await moveCatalogue(rows);
}

export interface FlipOptions {
  /** What has to happen with it or not at all: a job, an entry. */
  also?: (rows: RegisterTransaction) => Promise<void>;
}

/**
 * What has loaded is there for everybody, and takes the place of a published breach of the same name. False where it does
 * not load any more: it was withdrawn meanwhile, or is published already.
 */
export async function publishBreach(
  register: RegisterDatabase,
  breach: number,
  { also }: FlipOptions = {},
): Promise<boolean> {
  return register.rows.transaction().execute(async (rows) => {
    // written to, so that nobody withdraws it until the end
    const row = await rows
      .updateTable('breach')
      .set({ state: 'loading' })
      .where('breach', '=', breach)
      .where('state', '=', 'loading')
      .returning('name')
      .executeTakeFirst();
    if (row === undefined) return false;
    await rows
      .updateTable('breach')
      .set({ state: 'withdrawing' })
      .where('name', '=', row.name)
      .where('state', '=', 'published')
      .execute();
    await rows.updateTable('breach').set({ state: 'published' }).where('breach', '=', breach).execute();
    await rows.deleteFrom('loading').where('breach', '=', breach).execute();
    await moveCatalogue(rows);
    await also?.(rows);
    return true;
  });
}

/** From here on nobody sees it; its rows are still there. */
export async function withdrawBreach(
  register: RegisterDatabase,
  breach: number,
  { also }: FlipOptions = {},
): Promise<void> {
  await register.rows.transaction().execute(async (rows) => {
    const { numUpdatedRows } = await rows
      .updateTable('breach')
      .set({ state: 'withdrawing' })
      .where('breach', '=', breach)
      .where('state', '!=', 'withdrawing')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await moveCatalogue(rows);
    await also?.(rows);
  });
}

/** Moves with every change of what is published: whoever keeps a copy reads it again. */
export async function catalogueVersion(rows: RegisterRows): Promise<number> {
  return (await rows.selectFrom('catalogue').select('version').executeTakeFirstOrThrow()).version;
}

/** For other changes that a copy in memory has to see. */
export async function moveCatalogue(rows: RegisterRows): Promise<void> {
  await rows
    .updateTable('catalogue')
    .set({ version: sql`version + 1` })
    .execute();
}

/** What people lost in a breach, by the numbers of the sets: JSON of an `ExposureSet` each. */
export async function insertExposureSets(
  rows: RegisterRows,
  breach: number,
  sets: readonly { number: number; content: string }[],
): Promise<void> {
  const rowsAtOnce = 500;
  for (let at = 0; at < sets.length; at += rowsAtOnce)
    await rows
      .insertInto('exposure_set')
      .values(sets.slice(at, at + rowsAtOnce).map((set) => ({ breach, ...set })))
      .onConflict((conflict) =>
        conflict.columns(['breach', 'number']).doUpdateSet({ content: sql`excluded.content` }),
      )
      .execute();
}
