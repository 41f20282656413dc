// Who is to be told, and what is still to be done. `job`: work that outlives the process, its body sealed. `subscriber`,
// `webhook`, `domain_claim`, `range_subscription`: who asked to be told. `notice`, `telling`: who was told already and
// how far it came. `one_time_link`, `opt_out`: what people ask of their own data.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface TellingTables {
  job: {
    job: Generated<number>;
    kind: string;
    state: 'waiting' | 'failed';
    /** Sealed JSON. */
    body: Buffer;
    /** Not before; while somebody works on it, when it falls back to all. */
    due_at: number;
    /** When `due_at` was set: a later moment than now shows that the clock was put back. */
    set_at: number;
    enqueued_at: number;
    attempts: number;
    /** Of whoever works on it. */
    lease: string | null;
    once_key: string | null;
    /** What it is about, such as `webhook 3`; never a person. */
    subject: string | null;
    /** Why the last attempt failed; never a value. */
    reason: string | null;
  };
  one_time_link: {
    token_hash: Buffer;
    purpose: string;
    /** Empty once it was taken. */
    sealed: Buffer;
    made_at: number;
    valid_until: number;
    taken_at: number | null;
  };
  /** `sealed`: address and unsubscribe token. */
  subscriber: {
    subscriber: Generated<number>;
    person_key: Buffer;
    token_hash: Buffer;
    sealed: Buffer;
    language: string;
    confirmed_at: number;
  };
  /** By the name of the breach: one that is published anew tells nobody twice. */
  notice: { subscriber: number; breach_name: string; told_at: number };
  /** `place`: the last key that is done, of whatever the step goes through. */
  telling: { breach: number; step: string; place: Buffer; is_done: number };
  /** `sealed`: URL, secret and bearer token. */
  webhook: {
    webhook: Generated<number>;
    sealed: Buffer;
    /** Names with a blank between. */
    events: string;
    is_monitor: number;
    /** Of API keys; null: told of all. */
    account: number | null;
    made_at: number;
  };
  /** All SHA-1 from `low` to below `high`. */
  range_subscription: { account: number; low: Buffer; high: Buffer; made_at: number };
  domain_claim: {
    account: number;
    domain: string;
    token: string;
    made_at: number;
    verified_at: number | null;
    method: string | null;
    /** Sealed: the address that reports go to. */
    contact: Buffer | null;
  };
  opt_out: {
    person_key: Buffer;
    /** Sealed: the SHA-1 of the address. */
    sealed: Buffer;
    kind: string;
    /** Of breaches up to this number nothing is shown; null for all and for ever. */
    up_to: number | null;
    made_at: number;
    version: number;
  };
  opt_out_version: { only_row: number; version: number };
}

export const telling: Migration = {
  number: 4,
  name: 'telling',
  statements: ({ bytes, integer, numbered, end, endByKey }) => [
    `CREATE TABLE job (
       job ${numbered},
       kind TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
       body ${bytes} NOT NULL,
       due_at ${integer} NOT NULL, set_at ${integer} NOT NULL, enqueued_at ${integer} NOT NULL,
       attempts ${integer} NOT NULL, lease TEXT, once_key TEXT UNIQUE, subject TEXT, reason TEXT) ${end}`,
    `CREATE INDEX job_due ON job (state, kind, due_at)`,
    `CREATE INDEX job_subject ON job (subject) WHERE subject IS NOT NULL`,
    `CREATE TABLE one_time_link (
       token_hash ${bytes} NOT NULL PRIMARY KEY,
       purpose TEXT NOT NULL, sealed ${bytes} NOT NULL,
       made_at ${integer} NOT NULL, valid_until ${integer} NOT NULL, taken_at ${integer}) ${endByKey}`,
    `CREATE INDEX one_time_link_end ON one_time_link (valid_until)`,
    `CREATE TABLE subscriber (
       subscriber ${numbered},
       person_key ${bytes} NOT NULL UNIQUE, token_hash ${bytes} NOT NULL UNIQUE, sealed ${bytes} NOT NULL,
       language TEXT NOT NULL, confirmed_at ${integer} NOT NULL) ${end}`,
    `CREATE TABLE notice (
       subscriber ${integer} NOT NULL, breach_name TEXT NOT NULL, told_at ${integer} NOT NULL,
       PRIMARY KEY (subscriber, breach_name)) ${endByKey}`,
    `CREATE TABLE telling (
       breach ${integer} NOT NULL, step TEXT NOT NULL, place ${bytes} NOT NULL, is_done ${integer} NOT NULL,
       PRIMARY KEY (breach, step)) ${endByKey}`,
    `CREATE TABLE webhook (
       webhook ${numbered},
       sealed ${bytes} NOT NULL, events TEXT NOT NULL, is_monitor ${integer} NOT NULL, account ${integer},
       made_at ${integer} NOT NULL) ${end}`,
    `CREATE TABLE range_subscription (
       account ${integer} NOT NULL, low ${bytes} NOT NULL, high ${bytes} NOT NULL, made_at ${integer} NOT NULL,
       PRIMARY KEY (low, account)) ${endByKey}`,
    `CREATE TABLE domain_claim (
       account ${integer} NOT NULL, domain TEXT NOT NULL, token TEXT NOT NULL, made_at ${integer} NOT NULL,
       verified_at ${integer}, method TEXT, contact ${bytes},
       PRIMARY KEY (account, domain)) ${endByKey}`,
    `CREATE TABLE opt_out (
       person_key ${bytes} NOT NULL PRIMARY KEY, sealed ${bytes} NOT NULL,
       kind TEXT NOT NULL, up_to ${integer}, made_at ${integer} NOT NULL, version ${integer} NOT NULL) ${endByKey}`,
    `CREATE INDEX opt_out_since ON opt_out (version)`,
    `CREATE TABLE opt_out_version (
       only_row ${integer} PRIMARY KEY CHECK (only_row = 1), version ${integer} NOT NULL) ${end}`,
    `INSERT INTO opt_out_version VALUES (1, 0)`,
  ],
};
