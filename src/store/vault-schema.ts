// What a vault holds: who was found by which identifier and where what stood, for each reading of files into the case.
// No value of the leak: identifiers are 64-bit hashes keyed by the vault's own seed, everything else is numbers and
// the names of files, tables and columns.

/** Changes with the tables. */
export const vaultVersion = 2;

/**
 * `place`: a column with a recognised class. `pattern`: the places that a row held, and the
 * kind of its own value where that is known. `profile`: what all rows of a
 * person held, shared by the people for whom it is the same. `mention`: identifiers that stand in texts or beside
 * somebody's own. `partial`: files not read whole, however deep they lie. `special`: columns to be looked at.
 */
export const vaultSchema = `
CREATE TABLE vault (version INTEGER NOT NULL, seed BLOB NOT NULL) STRICT;
CREATE TABLE reading (
  reading INTEGER PRIMARY KEY, at TEXT NOT NULL, people INTEGER NOT NULL, fewest INTEGER NOT NULL,
  most INTEGER NOT NULL, skipped INTEGER NOT NULL) STRICT;
CREATE TABLE input (
  reading INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, PRIMARY KEY (reading, number)) STRICT, WITHOUT ROWID;
CREATE TABLE partial (
  reading INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (reading, number)) STRICT, WITHOUT ROWID;
CREATE TABLE special (
  reading INTEGER NOT NULL, number INTEGER NOT NULL, tables INTEGER NOT NULL, column_name TEXT NOT NULL,
  category TEXT NOT NULL, PRIMARY KEY (reading, number)) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  reading INTEGER NOT NULL, tables INTEGER NOT NULL, path TEXT NOT NULL,
  PRIMARY KEY (reading, tables, path)) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  reading INTEGER NOT NULL, place INTEGER NOT NULL, tables INTEGER NOT NULL, table_name TEXT NOT NULL,
  column_name TEXT NOT NULL, class TEXT NOT NULL, PRIMARY KEY (reading, place)) STRICT, WITHOUT ROWID;
CREATE TABLE place_kind (
  reading INTEGER NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (reading, place, number)) STRICT, WITHOUT ROWID;
CREATE TABLE pattern (
  reading INTEGER NOT NULL, pattern INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT,
  PRIMARY KEY (reading, pattern, place)) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
  reading INTEGER NOT NULL, profile INTEGER NOT NULL, pattern INTEGER NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (reading, profile, pattern)) STRICT, WITHOUT ROWID;
CREATE TABLE person (
  reading INTEGER NOT NULL, person INTEGER NOT NULL, flags INTEGER NOT NULL, profile INTEGER NOT NULL,
  PRIMARY KEY (reading, person)) STRICT, WITHOUT ROWID;
CREATE TABLE sort (sort INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE identifier (
  reading INTEGER NOT NULL, sort INTEGER NOT NULL, hash INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (reading, sort, hash, person)) STRICT, WITHOUT ROWID;
CREATE TABLE mention (
  reading INTEGER NOT NULL, sort INTEGER NOT NULL, hash INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (reading, sort, hash, place)) STRICT, WITHOUT ROWID;
`;

/** Every table with rows of a reading. */
export const readingTables = [
  'reading',
  'input',
  'partial',
  'special',
  'source',
  'place',
  'place_kind',
  'pattern',
  'profile',
  'person',
  'identifier',
  'mention',
] as const;
