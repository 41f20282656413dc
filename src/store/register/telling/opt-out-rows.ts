// Who asked not to be found, at rest: a person key and the kind. In: an open register. Out: rows since a version, so
// that a process keeps them in memory and reads only what is new.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

export interface OptOutRow {
  person_key: Buffer;
  sealed: Buffer;
  kind: string;
  up_to: number | null;
}

export async function optOutVersion({ rows }: Pick<RegisterDatabase, 'rows'>): Promise<number> {
  const { version } = await rows.selectFrom('opt_out_version').select('version').executeTakeFirstOrThrow();
  return version;
}

const rowsAPage = 10_000;

/** All after version `since`; a person who asked twice is there with the later. */
export async function* optOutsSince(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  since: number,
): AsyncGenerator<OptOutRow[]> {
  for (let from = since; ;) {
    const page = await rows
      .selectFrom('opt_out')
      .select(['person_key', 'sealed', 'kind', 'up_to', 'version'])
      .where('version', '>', from)
      .orderBy('version')
      .limit(rowsAPage)
      .execute();
    if (page.length > 0) yield page;
    if (page.length < rowsAPage) return;
    from = page.at(-1)!.version;
  }
}

/**
 * The stored one is replaced, but what was deleted stays so: whoever only hides an address later does not bring it back
 * into the lists of its domain. `db`: a transaction.
 */
export async function writeOptOut(
  db: RegisterRows,
  { made_at, ...row }: { person_key: Buffer; sealed: Buffer; kind: string; made_at: number },
): Promise<void> {
  // the row is locked until the end: versions are seen in their order
  const { version } = await db
    .updateTable('opt_out_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  const up_to = await deletedUpTo(db, row);
  await db
    .insertInto('opt_out')
    .values({ ...row, up_to, made_at, version })
    .onConflict((on) => on.column('person_key').doUpdateSet({ kind: row.kind, up_to, made_at, version }))
    .execute();
}

/** The number of the last breach from which the person is deleted once and for all; null where there is none, or no end. */
async function deletedUpTo(
  db: RegisterRows,
  { person_key, kind }: { person_key: Buffer; kind: string },
): Promise<number | null> {
  if (kind === 'delete') return null;
  const earlier = await db
    .selectFrom('opt_out')
    .select(['kind', 'up_to'])
    .where('person_key', '=', person_key)
    .executeTakeFirst();
  if (kind === 'hide' && earlier?.kind !== 'delete') return earlier?.up_to ?? null;
  const last = await db
    .selectFrom('breach')
    .select(({ fn }) => fn.max<number | null>('breach').as('breach'))
    .executeTakeFirstOrThrow();
  return last.breach ?? 0;
}

/** Takes an address out of everything that is looked up by it. `db`: a transaction. */
export async function deletePerson(
  db: RegisterRows,
  { person_key, sha1 }: { person_key: Buffer; sha1: Buffer },
): Promise<void> {
  await db.deleteFrom('exposure').where('person_key', '=', person_key).execute();
  await db.deleteFrom('sha1_entry').where('sha1', '=', sha1).execute();
  await db.deleteFrom('stealer_log').where('email_key', '=', person_key).execute();
  await db.deleteFrom('paste_account').where('person_key', '=', person_key).execute();
}
