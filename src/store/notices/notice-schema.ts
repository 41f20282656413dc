// What the ledger of a case holds: plans of whom to tell what over which channel, the approved texts, and one row for each
// notice to each person over each channel, with all that happened to it. It holds names and addresses, so it is encrypted
// whole under the case's key and goes with the case.

/** Changes with the tables. */
export const noticesVersion = 1;

/**
 * `notices`: `secret`, 32 random bytes, from which Message-IDs and reference codes are derived. `plan`: who is told;
 * `basis`: a digest of what the case knew then; `settings`, `counts`: JSON; `texts_hash`: of all its texts, what is
 * approved. `variant`: the text that all with the same language, controller and losses share; `content`, `texts`: JSON.
 * `recipient`: a person who is told by one controller, with the channels that are left for him, best first ('e' e-mail,
 * 'l' letter, 's' text message, 'c' call-back), and how he is reached; `why`: a reason, where no channel is left or the
 * usual one is not taken. `known_by`: hashes of the vault by which the person is found again in a later plan. `domain`: of
 * receivers. `send`: one notice to one recipient over one channel; moments in ms. `event`: what happened to it, only ever
 * added to; `reply`: the server's, without addresses. `control`: what holds for the sending as a whole.
 */
export const noticesSchema = `
CREATE TABLE notices (version INTEGER NOT NULL, secret BLOB NOT NULL) STRICT;
CREATE TABLE plan (
  plan INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  basis TEXT NOT NULL, settings TEXT NOT NULL, counts TEXT NOT NULL, texts_hash TEXT) STRICT;
CREATE TABLE variant (
  variant INTEGER PRIMARY KEY, plan INTEGER NOT NULL, controller TEXT, language TEXT NOT NULL, audience TEXT NOT NULL,
  content TEXT NOT NULL, people INTEGER NOT NULL, texts TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE approval (
  plan INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (plan, who)) STRICT, WITHOUT ROWID;
CREATE TABLE recipient (
  recipient INTEGER PRIMARY KEY, plan INTEGER NOT NULL, person INTEGER NOT NULL, variant INTEGER NOT NULL,
  channels TEXT NOT NULL, why TEXT, name TEXT, email TEXT, phone TEXT, lines TEXT, customer TEXT,
  salt INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX recipient_of_plan ON recipient (plan, person);
CREATE TABLE known_by (
  sort TEXT NOT NULL, hash INTEGER NOT NULL, recipient INTEGER NOT NULL,
  PRIMARY KEY (sort, hash, recipient)) STRICT, WITHOUT ROWID;
CREATE TABLE domain (domain INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE send (
  send INTEGER PRIMARY KEY, recipient INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, domain INTEGER,
  due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, at INTEGER, code TEXT, reply TEXT,
  UNIQUE (recipient, channel)) STRICT;
CREATE INDEX send_open ON send (channel, state, due_at) WHERE state IN ('planned', 'leased');
CREATE TABLE event (
  event INTEGER PRIMARY KEY, send INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL, connection INTEGER,
  code TEXT, reply TEXT) STRICT;
CREATE TABLE control (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
