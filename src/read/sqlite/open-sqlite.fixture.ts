// Databases made for tests by SQLite itself, and what the reader hands over of them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RandomAccess } from '../random-access.ts';
import type { RecordTable, RecordValue, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { openSqlite } from './open-sqlite.ts';

/** The bytes of a database after `fill`. */
export function databaseOf(fill: (database: DatabaseSync) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  try {
    const path = join(folder, 'made-up.db');
    const database = new DatabaseSync(path);
    fill(database);
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function accessOf(bytes: Uint8Array): RandomAccess {
  const readSync = (offset: number, length: number) => bytes.slice(offset, offset + length);
  return {
    sizeBytes: bytes.length,
    path: '/made-up.db',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    async *stream(offset = 0) {
      yield bytes.slice(offset);
    },
  };
}

export interface Told {
  tables: Map<string, RecordTable>;
  rows: Map<string, RecordValue[][]>;
  offsets: number[];
  skipped: { offset: number; bytes: number; reason: string; text: string }[];
  /** Most rows between two times that the sink was asked for room. */
  mostAtOnce: number;
}

export const noOptions: UnpackOptions = { passwords: [], ocr: { pagesLeft: 0, onPage: () => undefined } };

export function createToldSink(): { told: Told; sink: UnpackSink } {
  const told: Told = { tables: new Map(), rows: new Map(), offsets: [], skipped: [], mostAtOnce: 0 };
  let table = '';
  let atOnce = 0;
  const sink: UnpackSink = {
    member: async () => undefined,
    unread: () => undefined,
    table(named) {
      table = named.name;
      told.tables.set(table, named);
      if (!told.rows.has(table)) told.rows.set(table, []);
    },
    record(offset, values) {
      told.rows.get(table)!.push([...values]);
      told.offsets.push(offset);
      told.mostAtOnce = Math.max(told.mostAtOnce, ++atOnce);
    },
    text: () => undefined,
    skipped: (offset, bytes, reason, text = '') => void told.skipped.push({ offset, bytes, reason, text }),
    drained: async () => void (atOnce = 0),
  };
  return { told, sink };
}

export async function readDatabase(bytes: Uint8Array): Promise<Told> {
  const { told, sink } = createToldSink();
  await openSqlite(accessOf(bytes), sink, noOptions);
  return told;
}
