// Loads a vault anew with what all deliveries of a case came to: all of it or nothing, in one transaction, every table in
// the order of its key. In: an open vault and a source. Out: nothing but the vault. While a load is open nobody else
// writes; everybody may read what was there before. Files of deliveries that are no longer held go once it is done.

import type Database from 'better-sqlite3-multiple-ciphers';
import { BulkInsert } from './bulk-insert.ts';
import type { CaseSource, KeptDelivery } from './case-source.ts';
import { keepDeliveryFiles } from './delivery-file.ts';
import { walkInOrder } from './hash-walk.ts';
import { listDeliveries } from './list-deliveries.ts';
import { loadCacheKilobytes, openVault, vaultError } from './open-vault.ts';
import { layProfiles } from './person-profiles.ts';
import { loadedTables, numberedTables } from './vault-schema.ts';

export interface VaultLoad {
  seed: [low: number, high: number];
  /** Those that the case holds so far. */
  deliveries: KeptDelivery[];
  /** Resolves once everything is in the vault for good. */
  keep(source: CaseSource, options?: KeepOptions): Promise<void>;
  /** Leaves the vault as it was, if nothing was kept. */
  [Symbol.dispose](): void;
}

export interface KeepOptions {
  signal?: AbortSignal;
  /** `done` of 0 to 1. */
  onProgress?: (done: number) => void;
}

/** Begins a load: from here on no other process can write into the case. */
export function beginLoad(record: { case: string; folder: string; key: Buffer }): VaultLoad {
  const vault = openVault(record);
  const { db, seed } = vault;
  try {
    db.pragma(`cache_size = -${loadCacheKilobytes}`);
    // what is told to be kept is on the disk
    db.pragma('synchronous = FULL');
    db.exec('BEGIN IMMEDIATE');
    const deliveries = listDeliveries(db);
    // left by a load that was killed
    keepDeliveryFiles(record, numbersOf(deliveries));
    return {
      seed,
      deliveries,
      async keep(source, options = {}) {
        try {
          await keepSource(db, source, options);
          db.exec('COMMIT');
          db.pragma('wal_checkpoint(TRUNCATE)');
        } catch (error) {
          throw vaultError(record.case, error);
        }
        keepDeliveryFiles(record, numbersOf(source.deliveries));
      },
      [Symbol.dispose]() {
        if (db.inTransaction) db.exec('ROLLBACK');
        vault[Symbol.dispose]();
      },
    };
  } catch (error) {
    vault[Symbol.dispose]();
    throw vaultError(record.case, error);
  }
}

function numbersOf(deliveries: readonly KeptDelivery[]): number[] {
  return deliveries.map(({ delivery }) => delivery);
}

async function keepSource(
  db: Database.Database,
  source: CaseSource,
  { signal, onProgress }: KeepOptions,
): Promise<void> {
  for (const table of [...loadedTables, ...numberedTables]) db.exec(`DELETE FROM ${table}`);
  const pause = createPause(source, signal, onProgress);
  await pause(0);
  keepTotals(db, source);
  keepDeliveries(db, source);
  const places = keepPlaces(db, source);
  await keepPeople(db, source, pause);
  await keepHashes(db, 'identifier', source.forEachIdentifier, pause);
  const mentions: CaseSource['forEachIdentifier'] = (visit) =>
    source.forEachMention((part, column, sort, low, high) => {
      const place = places(part, column);
      if (place >= 0) visit(place, sort, low, high);
    });
  await keepHashes(db, 'mention', mentions, pause);
}

type Put = (table: string, ...values: (number | string)[]) => void;

function putInto(db: Database.Database): Put {
  return (table, ...values) =>
    void db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(',')})`).run(values);
}

function keepTotals(db: Database.Database, { counted, classes, mentioned }: CaseSource): void {
  const put = putInto(db);
  for (const [name, number] of Object.entries(counted) as [string, number][]) put('counted', name, number);
  classes
    .toSorted((a, b) => b.people - a.people || (a.class < b.class ? -1 : 1))
    .forEach((entry, i) => put('held', i, entry.class, entry.people));
  mentioned.forEach((entry, i) => put('mentioned', i, entry.class, entry.values));
}

function keepDeliveries(db: Database.Database, { deliveries, parts }: CaseSource): void {
  const put = putInto(db);
  for (const { delivery, at, skipped, inputs, partial } of deliveries) {
    put('delivery', delivery, at, skipped);
    inputs.forEach(({ path, sha256, bytes }, i) => put('input', delivery, i, path, sha256, bytes));
    partial.forEach(({ path, note }, i) => put('partial', delivery, i, path, note));
  }
  parts.forEach(({ delivery, name, sources, special }, part) => {
    put('part', part, delivery, name);
    for (const path of new Set(sources)) put('source', part, path);
    special.forEach(({ column, category }, i) => put('special', part, i, column, category));
  });
}

/** Tells the number of a column's place, -1 where it is none. */
function keepPlaces(db: Database.Database, source: CaseSource): (part: number, column: number) => number {
  const put = putInto(db);
  const placeOf = source.parts.map(({ columns }) => new Int32Array(columns.length).fill(-1));
  const mentioned = new Set<string>();
  source.forEachMention((part, column) => void mentioned.add(`${part} ${column}`));
  let places = 0;
  source.parts.forEach(({ columns }, part) => {
    columns.forEach((column, i) => {
      if (column.class === null && !mentioned.has(`${part} ${i}`)) return;
      const place = places++;
      placeOf[part]![i] = place;
      put('place', place, part, column.name, column.class ?? '');
      column.kinds.forEach(({ kind }, number) => {
        if (kind !== null) put('place_kind', place, number, kind);
      });
    });
  });
  const patterns = new BulkInsert(db, 'pattern', 3);
  source.patterns.forEach(({ part, columns, kinds }, pattern) => {
    const held = columns
      .map((column, i) => ({ place: placeOf[part]![column]!, kind: kinds[i] ?? null }))
      .filter(({ place }) => place >= 0);
    for (const { place, kind } of held) patterns.add(pattern, place, kind);
  });
  patterns.end();
  return (part, column) => placeOf[part]?.[column] ?? -1;
}

async function keepPeople(db: Database.Database, source: CaseSource, pause: Pause): Promise<void> {
  const profiles = new BulkInsert(db, 'profile', 3);
  const profileOf = layProfiles(source, (profile, pattern, rows) => profiles.add(profile, pattern, rows));
  profiles.end();
  const people = new BulkInsert(db, 'person', 3);
  for (let person = 0; person < source.people; person++) {
    people.add(person, source.flags(person), profileOf[person]!);
    if (person % rowsBetweenPauses === 0) await pause(person === 0 ? 0 : rowsBetweenPauses);
  }
  people.end();
}

async function keepHashes(
  db: Database.Database,
  table: 'identifier' | 'mention',
  walk: CaseSource['forEachIdentifier'],
  pause: Pause,
): Promise<void> {
  const insert = new BulkInsert(db, table, 3);
  const sorts = sortNumbers(db);
  await walkInOrder(
    walk,
    sorts,
    (sort, hash, owner) => insert.add(sort, hash, owner),
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
  { people }: CaseSource,
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
