// The tables of an instance: what belongs to no single case. In: nothing. Out: SQL that makes what is missing.

export const instanceSchema = `
  -- how long the custody log was at its last acknowledged entry: a log that was put back to an older state is found
  CREATE TABLE IF NOT EXISTS custody_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    size INTEGER NOT NULL,
    root BLOB NOT NULL
  ) STRICT;
  -- who may act, by which role; the secret itself is kept nowhere
  CREATE TABLE IF NOT EXISTS user (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  -- the register of incidents: what stays of a case, without people and without values, as JSON
  CREATE TABLE IF NOT EXISTS incident (
    case_id TEXT PRIMARY KEY,
    opened_at TEXT NOT NULL,
    about TEXT NOT NULL
  ) STRICT;
  -- of which all keys of the register of breaches are derived
  CREATE TABLE IF NOT EXISTS register_secret (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    secret BLOB NOT NULL
  ) STRICT;
  -- packages of other instances that were opened here, so that none is taken twice; waits: until it is in its place
  CREATE TABLE IF NOT EXISTS received_package (
    public_key TEXT NOT NULL,
    "case" TEXT NOT NULL,
    controller INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    waits TEXT,
    PRIMARY KEY (public_key, "case", controller, number)
  ) STRICT, WITHOUT ROWID;
`;
