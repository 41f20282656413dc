// Keys of the API, of each its hash only, and how many requests a key has made in the block of time that runs. Keys of one
// account share what belongs to it, such as verified domains: a key can be replaced without losing them.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface ApiKeyTables {
  api_key: {
    api_key: Generated<number>;
    key_hash: Buffer;
    /** The number of the account's first key. */
    account: number | null;
    name: string;
    plan: string;
    /** Requests a minute, where it is another number than the plan's. */
    rpm: number | null;
    created_at: number;
    expires_at: number | null;
    revoked_at: number | null;
  };
  /** `block`: the number of the minute since 1970 that `used` counts. */
  rate_count: { api_key: number; scope: string; block: number; used: number };
}

export const apiKeys: Migration = {
  number: 2,
  name: 'api-keys',
  statements: ({ bytes, integer, numbered, end, endByKey }) => [
    `CREATE TABLE api_key (
       api_key ${numbered},
       key_hash ${bytes} NOT NULL UNIQUE,
       account ${integer},
       name TEXT NOT NULL,
       plan TEXT NOT NULL,
       rpm ${integer},
       created_at ${integer} NOT NULL,
       expires_at ${integer},
       revoked_at ${integer}) ${end}`,
    `CREATE TABLE rate_count (
       api_key ${integer} NOT NULL, scope TEXT NOT NULL, block ${integer} NOT NULL, used ${integer} NOT NULL,
       PRIMARY KEY (api_key, scope)) ${endByKey}`,
  ],
};
