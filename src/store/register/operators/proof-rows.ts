// What users of the instance prove themselves by: passkeys, one-time codes, links to enrol with. In: an open register.
// Out: rows; secrets come and go sealed.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface PasskeyRow {
  credential_id: string;
  operator: string;
  public_key: Buffer;
  counter: number;
  transports: string;
  label: string;
  added_at: number;
  used_at: number | null;
}

export async function insertPasskey(
  { rows }: Register,
  passkey: PasskeyRow,
  db: RegisterRows = rows,
): Promise<void> {
  await db.insertInto('passkey').values(passkey).execute();
}

export async function readPasskey({ rows }: Register, credentialId: string): Promise<PasskeyRow | null> {
  const row = await rows
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

export async function listPasskeys({ rows }: Register, operator: string): Promise<PasskeyRow[]> {
  return rows
    .selectFrom('passkey')
    .selectAll()
    .where('operator', '=', operator)
    .orderBy('added_at')
    .orderBy('credential_id')
    .execute();
}

export async function deletePasskey(
  { rows }: Register,
  operator: string,
  credentialId: string,
): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('passkey')
    .where('operator', '=', operator)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** False where another use has moved the counter meanwhile. */
export async function usePasskey(
  { rows }: Register,
  { credential_id: id, counter: known }: PasskeyRow,
  { counter, now }: { counter: number; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('passkey')
    .set({ counter, used_at: now })
    .where('credential_id', '=', id)
    .where('counter', '=', known)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface OneTimeCodeRow {
  operator: string;
  sealed: Buffer;
  last_step: number;
  added_at: number;
}

/** In the place of another. */
export async function putOneTimeCode(
  { rows }: Register,
  code: OneTimeCodeRow,
  db: RegisterRows = rows,
): Promise<void> {
  await db.deleteFrom('one_time_code').where('operator', '=', code.operator).execute();
  await db.insertInto('one_time_code').values(code).execute();
}

export async function readOneTimeCode({ rows }: Register, operator: string): Promise<OneTimeCodeRow | null> {
  const row = await rows
    .selectFrom('one_time_code')
    .selectAll()
    .where('operator', '=', operator)
    .executeTakeFirst();
  return row ?? null;
}

/** False where this step or a later one was used. */
export async function useCodeStep({ rows }: Register, operator: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('one_time_code')
    .set({ last_step: step })
    .where('operator', '=', operator)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface EnrolmentRow {
  token_hash: Buffer;
  operator: string;
  sealed: Buffer;
  made_at: number;
  due_at: number;
  taken_at: number | null;
}

/** Links made before for the same user end. */
export async function putEnrolment({ rows }: Register, enrolment: EnrolmentRow): Promise<void> {
  await rows.transaction().execute(async (db) => {
    await db.deleteFrom('enrolment').where('operator', '=', enrolment.operator).execute();
    await db.insertInto('enrolment').values(enrolment).execute();
  });
}

export async function readEnrolment({ rows }: Register, tokenHash: Buffer): Promise<EnrolmentRow | null> {
  const row = await rows
    .selectFrom('enrolment')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes the link and keeps what was enrolled, both or neither; false where it was taken before. */
export async function takeEnrolment(
  { rows }: Register,
  tokenHash: Buffer,
  now: number,
  keep: (db: RegisterRows) => Promise<void>,
): Promise<boolean> {
  return rows.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('enrolment')
      .set({ taken_at: now, sealed: Buffer.alloc(0) })
      .where('token_hash', '=', tokenHash)
      .where('taken_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await keep(db);
    return true;
  });
}
