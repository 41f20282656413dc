// The number under which a breach was published first, whatever was published in its place or withdrawn since. In: a keyed
// hash of its name. Out: a number, by which opt-outs know the breach.

import type { RegisterRows } from './register-database.ts';

/** Null where nothing was published under that name. */
export async function firstPublication(rows: RegisterRows, nameKey: Buffer): Promise<number | null> {
  const found = await rows
    .selectFrom('first_publication')
    .select('first')
    .where('name_key', '=', nameKey)
    .executeTakeFirst();
  return found?.first ?? null;
}

/** What is there already stays. */
export async function keepFirstPublication(
  rows: RegisterRows,
  nameKey: Buffer,
  first: number,
): Promise<void> {
  await rows
    .insertInto('first_publication')
    .values({ name_key: nameKey, first })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
