// Reference codes of letters as rows: a keyed hash of the code, one of the code with a date of birth, and what the person
// lost. In: an open register. Out: rows; no code, no date.

import { sql } from 'kysely';
import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

export interface ReferenceCodeRow {
  codeKey: Buffer;
  birthKey: Buffer;
  breach: number;
  exposureSet: number;
  /** Milliseconds since 1970. */
  madeAt: number;
}

const rowsAnInsert = 500;

/** Resolves to those that were there already, and stay as they were. */
export async function insertReferenceCodes(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  codes: readonly ReferenceCodeRow[],
): Promise<ReferenceCodeRow[]> {
  const inserted = new Set<string>();
  await rows.transaction().execute(async (db) => {
    for (let at = 0; at < codes.length; at += rowsAnInsert) {
      const made = await db
        .insertInto('reference_code')
        .values(
          codes.slice(at, at + rowsAnInsert).map((code) => ({
            code_key: code.codeKey,
            birth_key: code.birthKey,
            breach: code.breach,
            exposure_set: code.exposureSet,
            made_at: code.madeAt,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['code_key', 'birth_key'])
        .execute();
      for (const row of made) inserted.add(nameOf(row.code_key, row.birth_key));
    }
  });
  return codes.filter(({ codeKey, birthKey }) => !inserted.has(nameOf(codeKey, birthKey)));
}

function nameOf(codeKey: Buffer, birthKey: Buffer): string {
  return `${codeKey.toString('hex')} ${birthKey.toString('hex')}`;
}

/** Of published breaches: one for each date of birth of the person, a few at most. */
export async function readReferenceCodes(rows: RegisterRows, codeKey: Buffer): Promise<ReferenceCodeRow[]> {
  const found = await rows
    .selectFrom('reference_code')
    .innerJoin('breach', 'breach.breach', 'reference_code.breach')
    .select(['code_key', 'birth_key', 'reference_code.breach', 'exposure_set', 'made_at'])
    .where('code_key', '=', codeKey)
    .where('breach.state', '=', 'published')
    .execute();
  return found.map((row) => ({
    codeKey: row.code_key,
    birthKey: row.birth_key,
    breach: row.breach,
    exposureSet: row.exposure_set,
    madeAt: row.made_at,
  }));
}

/** Those of a breach that were made before. */
export async function deleteReferenceCodes(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  breach: number,
  before: number,
): Promise<void> {
  await rows
    .deleteFrom('reference_code')
    .where('breach', '=', breach)
    .where('made_at', '<', before)
    .execute();
}

/** When the last ones of a breach were made; null where it has none. */
export async function lastCodesMadeAt(rows: RegisterRows, breach: number): Promise<number | null> {
  const { last } = await rows
    .selectFrom('reference_code')
    .select(({ fn }) => fn.max('made_at').as('last'))
    .where('breach', '=', breach)
    .executeTakeFirstOrThrow();
  return last;
}

/**
 * Codes of a breach go on with the one that takes its place, and say what they said when they were made. `rows`: the
 * transaction in which it does. What they say and the new breach has no set for is added to its sets.
 */
export async function moveReferenceCodes(rows: RegisterRows, from: number, to: number): Promise<void> {
  const used = await rows
    .selectFrom('exposure_set')
    .select(['number', 'content'])
    .where('breach', '=', from)
    .where((query) =>
      query.exists(
        query
          .selectFrom('reference_code')
          .select(sql`1`.as('one'))
          .whereRef('reference_code.exposure_set', '=', 'exposure_set.number')
          .where('reference_code.breach', '=', from),
      ),
    )
    .orderBy('number')
    .execute();
  if (used.length === 0) return;
  const known = await rows
    .selectFrom('exposure_set')
    .select(['number', 'content'])
    .where('breach', '=', to)
    .execute();
  const numberOf = new Map(known.map(({ number, content }) => [content, number]));
  let next = known.reduce((most, { number }) => Math.max(most, number + 1), 0);
  for (const { number, content } of used) {
    let moved = numberOf.get(content);
    if (moved === undefined) {
      moved = next++;
      numberOf.set(content, moved);
      await rows.insertInto('exposure_set').values({ breach: to, number: moved, content }).execute();
    }
    await rows
      .updateTable('reference_code')
      .set({ breach: to, exposure_set: moved })
      .where('breach', '=', from)
      .where('exposure_set', '=', number)
      .execute();
  }
}
