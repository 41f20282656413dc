// Rows of API keys. In: the register. Out: keys by the hash of what a client sends; a key itself is never seen here.

import type { Selectable } from 'kysely';
import type { ApiKeyTables } from './migrations/0002-api-keys.ts';
import type { RegisterDatabase } from './register-database.ts';

export type ApiKeyRow = Selectable<ApiKeyTables['api_key']>;

export interface NewApiKeyRow {
  keyHash: Buffer;
  /** Null: the key begins an account of its own. */
  account: number | null;
  name: string;
  plan: string;
  rpm: number | null;
  createdAt: number;
  expiresAt: number | null;
}

/** The number of the new key. */
export async function insertApiKey({ rows }: RegisterDatabase, key: NewApiKeyRow): Promise<number> {
  const { api_key } = await rows
    .insertInto('api_key')
    .values({
      key_hash: key.keyHash,
      account: key.account,
      name: key.name,
      plan: key.plan,
      rpm: key.rpm,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      revoked_at: null,
    })
    .returning('api_key')
    .executeTakeFirstOrThrow();
  return api_key;
}

export async function apiKeyByHash(
  { rows }: RegisterDatabase,
  keyHash: Buffer,
): Promise<ApiKeyRow | undefined> {
  return rows.selectFrom('api_key').selectAll().where('key_hash', '=', keyHash).executeTakeFirst();
}

export async function apiKeyByNumber(
  { rows }: RegisterDatabase,
  number: number,
): Promise<ApiKeyRow | undefined> {
  return rows.selectFrom('api_key').selectAll().where('api_key', '=', number).executeTakeFirst();
}

export async function allApiKeys({ rows }: RegisterDatabase): Promise<ApiKeyRow[]> {
  return rows.selectFrom('api_key').selectAll().orderBy('api_key').execute();
}

/** False where it was revoked before. Its counts go with it. */
export async function markRevoked(
  { rows }: RegisterDatabase,
  number: number,
  revokedAt: number,
): Promise<boolean> {
  return rows.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('api_key')
      .set({ revoked_at: revokedAt })
      .where('api_key', '=', number)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    await tx.deleteFrom('rate_count').where('api_key', '=', number).execute();
    return numUpdatedRows > 0n;
  });
}
