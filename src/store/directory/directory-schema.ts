// What a vault holds of the directories of controllers, which give contacts to the people of the case.

/**
 * `directory`: one a controller; `mapping` in JSON. `directory_token`: what rows are matched by, hashes in flat memory, a
 * stretch of rows each. `directory_row`: contacts of a stretch of rows, packed. `directory_join`: what joining came to,
 * in JSON; none where it was not joined since the last delivery. `reach`: a row whose contacts are a person's, and by
 * which keys. `doubt`: rows with keys of somebody in the case that give nobody's contacts. `reachability`: how many can
 * be reached by what, and the state of the vault that was counted. Rows begin at 0.
 */
export const directorySchema = `
CREATE TABLE directory (
  directory INTEGER PRIMARY KEY, controller TEXT NOT NULL UNIQUE, at TEXT NOT NULL, source TEXT NOT NULL,
  row_count INTEGER NOT NULL, mapping TEXT NOT NULL) STRICT;
CREATE TABLE directory_join (directory INTEGER PRIMARY KEY, counts TEXT NOT NULL) STRICT;
CREATE TABLE directory_token (
  directory INTEGER NOT NULL, first_row INTEGER NOT NULL, row_count INTEGER NOT NULL, tokens BLOB NOT NULL,
  PRIMARY KEY (directory, first_row)) STRICT;
CREATE TABLE directory_row (
  directory INTEGER NOT NULL, first_row INTEGER NOT NULL, row_count INTEGER NOT NULL, contacts BLOB NOT NULL,
  PRIMARY KEY (directory, first_row)) STRICT;
CREATE TABLE reach (
  person INTEGER NOT NULL, directory INTEGER NOT NULL, row INTEGER NOT NULL, by INTEGER NOT NULL,
  PRIMARY KEY (person, directory, row)) STRICT, WITHOUT ROWID;
CREATE TABLE doubt (
  directory INTEGER NOT NULL, row INTEGER NOT NULL, reason INTEGER NOT NULL, fits INTEGER NOT NULL,
  PRIMARY KEY (directory, row)) STRICT, WITHOUT ROWID;
CREATE TABLE reachability (basis TEXT NOT NULL, counts TEXT NOT NULL) STRICT;
`;

/** What speaks of people by their numbers. */
export const directoryNumberedTables = ['directory_join', 'reach', 'doubt', 'reachability'] as const;
