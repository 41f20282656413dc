// The indexes of the private look-up as rows: built part by part, served block by block. In: the register. Out: rows.
// Entries are bytes that say nothing here; what is served is never half an index.

import type { RegisterDatabase, RegisterRows } from './register-database.ts';

export interface PrivateIndexRow {
  breach: number;
  kind: string;
  digest: string;
  salt: Buffer;
  vocabulary: string;
  bits: number;
  entries: number;
  isReady: boolean;
}

export interface PrivateBlockRow {
  block: number;
  entries: Buffer;
}

/** Of one breach, or of all. */
export async function privateIndexes(rows: RegisterRows, breach?: number): Promise<PrivateIndexRow[]> {
  let query = rows.selectFrom('private_index').selectAll().orderBy('breach').orderBy('kind');
  if (breach !== undefined) query = query.where('breach', '=', breach);
  return (await query.execute()).map(({ ready, ...row }) => ({ ...row, isReady: ready === 1 }));
}

/** What the people of a breach lost: by number, JSON. */
export async function exposureSetContents(
  rows: RegisterRows,
  breach: number,
): Promise<{ number: number; content: string }[]> {
  return await rows
    .selectFrom('exposure_set')
    .select(['number', 'content'])
    .where('breach', '=', breach)
    .orderBy('number')
    .execute();
}

/** Nothing of an earlier build of this breach is left. */
export async function beginPrivateIndexes(
  { rows }: RegisterDatabase,
  breach: number,
  begun: Pick<PrivateIndexRow, 'kind' | 'digest' | 'salt' | 'vocabulary'>[],
): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    for (const table of ['private_index', 'private_part', 'private_block'] as const)
      await transaction.deleteFrom(table).where('breach', '=', breach).execute();
    for (const index of begun)
      await transaction
        .insertInto('private_index')
        .values({ breach, ...index, bits: 0, entries: 0, ready: 0 })
        .execute();
  });
}

export interface PrivatePart {
  number: number;
  marks: Buffer;
  entries: Buffer;
}

export async function addPrivatePart(
  { rows }: RegisterDatabase,
  breach: number,
  part: PrivatePart,
): Promise<void> {
  await rows
    .insertInto('private_part')
    .values({ breach, ...part })
    .execute();
}

/** One column of each part, in order, one part at a time. */
export async function* privateParts(
  rows: RegisterRows,
  breach: number,
  column: 'marks' | 'entries',
): AsyncGenerator<{ number: number; bytes: Buffer }> {
  for (let after = -1; ;) {
    const part = await rows
      .selectFrom('private_part')
      .select(['number', column])
      .where('breach', '=', breach)
      .where('number', '>', after)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (part === undefined) return;
    after = part.number;
    yield { number: part.number, bytes: (part as Record<typeof column, Buffer>)[column] };
  }
}

export async function dropPrivateBlocks({ rows }: RegisterDatabase, breach: number): Promise<void> {
  await rows.deleteFrom('private_block').where('breach', '=', breach).execute();
}

/** Some hundred blocks a statement, all by one transaction. */
export async function addPrivateBlocks(
  { rows }: RegisterDatabase,
  breach: number,
  kind: string,
  blocks: PrivateBlockRow[],
): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    for (let at = 0; at < blocks.length; at += blocksAtOnce)
      await transaction
        .insertInto('private_block')
        .values(blocks.slice(at, at + blocksAtOnce).map((block) => ({ breach, kind, ...block })))
        .execute();
  });
}

const blocksAtOnce = 200;

/** From here on the indexes of the breach are whole, and their parts are gone. */
export async function endPrivateIndexes(
  { rows }: RegisterDatabase,
  breach: number,
  ended: Pick<PrivateIndexRow, 'kind' | 'bits' | 'entries'>[],
): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    for (const { kind, bits, entries } of ended)
      await transaction
        .updateTable('private_index')
        .set({ bits, entries, ready: 1 })
        .where('breach', '=', breach)
        .where('kind', '=', kind)
        .execute();
    await transaction.deleteFrom('private_part').where('breach', '=', breach).execute();
  });
}

/** Null where nobody's entry fell into it. */
export async function privateBlock(
  rows: RegisterRows,
  { breach, kind, block }: { breach: number; kind: string; block: number },
): Promise<Buffer | null> {
  const found = await rows
    .selectFrom('private_block')
    .select('entries')
    .where('breach', '=', breach)
    .where('kind', '=', kind)
    .where('block', '=', block)
    .executeTakeFirst();
  return found?.entries ?? null;
}
