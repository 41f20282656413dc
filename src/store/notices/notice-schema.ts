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
 * usual one is not taken; `name`: of the person; `addressee`: who is written to in his place, where that is known by name;
 * `lines`: of his address without his name and the country, with line breaks between; `country`: ISO 3166, where known;
 * `customer`: the controller's own number of him; `state`: open, told, unreachable, not-told or superseded. `known_by`:
 * hashes of the vault by which the person is found again in a later plan. `domain`: of receivers; `domain_count`: what they said
 * of mails, beginning anew when a pause ends. `send`: one notice to one recipient over one channel; moments in ms. `event`: what happened to it, only ever
 * added to; `reply`: the server's, without addresses; that a plan's first sends are planned is in the plan. `tally`: counts
 * that change with the rows: of sends by channel ('e' …), of recipients ('notices') and people ('people') by state. `returned`: reports that were taken in,
 * by a digest of what each says, so that none counts twice. `letter_batch`: letters that are
 * printed together, decided before they are written; `sha256` when they are; `again`: how often they were written once
 * more. `letter`: which letters those are, in their order. `control`: what holds for the sending as a whole. No number of a
 * plan, variant, recipient or send is given twice: what a plan that was taken away left on paper means nobody else.
 */
export const noticesSchema = `
CREATE TABLE notices (version INTEGER NOT NULL, secret BLOB NOT NULL) STRICT;
CREATE TABLE plan (
  plan INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  basis TEXT NOT NULL, settings TEXT NOT NULL, counts TEXT NOT NULL, texts_hash TEXT,
  after_event INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE variant (
  variant INTEGER PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL, controller TEXT, language TEXT NOT NULL, audience TEXT NOT NULL,
  content TEXT NOT NULL, people INTEGER NOT NULL, texts TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE approval (
  plan INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (plan, who)) STRICT, WITHOUT ROWID;
CREATE TABLE recipient (
  recipient INTEGER PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL, person INTEGER NOT NULL, variant INTEGER NOT NULL,
  channels TEXT NOT NULL, why TEXT, name TEXT, addressee TEXT, email TEXT, phone TEXT,
  lines TEXT, country TEXT, customer TEXT,
  salt INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'open') STRICT;
CREATE INDEX recipient_of_plan ON recipient (plan, person);
CREATE TABLE known_by (
  sort TEXT NOT NULL, hash INTEGER NOT NULL, recipient INTEGER NOT NULL,
  PRIMARY KEY (sort, hash, recipient)) STRICT, WITHOUT ROWID;
CREATE TABLE earlier (
  recipient INTEGER NOT NULL, before INTEGER NOT NULL, PRIMARY KEY (recipient, before)) STRICT, WITHOUT ROWID;
CREATE TABLE domain (domain INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE domain_count (
  domain INTEGER PRIMARY KEY, handed INTEGER NOT NULL, policy INTEGER NOT NULL, complained INTEGER NOT NULL) STRICT;
CREATE TABLE send (
  send INTEGER PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL, recipient INTEGER NOT NULL, channel TEXT NOT NULL,
  state TEXT NOT NULL, domain INTEGER, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, at INTEGER,
  code TEXT, reply TEXT, UNIQUE (recipient, channel)) STRICT;
CREATE INDEX send_open ON send (plan, channel, state, domain, due_at)
  WHERE state = 'planned' OR state = 'leased';
CREATE TABLE event (
  event INTEGER PRIMARY KEY, send INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL, connection INTEGER,
  code TEXT, reply TEXT) STRICT;
CREATE INDEX event_of_send ON event (send);
CREATE INDEX event_uncertain ON event (send) WHERE what = 'uncertain';
CREATE TABLE tally (
  plan INTEGER NOT NULL, what TEXT NOT NULL, state TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (plan, what, state)) STRICT, WITHOUT ROWID;
CREATE TABLE returned (
  digest BLOB PRIMARY KEY, send INTEGER NOT NULL, what TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE letter_batch (
  batch INTEGER PRIMARY KEY, plan INTEGER NOT NULL, at TEXT NOT NULL, country TEXT, window TEXT NOT NULL,
  large INTEGER NOT NULL, posted_in TEXT, letters INTEGER NOT NULL, folder TEXT NOT NULL, name TEXT NOT NULL,
  pages INTEGER NOT NULL DEFAULT 0, sheets INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0, sha256 TEXT,
  list_sha256 TEXT, sealed INTEGER NOT NULL DEFAULT 0, again INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE letter (
  batch INTEGER NOT NULL, place INTEGER NOT NULL, send INTEGER NOT NULL,
  PRIMARY KEY (batch, place)) STRICT, WITHOUT ROWID;
CREATE TABLE control (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
