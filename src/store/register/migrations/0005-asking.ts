// How often somebody has asked: of an address, of a code, from a network, in all. In the database rather than in memory,
// so that a start begins no new count and several processes keep one. What is counted is a keyed hash.

import type { Migration } from '../migration.ts';

export interface AskingTables {
  /** `block`: the number of the stretch of time since 1970 that `used` counts, which ends at `ends_at`. */
  asking_count: { limit_key: Buffer; block: number; used: number; ends_at: number };
}

export const asking: Migration = {
  number: 5,
  name: 'asking',
  statements: ({ bytes, integer, endByKey }) => [
    `CREATE TABLE asking_count (
       limit_key ${bytes} NOT NULL PRIMARY KEY,
       block ${integer} NOT NULL,
       used ${integer} NOT NULL,
       ends_at ${integer} NOT NULL) ${endByKey}`,
    `CREATE INDEX asking_count_ends ON asking_count (ends_at)`,
  ],
};
