// Takes a reading into a vault: all of it or nothing, in one transaction, every table in the order of its key.
// In: an open vault and a reading. Out: its number. An earlier reading of which every file was read again, with the
// same bytes, is replaced; others stay beside it. While a load is open nobody else writes; everybody may read.

import type Database from 'better-sqlite3-multiple-ciphers';
import { BulkInsert } from './bulk-insert.ts';
import { walkInOrder } from './hash-walk.ts';
import { loadCacheKilobytes, openVault, vaultError } from './open-vault.ts';
import { layProfiles } from './person-profiles.ts';
import type { KeptReading, ReadingInput, ReadingSource } from './reading.ts';
import { listReadings } from './list-readings.ts';
import { readingTables } from './vault-schema.ts';

export interface ReadingLoad {
  seed: [low: number, high: number];
  /** Resolves once the reading is in the vault for good. */
  keep(reading: ReadingSource, options?: KeepOptions): Promise<KeptAs>;
  /** Leaves the vault as it was, if nothing was kept. */
  [Symbol.dispose](): void;
}

export interface KeepOptions {
  signal?: AbortSignal;
  /** `done` of 0 to 1. */
  onProgress?: (done: number) => void;
}

export interface KeptAs {
  reading: number;
  /** Readings that it stands in the place of. */
  replaced: KeptReading[];
  /** Files of it that other readings hold too, with the same bytes: what is in them shows in both. */
  alsoIn: { path: string; reading: number }[];
}

/** Begins a load: from here on no other process can write into the case. */
export function beginLoad(record: { case: string; folder: string; key: Buffer }): ReadingLoad {
  const vault = openVault(record);
  const { db, seed } = vault;
  try {
    db.pragma(`cache_size = -${loadCacheKilobytes}`);
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    vault[Symbol.dispose]();
    throw vaultError(record.case, error);
  }
  return {
    seed,
    async keep(reading, options = {}) {
      try {
        const kept = await keepReading(db, reading, options);
        db.exec('COMMIT');
        db.pragma('wal_checkpoint(TRUNCATE)');
        return kept;
      } catch (error) {
        throw vaultError(record.case, error);
      }
    },
    [Symbol.dispose]() {
      if (db.inTransaction) db.exec('ROLLBACK');
      vault[Symbol.dispose]();
    },
  };
}

async function keepReading(
  db: Database.Database,
  source: ReadingSource,
  { signal, onProgress }: KeepOptions,
): Promise<KeptAs> {
  const earlier = listReadings(db);
  const replaced = earlier.filter((other) => other.inputs.every((input) => isAmong(input, source.inputs)));
  for (const { reading } of replaced)
    for (const table of readingTables) db.prepare(`DELETE FROM ${table} WHERE reading = ?`).run(reading);
  const kept = earlier.filter((other) => !replaced.includes(other));
  const reading = 1 + earlier.reduce((highest, other) => Math.max(highest, other.reading), 0);
  const pause = createPause(source, signal, onProgress);
  const places = keepPlaces(db, reading, source);
  await keepPeople(db, reading, source, pause);
  await keepHashes(db, 'identifier', reading, source.forEachIdentifier, pause);
  const mentions: ReadingSource['forEachIdentifier'] = (visit) =>
    source.forEachMention((table, column, sort, low, high) => {
      const place = places(table, column);
      if (place >= 0) visit(place, sort, low, high);
    });
  await keepHashes(db, 'mention', reading, mentions, pause);
  const alsoIn = source.inputs.flatMap((input) =>
    kept
      .filter((other) => isAmong(input, other.inputs))
      .map((other) => ({ path: input.path, reading: other.reading })),
  );
  return { reading, replaced, alsoIn };
}

/** The same bytes; a file that could not be read to its end is the same as itself only. */
function isAmong(input: ReadingInput, inputs: readonly ReadingInput[]): boolean {
  return inputs.some((other) =>
    input.sha256 === '' ? other.sha256 === '' && other.path === input.path : other.sha256 === input.sha256,
  );
}

/** Writes what few rows say; tells the number of a column's place, -1 where it is none. */
function keepPlaces(
  db: Database.Database,
  reading: number,
  source: ReadingSource,
): (table: number, column: number) => number {
  const { people, fewest, most } = source.counted;
  const put = (table: string, ...values: (number | string)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(',')})`).run(values);
  put('reading', reading, source.at, people, fewest, most, source.skipped);
  source.inputs.forEach(({ path, sha256, bytes }, i) => put('input', reading, i, path, sha256, bytes));
  source.partial.forEach(({ path, note }, i) => put('partial', reading, i, path, note));
  source.special.forEach(({ table, column, category }, i) =>
    put('special', reading, i, table, column, category),
  );
  const placeOf = source.tables.map(({ columns }) => new Int32Array(columns.length).fill(-1));
  const mentioned = new Set<string>();
  source.forEachMention((table, column) => void mentioned.add(`${table} ${column}`));
  let places = 0;
  source.tables.forEach(({ name, columns, sources }, table) => {
    for (const path of new Set(sources)) put('source', reading, table, path);
    columns.forEach((column, i) => {
      if (column.class === null && !mentioned.has(`${table} ${i}`)) return;
      const place = places++;
      placeOf[table]![i] = place;
      put('place', reading, place, table, name, column.name, column.class ?? '');
      column.kinds.forEach(({ kind }, number) => {
        if (kind !== null) put('place_kind', reading, place, number, kind);
      });
    });
  });
  const patterns = new BulkInsert(db, 'pattern', 4);
  source.patterns.forEach(({ table, columns, kinds }, pattern) => {
    columns.forEach((column, i) => {
      const place = placeOf[table]![column]!;
      if (place >= 0) patterns.add(reading, pattern, place, kinds[i] ?? null);
    });
  });
  patterns.end();
  return (table, column) => placeOf[table]?.[column] ?? -1;
}

async function keepPeople(
  db: Database.Database,
  reading: number,
  source: ReadingSource,
  pause: Pause,
): Promise<void> {
  const profiles = new BulkInsert(db, 'profile', 4);
  const profileOf = layProfiles(source, (profile, pattern, rows) =>
    profiles.add(reading, profile, pattern, rows),
  );
  profiles.end();
  const people = new BulkInsert(db, 'person', 4);
  for (let person = 0; person < source.people; person++) {
    people.add(reading, person, source.flags(person), profileOf[person]!);
    if (person % rowsBetweenPauses === 0) await pause(person === 0 ? 0 : rowsBetweenPauses);
  }
  people.end();
}

async function keepHashes(
  db: Database.Database,
  table: 'identifier' | 'mention',
  reading: number,
  walk: ReadingSource['forEachIdentifier'],
  pause: Pause,
): Promise<void> {
  const insert = new BulkInsert(db, table, 4);
  const sorts = sortNumbers(db);
  await walkInOrder(
    walk,
    sorts,
    (sort, hash, owner) => insert.add(reading, sort, hash, owner),
    (rows) => pause(rows),
  );
  insert.end();
}

/** Numbers of sorts in this vault; new ones are added. */
function sortNumbers(db: Database.Database): (name: string) => number {
  const known = new Map(
    (db.prepare('SELECT sort, name FROM sort').all() as { sort: number; name: string }[]).map((row) => [
      row.name,
      row.sort,
    ]),
  );
  return (name) => {
    let sort = known.get(name);
    if (sort === undefined) {
      sort = Number(db.prepare('INSERT INTO sort (name) VALUES (?)').run(name).lastInsertRowid);
      known.set(name, sort);
    }
    return sort;
  };
}

const rowsBetweenPauses = 1 << 16;

/** Lets signals and timers run; `rows` were written since the last one. */
type Pause = (rows: number) => Promise<void>;

function createPause(
  { people }: ReadingSource,
  signal: AbortSignal | undefined,
  onProgress: ((done: number) => void) | undefined,
): Pause {
  // most people have an identifier or two
  const expected = people * 3 + 1;
  let written = 0;
  return async (rows) => {
    written += rows;
    onProgress?.(Math.min(written / expected, 0.99));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    signal?.throwIfAborted();
  };
}
