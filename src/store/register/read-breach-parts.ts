// The parts of a breach that are read by its number: what people lost, and sealed lists of addresses. In: an open
// register. Out: rows as they are.

import type { RegisterRows } from './register-database.ts';

/** JSON of an `ExposureSet`, or null. */
export async function exposureSetContent(
  rows: RegisterRows,
  breach: number,
  number: number,
): Promise<string | null> {
  const found = await rows
    .selectFrom('exposure_set')
    .select('content')
    .where('breach', '=', breach)
    .where('number', '=', number)
    .executeTakeFirst();
  return found?.content ?? null;
}

/** The blocks of one domain, breach by breach; whatever the state of the breach. */
export async function domainBlocks(
  rows: RegisterRows,
  domainKey: Buffer,
): Promise<{ breach: number; sealed: Buffer }[]> {
  return rows
    .selectFrom('domain_block')
    .select(['breach', 'sealed'])
    .where('domain_key', '=', domainKey)
    .orderBy('breach')
    .orderBy('number')
    .execute();
}
