// How the users of the instance prove themselves on the web, and who is logged in. `operator` is a user: name and the
// moment they were added, so that another user of the same name has nothing of the first. Tokens rest as keyed hashes,
// secrets sealed. `log_in_try`: how often somebody was refused lately, by user and by network, as keyed hashes.

import type { Migration } from '../migration.ts';

export interface OperatorTables {
  passkey: {
    credential_id: string;
    operator: string;
    public_key: Buffer;
    /** As the authenticator last told it; 0 for those that do not count. */
    counter: number;
    /** Names with a blank between. */
    transports: string;
    label: string;
    added_at: number;
    used_at: number | null;
  };
  /** `last_step`: the number of the 30 seconds whose code was used last: none of it or before is taken again. */
  one_time_code: { operator: string; sealed: Buffer; last_step: number; added_at: number };
  enrolment: {
    token_hash: Buffer;
    operator: string;
    sealed: Buffer;
    made_at: number;
    due_at: number;
    taken_at: number | null;
  };
  session: { token_hash: Buffer; operator: string; begun_at: number; seen_at: number };
  challenge: { challenge_hash: Buffer; made_at: number; due_at: number };
  log_in_try: { try_key: Buffer; tries: number; first_at: number };
}

export const operators: Migration = {
  number: 7,
  name: 'operators',
  statements: ({ bytes, integer, end, endByKey }) => [
    `CREATE TABLE passkey (
       credential_id TEXT PRIMARY KEY, operator TEXT NOT NULL, public_key ${bytes} NOT NULL,
       counter ${integer} NOT NULL, transports TEXT NOT NULL, label TEXT NOT NULL,
       added_at ${integer} NOT NULL, used_at ${integer}) ${end}`,
    `CREATE INDEX passkey_operator ON passkey (operator)`,
    `CREATE TABLE one_time_code (
       operator TEXT PRIMARY KEY, sealed ${bytes} NOT NULL, last_step ${integer} NOT NULL,
       added_at ${integer} NOT NULL) ${end}`,
    `CREATE TABLE enrolment (
       token_hash ${bytes} PRIMARY KEY, operator TEXT NOT NULL, sealed ${bytes} NOT NULL,
       made_at ${integer} NOT NULL, due_at ${integer} NOT NULL, taken_at ${integer}) ${endByKey}`,
    `CREATE TABLE session (
       token_hash ${bytes} PRIMARY KEY, operator TEXT NOT NULL, begun_at ${integer} NOT NULL,
       seen_at ${integer} NOT NULL) ${endByKey}`,
    `CREATE INDEX session_operator ON session (operator)`,
    `CREATE TABLE challenge (
       challenge_hash ${bytes} PRIMARY KEY, made_at ${integer} NOT NULL, due_at ${integer} NOT NULL) ${endByKey}`,
    `CREATE TABLE log_in_try (
       try_key ${bytes} PRIMARY KEY, tries ${integer} NOT NULL, first_at ${integer} NOT NULL) ${endByKey}`,
  ],
};
