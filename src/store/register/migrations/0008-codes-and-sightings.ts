// What people of a breach are found by besides an identifier, and where else addresses were seen. `reference_code`: a
// code of a letter with the person's date of birth, both as keyed hashes, and what that person lost. `stealer_log`:
// addresses with the websites that they were typed into. `paste`: texts in which addresses stood; they are of no breach.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface SightingTables {
  reference_code: {
    code_key: Buffer;
    birth_key: Buffer;
    breach: number;
    exposure_set: number;
    made_at: number;
  };
  stealer_log: {
    email_key: Buffer;
    website: string;
    breach: number;
    email_domain_key: Buffer;
    /** The address. */
    sealed: Buffer;
  };
  paste: {
    paste: Generated<number>;
    source: string;
    id: string;
    title: string | null;
    /** ISO 8601 in UTC. */
    date: string | null;
    email_count: number;
  };
  paste_account: { person_key: Buffer; paste: number };
}

export const codesAndSightings: Migration = {
  number: 8,
  name: 'reference codes, stealer logs, pastes',
  statements: ({ bytes, integer, numbered, end, endByKey }) => [
    `CREATE TABLE reference_code (
       code_key ${bytes} NOT NULL, birth_key ${bytes} NOT NULL,
       breach ${integer} NOT NULL, exposure_set ${integer} NOT NULL, made_at ${integer} NOT NULL,
       PRIMARY KEY (code_key, birth_key)) ${endByKey}`,
    `CREATE INDEX reference_code_breach ON reference_code (breach, exposure_set)`,
    `CREATE TABLE stealer_log (
       email_key ${bytes} NOT NULL, website TEXT NOT NULL, breach ${integer} NOT NULL,
       email_domain_key ${bytes} NOT NULL, sealed ${bytes} NOT NULL,
       PRIMARY KEY (email_key, website, breach)) ${endByKey}`,
    `CREATE INDEX stealer_log_website ON stealer_log (website)`,
    `CREATE INDEX stealer_log_domain ON stealer_log (email_domain_key)`,
    `CREATE TABLE paste (
       paste ${numbered}, source TEXT NOT NULL, id TEXT NOT NULL, title TEXT, date TEXT,
       email_count ${integer} NOT NULL, UNIQUE (source, id)) ${end}`,
    `CREATE TABLE paste_account (
       person_key ${bytes} NOT NULL, paste ${integer} NOT NULL, PRIMARY KEY (person_key, paste)) ${endByKey}`,
    `CREATE INDEX paste_account_paste ON paste_account (paste)`,
  ],
};
