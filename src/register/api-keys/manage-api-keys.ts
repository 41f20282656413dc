// API keys made, listed and revoked. In: the register and what a key shall be. Out: the key, once, or what is known of all.
// A key that was revoked stays in the list: what it did can still be told apart.

import { TocsinError } from '../../base/index.ts';
import {
  allApiKeys,
  apiKeyByHash,
  apiKeyByNumber,
  insertApiKey,
  markRevoked,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { type ApiKey, apiKeyHash, apiKeyOf, newApiKey } from './api-key.ts';
import type { Plan } from './plans.ts';

export interface NewApiKey {
  plan: Plan;
  /** What the operator calls it; never sent to a client. */
  name: string;
  /** Another number than the plan's; null: the plan's. */
  requestsPerMinute: number | null;
  expiresAt: number | null;
  /** The number of a key whose account this one joins; null: an account of its own. */
  sameAccountAs: number | null;
  now: Date;
}

/** `key`: the only time that it is told. Throws API_KEY_UNKNOWN. */
export async function createApiKey(
  register: RegisterDatabase,
  { plan, name, requestsPerMinute, expiresAt, sameAccountAs, now }: NewApiKey,
): Promise<ApiKey & { key: string }> {
  const other = sameAccountAs === null ? null : await apiKeyNumbered(register, sameAccountAs);
  const key = newApiKey();
  const number = await insertApiKey(register, {
    keyHash: apiKeyHash(register, key),
    account: other?.account ?? null,
    name,
    plan: plan.plan,
    rpm: requestsPerMinute,
    createdAt: now.getTime(),
    expiresAt,
  });
  return { ...(await apiKeyNumbered(register, number)), key };
}

/** All of them, revoked and expired ones too, the oldest first. */
export async function listApiKeys(register: RegisterDatabase): Promise<ApiKey[]> {
  return (await allApiKeys(register)).map(apiKeyOf);
}

/** False where it was revoked before. Throws API_KEY_UNKNOWN. */
export async function revokeApiKey(register: RegisterDatabase, number: number, now: Date): Promise<boolean> {
  await apiKeyNumbered(register, number);
  return markRevoked(register, number, now.getTime());
}

/** By the key itself. Throws API_KEY_UNKNOWN. */
export async function findApiKey(register: RegisterDatabase, key: string): Promise<ApiKey> {
  const row = await apiKeyByHash(register, apiKeyHash(register, key));
  if (!row) throw new TocsinError('API_KEY_UNKNOWN', 'no such API key was ever made here');
  return apiKeyOf(row);
}

async function apiKeyNumbered(register: RegisterDatabase, number: number): Promise<ApiKey> {
  const row = await apiKeyByNumber(register, number);
  if (!row) throw new TocsinError('API_KEY_UNKNOWN', `no API key has the number ${number}`);
  return apiKeyOf(row);
}
