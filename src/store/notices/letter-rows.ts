// Letters of a plan, and the batches they are printed in. In: an open ledger. Out: rows; a batch is decided before it is
// written, so that a run which was stopped is ended by writing the same letters into the same file.

import type Database from 'better-sqlite3-multiple-ciphers';
import type { SendState } from './send-states.ts';

type Ledger = Database.Database;

/** What a letter is addressed and filled in with. */
export interface LetterRow {
  send: number;
  recipient: number;
  variant: number;
  name: string | null;
  addressee: string | null;
  lines: string[];
  country: string | null;
  salt: number;
}

export interface LetterBatch {
  batch: number;
  plan: number;
  /** ISO 8601: the day of its letters. */
  at: string;
  country: string | null;
  window: string;
  isLarge: boolean;
  postedIn: string | null;
  letters: number;
  /** The folder it is written to. */
  folder: string;
  /** Of its files, without an ending. */
  name: string;
  pages: number;
  sheets: number;
  bytes: number;
  /** Of the file, as it lies there; null until it is written. */
  sha256: string | null;
  /** Of the list beside it. */
  listSha256: string | null;
  isSealed: boolean;
  /** How often it was written once more. */
  again: number;
}

/** In the order of their numbers; of countries the place in `countries`. */
export interface PlannedLetters {
  sends: Float64Array;
  variants: Float64Array;
  places: Uint16Array;
  countries: (string | null)[];
}

/** All that are planned: twenty bytes each, whatever their number. `country`: only those. */
export function plannedLetters(db: Ledger, plan: number, country: string | null): PlannedLetters {
  const from = `FROM send JOIN recipient USING (recipient)
    WHERE send.plan = ? AND channel = 'l' AND send.state = 'planned' AND (? IS NULL OR country = ?)`;
  const most = db.prepare(`SELECT count(*) ${from}`).pluck().get(plan, country, country) as number;
  const [sends, variants, places] = [new Float64Array(most), new Float64Array(most), new Uint16Array(most)];
  const known = new Map<string | null, number>();
  let count = 0;
  const rows = db
    .prepare(`SELECT send, variant, country ${from}`)
    .raw()
    .iterate(plan, country, country) as Iterable<[number, number, string | null]>;
  for (const [send, variant, of] of rows) {
    if (count === most) break;
    let place = known.get(of);
    if (place === undefined) known.set(of, (place = known.size));
    [sends[count], variants[count], places[count]] = [send, variant, place];
    count++;
  }
  return {
    sends: sends.subarray(0, count),
    variants: variants.subarray(0, count),
    places: places.subarray(0, count),
    countries: [...known.keys()],
  };
}

/** The country most letters of a plan go to; null where none is known. */
export function mostlyIn(db: Ledger, plan: number): string | null {
  const found = db
    .prepare(
      `SELECT country FROM recipient WHERE plan = ? AND lines IS NOT NULL AND country IS NOT NULL
       GROUP BY country ORDER BY count(*) DESC, country LIMIT 1`,
    )
    .pluck()
    .get(plan);
  return (found ?? null) as string | null;
}

const rowColumns = `send.send, recipient, variant, name, addressee, lines, country, salt`;

/** Of one send. */
export function letterSendOf(db: Ledger): (send: number) => LetterRow {
  const row = db.prepare(`SELECT ${rowColumns} FROM send JOIN recipient USING (recipient) WHERE send = ?`);
  return (send) => rowFrom(row.get(send) as StoredRow);
}

/** Of a batch, in its order. */
export function lettersOf(db: Ledger, batch: number): LetterRow[] {
  const rows = db
    .prepare(
      `SELECT ${rowColumns} FROM letter JOIN send USING (send) JOIN recipient USING (recipient)
       WHERE batch = ? ORDER BY place`,
    )
    .all(batch) as StoredRow[];
  return rows.map(rowFrom);
}

type StoredRow = Omit<LetterRow, 'lines'> & { lines: string | null };

function rowFrom(row: StoredRow): LetterRow {
  return { ...row, lines: row.lines === null ? [] : row.lines.split('\n') };
}

/** Its number. In a transaction of the caller's, with the leases of its letters. */
export function insertBatch(
  db: Ledger,
  batch: Pick<LetterBatch, 'plan' | 'at' | 'country' | 'window' | 'isLarge' | 'postedIn' | 'folder'> & {
    nameOf: (batch: number) => string;
  },
  sends: readonly number[],
): number {
  const { plan, at, country, window, isLarge, postedIn, folder, nameOf } = batch;
  const number = (db.prepare('SELECT coalesce(max(batch), 0) FROM letter_batch').pluck().get() as number) + 1;
  db.prepare(
    `INSERT INTO letter_batch (batch, plan, at, country, window, large, posted_in, letters, folder, name)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(number, plan, at, country, window, Number(isLarge), postedIn, sends.length, folder, nameOf(number));
  const insert = db.prepare('INSERT INTO letter (batch, place, send) VALUES (?, ?, ?)');
  for (const [place, send] of sends.entries()) insert.run(number, place, send);
  return number;
}

const batchColumns = `batch, plan, at, country, window, large AS "isLarge", posted_in AS "postedIn", letters, folder,
  name, pages, sheets, bytes, sha256, list_sha256 AS "listSha256", sealed AS "isSealed", again`;

/** In the order of their numbers. */
export function letterBatches(db: Ledger, plan: number): LetterBatch[] {
  return (
    db
      .prepare(`SELECT ${batchColumns} FROM letter_batch WHERE plan = ? ORDER BY batch`)
      .all(plan) as StoredBatch[]
  ).map(batchFrom);
}

/** Decided and not written: a run was stopped. */
export function unfinishedBatches(db: Ledger): LetterBatch[] {
  return (
    db
      .prepare(`SELECT ${batchColumns} FROM letter_batch WHERE sha256 IS NULL ORDER BY batch`)
      .all() as StoredBatch[]
  ).map(batchFrom);
}

export function letterBatch(db: Ledger, batch: number): LetterBatch | null {
  const row = db.prepare(`SELECT ${batchColumns} FROM letter_batch WHERE batch = ?`).get(batch);
  return row === undefined ? null : batchFrom(row as StoredBatch);
}

type StoredBatch = Omit<LetterBatch, 'isLarge' | 'isSealed'> & { isLarge: number; isSealed: number };

function batchFrom(row: StoredBatch): LetterBatch {
  return { ...row, isLarge: row.isLarge === 1, isSealed: row.isSealed === 1 };
}

type Written = Pick<
  LetterBatch,
  'pages' | 'sheets' | 'bytes' | 'sha256' | 'listSha256' | 'folder' | 'isSealed'
>;

/** It is on the disk. In a transaction of the caller's, with what becomes of its letters. */
export function finishBatch(
  db: Ledger,
  batch: number,
  { pages, sheets, bytes, sha256, listSha256, folder, isSealed }: Written,
): void {
  db.prepare(
    `UPDATE letter_batch SET pages = ?, sheets = ?, bytes = ?, sha256 = ?, list_sha256 = ?, folder = ?, sealed = ?
     WHERE batch = ?`,
  ).run(pages, sheets, bytes, sha256, listSha256, folder, Number(isSealed), batch);
}

/** One that was not written. In a transaction of the caller's, with what becomes of its letters. */
export function dropBatch(db: Ledger, batch: number): void {
  for (const table of ['letter', 'letter_batch'])
    db.prepare(`DELETE FROM ${table} WHERE batch = ?`).run(batch);
}

export function writtenAgain(db: Ledger, batch: number): void {
  db.prepare('UPDATE letter_batch SET again = again + 1 WHERE batch = ?').run(batch);
}

export interface SentLetter {
  send: number;
  recipient: number;
  salt: number;
  state: SendState;
}

/** Letters of all plans, by the batch. */
export function* sentLetters(db: Ledger): Generator<SentLetter[]> {
  const rows = db.prepare(
    `SELECT send.send, recipient, salt, send.state FROM send JOIN recipient USING (recipient)
     WHERE send.send > ? AND channel = 'l' ORDER BY send.send LIMIT ?`,
  );
  for (let after = 0; ;) {
    const some = rows.all(after, lettersAtOnce) as SentLetter[];
    if (some.length === 0) return;
    yield some;
    after = some.at(-1)!.send;
  }
}

const lettersAtOnce = 4096;
