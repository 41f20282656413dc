// What a vault holds of directories, read back: which there are, their tokens, contacts of rows, rows set aside.

import type Database from 'better-sqlite3-multiple-ciphers';
import { storedHash } from '../sorted-hashes.ts';
import { type DirectoryContact, unpackContacts } from './directory-rows.ts';

export interface KeptDirectory {
  directory: number;
  controller: string;
  /** ISO 8601. */
  at: string;
  source: string;
  rows: number;
  mapping: unknown;
  /** Null where it was not joined since the last delivery came. */
  counts: unknown;
}

export function listDirectories(db: Database.Database): KeptDirectory[] {
  const rows = db
    .prepare(
      `SELECT directory, controller, at, source, row_count AS "rows", mapping, counts
       FROM directory LEFT JOIN directory_join USING (directory) ORDER BY directory`,
    )
    .all() as (Omit<KeptDirectory, 'mapping' | 'counts'> & { mapping: string; counts: string | null })[];
  return rows.map((row) => ({
    ...row,
    mapping: JSON.parse(row.mapping) as unknown,
    counts: row.counts === null ? null : (JSON.parse(row.counts) as unknown),
  }));
}

export function forEachTokens(
  db: Database.Database,
  directory: number,
  visit: (rows: number, tokens: Buffer) => void,
): void {
  const pieces = db.prepare(
    'SELECT row_count AS "rows", tokens FROM directory_token WHERE directory = ? ORDER BY first_row',
  );
  for (const { rows, tokens } of pieces.iterate(directory) as Iterable<{ rows: number; tokens: Buffer }>)
    visit(rows, tokens);
}

/** Calls `visit` for each of `rows`, which are in order. */
export function forEachContact(
  db: Database.Database,
  directory: number,
  rows: Iterable<number>,
  visit: (row: number, contact: DirectoryContact) => void,
): void {
  const pieceOf = db.prepare(
    `SELECT first_row AS "first", row_count AS "rows", contacts FROM directory_row
     WHERE directory = ? AND first_row <= ? ORDER BY first_row DESC LIMIT 1`,
  );
  let [first, end] = [0, 0];
  let contactAt: ((row: number) => DirectoryContact) | null = null;
  for (const row of rows) {
    if (contactAt === null || row < first || row >= end) {
      const piece = pieceOf.get(directory, row) as { first: number; rows: number; contacts: Buffer };
      [first, end] = [piece.first, piece.first + piece.rows];
      contactAt = unpackContacts(piece.contacts);
    }
    visit(row, contactAt(row - first));
  }
}

export interface ReachedBy {
  controller: string;
  /** Bits; the surest lowest. */
  by: number;
  contact: DirectoryContact;
}

/** The contacts that directories give for a person. */
export function contactsOf(db: Database.Database, person: number): ReachedBy[] {
  const reached = db
    .prepare(
      'SELECT directory, controller, row, by FROM reach JOIN directory USING (directory) WHERE person = ? ORDER BY directory, row',
    )
    .all(person) as { directory: number; controller: string; row: number; by: number }[];
  return reached.flatMap(({ directory, controller, row, by }) => {
    const found: ReachedBy[] = [];
    forEachContact(db, directory, [row], (_, contact) => void found.push({ controller, by, contact }));
    return found;
  });
}

/** Which rows of a directory give contacts of whom, person by person. */
export function* reachedRows(
  db: Database.Database,
  directory: number,
): Generator<{ person: number; row: number; by: number }> {
  const rows = db.prepare('SELECT person, row, by FROM reach WHERE directory = ? ORDER BY person, row');
  yield* rows.iterate(directory) as IterableIterator<{ person: number; row: number; by: number }>;
}

export interface KeptDoubt {
  row: number;
  reason: number;
  fits: number;
}

export function* doubtsOf(db: Database.Database, directory: number): Generator<KeptDoubt> {
  const doubts = db.prepare('SELECT row, reason, fits FROM doubt WHERE directory = ? ORDER BY row');
  yield* doubts.iterate(directory) as IterableIterator<KeptDoubt>;
}

/** Identifiers that are read at a time: some hundred KB of text. */
const readAtOnce = 10_000;

/** Identifiers with whose they are, place by place. */
export interface IdentifierPage {
  low: number[];
  high: number[];
  person: number[];
}

/** All identifiers of a sort, in the order of their hashes. */
export function* identifierPages(
  db: Database.Database,
  sort: string,
): Generator<IdentifierPage, void, undefined> {
  const number = db.prepare('SELECT sort FROM sort WHERE name = ?').pluck().get(sort) as number | undefined;
  if (number === undefined) return;
  // words apart, as 64 bits would be a bigint each; lists in JSON take a third of the time that rows do
  const next = db
    .prepare(
      `SELECT json_group_array((hash >> 32) & 4294967295), json_group_array(hash & 4294967295),
         json_group_array(person) FROM (
         SELECT hash, person FROM identifier WHERE sort = ? AND (hash, person) > (?, ?)
         ORDER BY hash, person LIMIT ${readAtOnce})`,
    )
    .raw();
  let last: [bigint, number] = [storedHash(0x80000000, 0), -1];
  for (;;) {
    const [low, high, person] = (next.get(number, ...last) as string[]).map(
      (list) => JSON.parse(list) as number[],
    ) as [number[], number[], number[]];
    yield { low, high, person };
    if (low.length < readAtOnce) return;
    last = [storedHash(low.at(-1)!, high.at(-1)!), person.at(-1)!];
  }
}

/** Whether the case is split by controller; where it is not, any controller's people may be all. */
export function isSplit(db: Database.Database): boolean {
  return db.prepare('SELECT EXISTS (SELECT 1 FROM split)').pluck().get() === 1;
}

/** By person 1 where he is the controller's; null where the split gives it nobody. */
export function membersOf(db: Database.Database, controller: string): Uint8Array | null {
  const number = db
    .prepare(
      `SELECT controller FROM controller WHERE name = ?
       AND EXISTS (SELECT 1 FROM member WHERE member.controller = controller.controller)`,
    )
    .pluck()
    .get(controller);
  if (number === undefined) return null;
  const members = new Uint8Array(countPeople(db));
  for (const person of db
    .prepare('SELECT person FROM member WHERE controller = ?')
    .pluck()
    .iterate(number) as Iterable<number>)
    members[person] = 1;
  return members;
}

/** Of those that the split gives people to. */
export function controllerNames(db: Database.Database): string[] {
  return db
    .prepare(
      `SELECT name FROM controller
       WHERE EXISTS (SELECT 1 FROM member WHERE member.controller = controller.controller) ORDER BY name`,
    )
    .pluck()
    .all() as string[];
}

/** People are numbered from 0, those who stand for nobody among them. */
export function countPeople(db: Database.Database): number {
  return db.prepare('SELECT coalesce(max(person), -1) + 1 FROM person').pluck().get() as number;
}
