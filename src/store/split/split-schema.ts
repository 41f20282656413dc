// What a vault holds of whose the people are: the split of a case by controller.

/**
 * `controller`: by number; those of directories too. `member`: a person of a controller, and what the rows of that
 * controller held about him; the numbers of `member_profile` are its own, its patterns those of the vault. `split`: the
 * rules as they were given, in JSON. `split_list`: what controllers' own lists name people by, `list` is its place among
 * the lists of the rules. `split_result`: what splitting came to, in JSON; none since a delivery that came after it.
 */
export const splitSchema = `
CREATE TABLE controller (controller INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE member (
  controller INTEGER NOT NULL, person INTEGER NOT NULL, profile INTEGER NOT NULL,
  PRIMARY KEY (controller, person)) STRICT, WITHOUT ROWID;
CREATE TABLE member_profile (
  profile INTEGER NOT NULL, pattern INTEGER NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (profile, pattern)) STRICT, WITHOUT ROWID;
CREATE TABLE split (at TEXT NOT NULL, rules TEXT NOT NULL) STRICT;
CREATE TABLE split_list (
  list INTEGER NOT NULL, sort TEXT NOT NULL, hash INTEGER NOT NULL,
  PRIMARY KEY (list, sort, hash)) STRICT, WITHOUT ROWID;
CREATE TABLE split_result (result TEXT NOT NULL) STRICT;
`;

/** What speaks of people by their numbers. */
export const splitNumberedTables = ['member', 'member_profile', 'split_result'] as const;
