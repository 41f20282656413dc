// Notices in the register: of which plan of which case, what is said of each to whoever has one, and the texts that were
// published. In: an open register. Out: rows. One that is being loaded nobody is told of.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface NoticeRow {
  notice: number;
  caseId: string;
  plan: number;
  /** A keyed hash of the name of the controller. */
  controllerKey: Buffer;
  /** What is said of it. */
  sealed: Buffer;
  state: 'loading' | 'known';
  references: number;
  /** Milliseconds since 1970. */
  knownAt: number;
}

const columns = [
  'case_notice.notice',
  'case_id as caseId',
  'plan',
  'controller_key as controllerKey',
  'sealed',
  'state',
  'reference_count as references',
  'known_at as knownAt',
] as const;

/** Its number; the same for the same plan and controller. */
export async function beginNotice(
  { rows }: Register,
  { caseId, plan, controllerKey, sealed }: Pick<NoticeRow, 'caseId' | 'plan' | 'controllerKey' | 'sealed'>,
): Promise<number> {
  const begun = { state: 'loading', reference_count: 0, known_at: 0 } as const;
  await rows
    .insertInto('case_notice')
    .values({ case_id: caseId, plan, controller_key: controllerKey, sealed, ...begun })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { notice } = await rows
    .selectFrom('case_notice')
    .select('notice')
    .where('case_id', '=', caseId)
    .where('plan', '=', plan)
    .where('controller_key', '=', controllerKey)
    .executeTakeFirstOrThrow();
  return notice;
}

/** From then on whoever asks is told of it. */
export async function presentNotice(
  { rows }: Register,
  notice: number,
  { sealed, references, knownAt }: Pick<NoticeRow, 'sealed' | 'references' | 'knownAt'>,
): Promise<void> {
  await rows
    .updateTable('case_notice')
    .set({ state: 'known', sealed, reference_count: references, known_at: knownAt })
    .where('notice', '=', notice)
    .execute();
}

export async function noticesOfCase(rows: RegisterRows, caseId: string): Promise<NoticeRow[]> {
  return rows
    .selectFrom('case_notice')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('case_notice.notice')
    .execute();
}

/** Those that are known and have a reference of that hash: one, but for digits that two ledgers share. */
export async function noticesOfReference(rows: RegisterRows, codeKey: Buffer): Promise<NoticeRow[]> {
  return rows
    .selectFrom('case_notice_reference')
    .innerJoin('case_notice', 'case_notice.notice', 'case_notice_reference.notice')
    .select(columns)
    .where('code_key', '=', codeKey)
    .where('state', '=', 'known')
    .orderBy('case_notice.notice')
    .execute();
}

export interface NoticeTextRow {
  notice: number;
  number: number;
  language: string;
  /** JSON. */
  body: string;
}

/** In the place of those that were there. */
export async function putNoticeTexts(
  { rows }: Register,
  notice: number,
  texts: readonly Omit<NoticeTextRow, 'notice'>[],
): Promise<void> {
  await rows.transaction().execute(async (db) => {
    await db.deleteFrom('case_notice_text').where('notice', '=', notice).execute();
    for (const text of texts)
      await db
        .insertInto('case_notice_text')
        .values({ notice, ...text })
        .execute();
  });
}

/** Notices whose texts were published, the newest first. */
export async function publishedNotices(rows: RegisterRows): Promise<NoticeRow[]> {
  return rows
    .selectFrom('case_notice')
    .select(columns)
    .where('state', '=', 'known')
    .where((query) =>
      query.exists(
        query
          .selectFrom('case_notice_text')
          .select('number')
          .whereRef('case_notice_text.notice', '=', 'case_notice.notice'),
      ),
    )
    .orderBy('case_notice.notice', 'desc')
    .execute();
}

/** Of a notice that is known. */
export async function noticeTexts(rows: RegisterRows, notice: number): Promise<NoticeTextRow[]> {
  return rows
    .selectFrom('case_notice_text')
    .innerJoin('case_notice', 'case_notice.notice', 'case_notice_text.notice')
    .select(['case_notice_text.notice', 'number', 'language', 'body'])
    .where('case_notice_text.notice', '=', notice)
    .where('state', '=', 'known')
    .orderBy('number')
    .execute();
}
