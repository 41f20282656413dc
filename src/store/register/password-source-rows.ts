// Rows of the sources of passwords: what was imported, and from which case. In: the register. Out: sources; one that is
// loaded is seen by nobody until it is there whole, and one that leaves is seen by nobody from then on.

import { CompiledQuery, sql, type Transaction } from 'kysely';
import { TocsinError } from '../../base/index.ts';
import type { Engine } from './migration.ts';
import { placesOfSource } from './password-place.ts';
import { createPasswordSeal, firstSealed } from './password-seal.ts';
import type { RegisterDatabase } from './register-database.ts';
import type { RegisterSecrets } from './register-secrets.ts';
import type { RegisterTables } from './register-tables.ts';

export interface PasswordSource {
  source: number;
  name: string;
  digest: string;
  caseId: string | null;
  state: 'loading' | 'present' | 'leaving';
  sha1: number;
  ntlm: number;
  seen: number;
  madeAt: number;
}

/** Counts of a source that is there whole. */
export type PasswordCounts = Pick<PasswordSource, 'sha1' | 'ntlm' | 'seen'>;

export interface PasswordState {
  version: number;
  /** When something last came or went, ms since 1970; 0 for never. */
  changedAt: number;
  /** Numbers of the sources that are there whole. */
  sources: number[];
}

/** Of all states, oldest first. */
export async function passwordSources({ rows }: RegisterDatabase): Promise<PasswordSource[]> {
  const found = await rows
    .selectFrom('password_source')
    .select(['source', 'name', 'digest', 'case_id', 'state', 'sha1', 'ntlm', 'seen', 'made_at'])
    .orderBy('source')
    .execute();
  return found.map(({ case_id, made_at, ...row }) => ({ ...row, caseId: case_id, madeAt: made_at }));
}

/** Version and sources of one moment. */
export async function readPasswordState({ rows }: RegisterDatabase): Promise<PasswordState> {
  const found = await rows
    .selectFrom('password_state')
    .leftJoin('password_source', (join) => join.on('state', '=', 'present'))
    .select(['version', 'changed_at', 'source'])
    .orderBy('source')
    .execute();
  const { version, changed_at } = found[0]!;
  return {
    version,
    changedAt: changed_at,
    sources: found.flatMap(({ source }) => (source === null ? [] : [source])),
  };
}

export interface BegunSource {
  source: number;
  /** Places of it that are loaded already, of a load that was stopped. */
  done: number;
  /** Whether it is from a case. */
  isSealed: boolean;
}

/** A load of the same name and digest goes on; one of another digest makes room, and its blocks are left to `clearLeaving`. */
export async function beginPasswordSource(
  { rows }: RegisterDatabase,
  { name, digest, caseId }: { name: string; digest: string; caseId: string | null },
): Promise<BegunSource> {
  const isSealed = caseId !== null;
  return rows.transaction().execute(async (tx) => {
    const loading = await tx
      .selectFrom('password_source')
      .select(['source', 'digest', 'done'])
      .where('name', '=', name)
      .where('state', '=', 'loading')
      .executeTakeFirst();
    if (loading?.digest === digest) return { source: loading.source, done: loading.done, isSealed };
    if (loading) await setLeaving(tx, loading.source);
    const { source } = await tx
      .insertInto('password_source')
      .values({
        name,
        digest,
        case_id: caseId,
        state: 'loading',
        done: 0,
        sha1: 0,
        ntlm: 0,
        seen: 0,
        made_at: 0,
      })
      .returning('source')
      .executeTakeFirstOrThrow();
    return { source, done: 0, isSealed };
  });
}

/** Readers see it from here on, and no longer the one of the same name that it replaces. */
export async function presentPasswordSource(
  { rows }: RegisterDatabase,
  source: number,
  counts: PasswordCounts,
  now: number,
): Promise<void> {
  await rows.transaction().execute(async (tx) => {
    const { name } = await tx
      .selectFrom('password_source')
      .select('name')
      .where('source', '=', source)
      .executeTakeFirstOrThrow();
    const before = await presentOf(tx, name);
    if (before !== undefined) await setLeaving(tx, before);
    await tx
      .updateTable('password_source')
      .set({ state: 'present', made_at: now, done: placesOfSource, ...counts })
      .where('source', '=', source)
      .execute();
    await bumpState(tx, now);
  });
}

/** False where there is none of that name: neither whole nor being loaded. Its blocks are left to `clearLeaving`. */
export async function leavePasswordSource(
  { rows }: RegisterDatabase,
  name: string,
  now: number,
): Promise<boolean> {
  return rows.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('password_source')
      .set({ state: 'leaving' })
      .where('name', '=', name)
      .where('state', '!=', 'leaving')
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await bumpState(tx, now);
    return numUpdatedRows > 0n;
  });
}

/** A step of a load: `blocks` and how far it has come, together or not at all. */
export async function addPasswordBlocks(
  { engine, rows, secrets }: RegisterDatabase,
  { source, done, isSealed }: BegunSource,
  blocks: readonly { within: number; hashes: Buffer }[],
  next: number,
): Promise<void> {
  const atPlaces = blocks.map(({ within, hashes }) => ({
    place: source * placesOfSource + within,
    hashes,
  }));
  const resting = isSealed ? sealedBlocks(secrets, atPlaces) : atPlaces;
  await rows.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('password_source')
      .set({ done: next })
      .where('source', '=', source)
      .where('state', '=', 'loading')
      .where('done', '=', done)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      throw new TocsinError('REGISTER_BUSY', 'another process loads or removes the same passwords');
    for (let from = 0; from < resting.length; from += rowsAtOnce) {
      const some = resting.slice(from, from + rowsAtOnce);
      const values = some.flatMap((block) => [block.place, block.hashes]);
      await tx.executeQuery(CompiledQuery.raw(insertText(engine, some.length), values));
    }
  });
}

/** In the order of the places at which they rest: that in which they came would tell what they are. */
function sealedBlocks(
  secrets: RegisterSecrets,
  blocks: readonly { place: number; hashes: Buffer }[],
): { place: number; hashes: Buffer }[] {
  const { placeAt, seal } = createPasswordSeal(secrets);
  return blocks
    .map(({ place, hashes }) => ({ place: placeAt(place), hashes: seal(place, hashes) }))
    .sort((a, b) => a.place - b.place);
}

/** Put together by hand: for rows that are as small as these often are, a query builder takes longer than the database. */
function insertText(engine: Engine, rows: number): string {
  const row = (i: number) => (engine === 'sqlite' ? '(?, ?)' : `($${2 * i + 1}, $${2 * i + 2})`);
  return `INSERT INTO password_block (place, hashes) VALUES ${Array.from({ length: rows }, (_, i) => row(i)).join(', ')}`;
}

const rowsAtOnce = 200;
/** Places a statement, when blocks are removed: some 64 MB of them at most. */
const placesAtOnce = 4096;

/** Takes what left, and what another took the place of, from the disk: in steps, which a later call goes on with. */
export async function clearLeaving({ rows }: RegisterDatabase): Promise<void> {
  const leaving = await rows
    .selectFrom('password_source')
    .select('source')
    .where('state', '=', 'leaving')
    .execute();
  for (const { source } of leaving) {
    const begin = source * placesOfSource;
    for (const first of [begin, firstSealed + begin]) await clearPlaces(rows, first, first + placesOfSource);
    await rows.deleteFrom('password_source').where('source', '=', source).execute();
  }
}

async function clearPlaces(rows: RegisterDatabase['rows'], first: number, end: number): Promise<void> {
  for (let from = first; from < end;) {
    const { last } = await rows
      .selectFrom((inner) =>
        inner
          .selectFrom('password_block')
          .select('place')
          .where('place', '>=', from)
          .where('place', '<', end)
          .orderBy('place')
          .limit(placesAtOnce)
          .as('next'),
      )
      .select(({ fn }) => fn.max('next.place').as('last'))
      .executeTakeFirstOrThrow();
    if (last === null) break;
    await rows.deleteFrom('password_block').where('place', '>=', from).where('place', '<=', last).execute();
    from = last + 1;
  }
}

type Tables = Transaction<RegisterTables>;

async function presentOf(tx: Tables, name: string): Promise<number | undefined> {
  const found = await tx
    .selectFrom('password_source')
    .select('source')
    .where('name', '=', name)
    .where('state', '=', 'present')
    .executeTakeFirst();
  return found?.source;
}

async function setLeaving(tx: Tables, source: number): Promise<void> {
  await tx.updateTable('password_source').set({ state: 'leaving' }).where('source', '=', source).execute();
}

/** A clock that steps back never makes what is served look older than it was. */
async function bumpState(tx: Tables, now: number): Promise<void> {
  await tx
    .updateTable('password_state')
    .set({
      version: sql`version + 1`,
      changed_at: sql`CASE WHEN changed_at > ${now} THEN changed_at ELSE ${now} END`,
    })
    .execute();
}
