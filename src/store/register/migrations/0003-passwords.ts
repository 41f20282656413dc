// Hashes of passwords that were leaked, and how often each was seen. `password_block`: the hashes of one source that share
// their first 5 hexadecimal digits; `place` counts source, hash function and digits together, so that a source lies in one
// piece. Those of a case are sealed, beyond all others, their digits in an order of the instance's own: no place tells which
// digits it is of. `password_state` tells readers that something came or went, and when.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface PasswordTables {
  password_source: {
    source: Generated<number>;
    name: string;
    /** Of what it was made from: the same twice is nothing new. */
    digest: string;
    /** The case its passwords are from; null where they were imported. */
    case_id: string | null;
    state: 'loading' | 'present' | 'leaving';
    /** While it is loaded: the first place that is not done, counted within the source. */
    done: number;
    /** Different hashes of each function, and how often all of them were seen. */
    sha1: number;
    ntlm: number;
    seen: number;
    made_at: number;
  };
  password_block: { place: number; hashes: Buffer };
  password_state: { only_row: number; version: number; changed_at: number };
}

export const passwords: Migration = {
  number: 3,
  name: 'passwords',
  statements: ({ bytes, integer, numbered, end }) => [
    `CREATE TABLE password_source (
       source ${numbered},
       name TEXT NOT NULL,
       digest TEXT NOT NULL,
       case_id TEXT,
       state TEXT NOT NULL CHECK (state IN ('loading', 'present', 'leaving')),
       done ${integer} NOT NULL,
       sha1 ${integer} NOT NULL,
       ntlm ${integer} NOT NULL,
       seen ${integer} NOT NULL,
       made_at ${integer} NOT NULL) ${end}`,
    // the one that replaces another is loaded beside it
    `CREATE UNIQUE INDEX password_source_present ON password_source (name) WHERE state = 'present'`,
    `CREATE UNIQUE INDEX password_source_loading ON password_source (name) WHERE state = 'loading'`,
    `CREATE TABLE password_block (place ${integer} PRIMARY KEY, hashes ${bytes} NOT NULL) ${end}`,
    `CREATE TABLE password_state (
       only_row ${integer} PRIMARY KEY CHECK (only_row = 1), version ${integer} NOT NULL,
       changed_at ${integer} NOT NULL) ${end}`,
    `INSERT INTO password_state VALUES (1, 1, 0)`,
  ],
};
