// A key of the API: 32 hexadecimal digits of chance, of which the register holds a keyed hash. In: what a client sends.
// Out: its hash, and what the register knows of it. The key itself is shown once, when it is made.

import { createHmac, randomBytes } from 'node:crypto';
import type { ApiKeyRow, RegisterDatabase } from '../../store/register/index.ts';
import { parsePlan, type Plan } from './plans.ts';

export interface ApiKey {
  number: number;
  /** What keys share that replace each other: verified domains, subscribed ranges. */
  account: number;
  name: string;
  plan: Plan;
  /** Requests a minute; null: no limit. */
  requestsPerMinute: number | null;
  createdAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
}

export const apiKeyPattern = /^[0-9a-f]{32}$/iu;

const keyRandomBytes = 16;

export function newApiKey(): string {
  return randomBytes(keyRandomBytes).toString('hex');
}

export function apiKeyHash({ secrets }: Pick<RegisterDatabase, 'secrets'>, key: string): Buffer {
  return createHmac('sha256', secrets('token')).update(`api-key\0${key.toLowerCase()}`).digest();
}

/** A plan that this version does not know allows nothing more than the smallest. */
export function apiKeyOf(row: ApiKeyRow): ApiKey {
  const plan = parsePlan(row.plan) ?? parsePlan('core')!;
  return {
    number: row.api_key,
    account: row.account ?? row.api_key,
    name: row.name,
    plan,
    requestsPerMinute: row.rpm ?? plan.requestsPerMinute,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export function isExpired(key: ApiKey, now: Date): boolean {
  return key.expiresAt !== null && key.expiresAt <= now.getTime();
}
