// Breaches, and who is in them. `exposure_set`: what one or more people lost in a breach, as JSON. `exposure`: a person
// key with one of these. `loading` tells how far a load came. `domain_block`: sealed lists of the local parts of one
// domain's addresses. `sha1_entry`: addresses by their SHA-1, only of breaches that allow range searches.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface BreachTables {
  breach: {
    breach: Generated<number>;
    name: string;
    case_id: string | null;
    state: 'loading' | 'published' | 'withdrawing';
    is_range: number;
    /** A `BreachModel` as JSON. */
    model: string;
  };
  loading: { breach: number; step: string; done: number; digest: string };
  /** `content`: an `ExposureSet` as JSON. */
  exposure_set: { breach: number; number: number; content: string };
  exposure: { person_key: Buffer; breach: number; exposure_set: number };
  sha1_entry: { sha1: Buffer; breach: number };
  domain_block: { domain_key: Buffer; breach: number; number: number; sealed: Buffer };
  catalogue: { only_row: number; version: number };
  owner: { only_row: number; proof: Buffer };
}

export const breaches: Migration = {
  number: 1,
  name: 'breaches',
  statements: ({ bytes, integer, small, numbered, end, endByKey }) => [
    `CREATE TABLE breach (
       breach ${numbered},
       name TEXT NOT NULL,
       case_id TEXT,
       state TEXT NOT NULL CHECK (state IN ('loading', 'published', 'withdrawing')),
       is_range ${integer} NOT NULL,
       model TEXT NOT NULL) ${end}`,
    // the one that replaces another is loaded beside it, and old ones are taken away behind it
    `CREATE UNIQUE INDEX breach_published ON breach (name) WHERE state = 'published'`,
    `CREATE UNIQUE INDEX breach_loading ON breach (name) WHERE state = 'loading'`,
    `CREATE TABLE loading (
       breach ${integer} NOT NULL, step TEXT NOT NULL, done ${integer} NOT NULL, digest TEXT NOT NULL,
       PRIMARY KEY (breach, step)) ${endByKey}`,
    `CREATE TABLE exposure_set (
       breach ${integer} NOT NULL, number ${integer} NOT NULL, content TEXT NOT NULL,
       PRIMARY KEY (breach, number)) ${endByKey}`,
    `CREATE TABLE exposure (
       person_key ${bytes} NOT NULL, breach ${small} NOT NULL, exposure_set ${small} NOT NULL,
       PRIMARY KEY (person_key, breach, exposure_set)) ${endByKey}`,
    `CREATE TABLE sha1_entry (
       sha1 ${bytes} NOT NULL, breach ${small} NOT NULL,
       PRIMARY KEY (sha1, breach)) ${endByKey}`,
    `CREATE TABLE domain_block (
       domain_key ${bytes} NOT NULL, breach ${integer} NOT NULL, number ${integer} NOT NULL,
       sealed ${bytes} NOT NULL,
       PRIMARY KEY (domain_key, breach, number)) ${endByKey}`,
    // moves with every change of the catalogue: whoever keeps a copy in memory sees that it is old
    `CREATE TABLE catalogue (only_row ${integer} PRIMARY KEY CHECK (only_row = 1), version ${integer} NOT NULL) ${end}`,
    `INSERT INTO catalogue VALUES (1, 1)`,
    // by which another instance, whose keys fit nothing in here, is told from the one that made it
    `CREATE TABLE owner (only_row ${integer} PRIMARY KEY CHECK (only_row = 1), proof ${bytes} NOT NULL) ${end}`,
  ],
};
