// What a vault holds: who was found by which identifier and where what stood, over all deliveries of the case.
// No value of the leak: identifiers are 64-bit hashes keyed by the vault's own seed, everything else is numbers and
// the names of files, tables and columns.

import { directoryNumberedTables, directorySchema } from './directory/directory-schema.ts';
import { splitNumberedTables, splitSchema } from './split/split-schema.ts';

/** Changes with the tables. */
export const vaultVersion = 3;

/**
 * `counted`: the people of the case and their bounds. `held`: people by class. `mentioned`: identifiers by class that
 * stand in texts only. `delivery`: files that were examined together. `part`: a table of a delivery. `place`: a column
 * with a recognised class. `pattern`: the places that a row held, and the kind of its own value where that is known.
 * `profile`: what all rows of a person held, shared by the people for whom it is the same. `mention`: identifiers that
 * stand in texts or beside somebody's own. `partial`: files not read whole, however deep they lie. `special`: columns to
 * be looked at.
 */
export const vaultSchema = `
CREATE TABLE vault (version INTEGER NOT NULL, seed BLOB NOT NULL) STRICT;
CREATE TABLE counted (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE held (
  number INTEGER PRIMARY KEY, class TEXT NOT NULL UNIQUE, people INTEGER NOT NULL) STRICT;
CREATE TABLE mentioned (
  number INTEGER PRIMARY KEY, class TEXT NOT NULL UNIQUE, value_count INTEGER NOT NULL) STRICT;
CREATE TABLE delivery (delivery INTEGER PRIMARY KEY, at TEXT NOT NULL, skipped INTEGER NOT NULL) STRICT;
CREATE TABLE input (
  delivery INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, PRIMARY KEY (delivery, number)) STRICT, WITHOUT ROWID;
CREATE TABLE partial (
  delivery INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (delivery, number)) STRICT, WITHOUT ROWID;
CREATE TABLE part (
  part INTEGER PRIMARY KEY, delivery INTEGER NOT NULL, table_name TEXT NOT NULL) STRICT;
CREATE TABLE special (
  part INTEGER NOT NULL, number INTEGER NOT NULL, column_name TEXT NOT NULL, category TEXT NOT NULL,
  PRIMARY KEY (part, number)) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  part INTEGER NOT NULL, path TEXT NOT NULL, PRIMARY KEY (part, path)) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  place INTEGER PRIMARY KEY, part INTEGER NOT NULL, column_name TEXT NOT NULL, class TEXT NOT NULL) STRICT;
CREATE TABLE place_kind (
  place INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (place, number)) STRICT, WITHOUT ROWID;
CREATE TABLE pattern (
  pattern INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT,
  PRIMARY KEY (pattern, place)) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
  profile INTEGER NOT NULL, pattern INTEGER NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (profile, pattern)) STRICT, WITHOUT ROWID;
CREATE TABLE person (person INTEGER PRIMARY KEY, flags INTEGER NOT NULL, profile INTEGER NOT NULL) STRICT;
CREATE TABLE sort (sort INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE identifier (
  sort INTEGER NOT NULL, hash INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (sort, hash, person)) STRICT, WITHOUT ROWID;
CREATE TABLE mention (
  sort INTEGER NOT NULL, hash INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (sort, hash, place)) STRICT, WITHOUT ROWID;
${splitSchema}${directorySchema}`;

/** Tables that each load writes anew. */
export const loadedTables = [
  'counted',
  'held',
  'mentioned',
  'delivery',
  'input',
  'partial',
  'part',
  'special',
  'source',
  'place',
  'place_kind',
  'pattern',
  'profile',
  'person',
  'sort',
  'identifier',
  'mention',
] as const;

/** Tables that say something of people by their numbers: a load, which numbers people anew, empties them. */
export const numberedTables: readonly string[] = [...splitNumberedTables, ...directoryNumberedTables];
