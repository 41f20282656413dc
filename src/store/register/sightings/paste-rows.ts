// Pastes, and the addresses that stood in them as keyed hashes. In: an open register. Out: rows.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

export interface PasteRow {
  source: string;
  id: string;
  title: string | null;
  /** ISO 8601 in UTC. */
  date: string | null;
  emailCount: number;
}

const rowsAnInsert = 500;

/** Whole or not at all; one of the same source and id is replaced. */
export async function putPaste(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  { source, id, title, date, emailCount }: PasteRow,
  keys: readonly Buffer[],
): Promise<void> {
  await rows.transaction().execute(async (db) => {
    await deletePaste(db, source, id);
    const { paste } = await db
      .insertInto('paste')
      .values({ source, id, title, date, email_count: emailCount })
      .returning('paste')
      .executeTakeFirstOrThrow();
    for (let at = 0; at < keys.length; at += rowsAnInsert)
      await db
        .insertInto('paste_account')
        .values(keys.slice(at, at + rowsAnInsert).map((key) => ({ person_key: key, paste })))
        .execute();
  });
}

/** Whether there was one. */
export async function removePaste(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  source: string,
  id: string,
): Promise<boolean> {
  return rows.transaction().execute((db) => deletePaste(db, source, id));
}

async function deletePaste(db: RegisterRows, source: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('paste')
    .select('paste')
    .where('source', '=', source)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return false;
  await db.deleteFrom('paste_account').where('paste', '=', found.paste).execute();
  await db.deleteFrom('paste').where('paste', '=', found.paste).execute();
  return true;
}

/** In the order in which they came. */
export async function listPasteRows(rows: RegisterRows): Promise<PasteRow[]> {
  const found = await rows.selectFrom('paste').selectAll().orderBy('paste').execute();
  return found.map(asPaste);
}

/** Newest first; those without a date last. */
export async function pastesOfKey(rows: RegisterRows, key: Buffer): Promise<PasteRow[]> {
  const found = await rows
    .selectFrom('paste_account')
    .innerJoin('paste', 'paste.paste', 'paste_account.paste')
    .select(['source', 'id', 'title', 'date', 'email_count', 'paste.paste'])
    .where('person_key', '=', key)
    .execute();
  return found.toSorted((a, b) => compare(b.date ?? '', a.date ?? '') || a.paste - b.paste).map(asPaste);
}

function asPaste(row: {
  source: string;
  id: string;
  title: string | null;
  date: string | null;
  email_count: number;
}): PasteRow {
  const { source, id, title, date, email_count: emailCount } = row;
  return { source, id, title, date, emailCount };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
