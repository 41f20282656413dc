// Subscribers at rest: a person key, the hash of a token, sealed address, language and a moment. In: an open register.
// Out: rows.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface SubscriberRow {
  person_key: Buffer;
  token_hash: Buffer;
  sealed: Buffer;
  language: string;
  confirmed_at: number;
}

/** Who is one already stays as they are, but for the language. */
export async function insertSubscriber(row: SubscriberRow, db: RegisterRows): Promise<void> {
  await db
    .insertInto('subscriber')
    .values(row)
    .onConflict((on) => on.column('person_key').doUpdateSet({ language: row.language }))
    .execute();
}

/** Whether there was one. What they were told of is forgotten with them. */
export async function deleteSubscriber({ rows }: Register, tokenHash: Buffer): Promise<boolean> {
  return rows.transaction().execute(async (db) => {
    const gone = await db
      .deleteFrom('subscriber')
      .where('token_hash', '=', tokenHash)
      .returning('subscriber')
      .executeTakeFirst();
    if (gone === undefined) return false;
    await db.deleteFrom('notice').where('subscriber', '=', gone.subscriber).execute();
    return true;
  });
}

export async function hasSubscriber({ rows }: Register, tokenHash: Buffer): Promise<boolean> {
  const found = await rows
    .selectFrom('subscriber')
    .select('subscriber')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return found !== undefined;
}

export async function countSubscribers({ rows }: Register): Promise<number> {
  const { count } = await rows
    .selectFrom('subscriber')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
