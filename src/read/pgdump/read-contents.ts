// The head and the table of contents of an archive of pg_dump, versions 1.10 (PostgreSQL 8) to 1.16 (17).
// In: a cursor at the beginning. Out: how its data are packed, and the entries that matter for rows. The layout is
// that of PostgreSQL's pg_backup_archiver.c, ReadHead and ReadToc.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { ArchiveCursor } from './archive-cursor.ts';

export type Packing = 'none' | 'zlib' | 'lz4' | 'zstd';

export interface ArchiveEntry {
  id: number;
  kind: string;
  definition: string;
  /** `COPY … FROM stdin;`, empty for data that are INSERTs. */
  copy: string;
  offset: number | null;
}

export interface ArchiveContents {
  form: 'custom' | 'tar' | 'folder';
  packing: Packing;
  entries: ArchiveEntry[];
  /** Where the data begin, in the custom form. */
  dataAt: number;
}

const oldest = 10;
const newest = 16;
const forms = new Map<number, ArchiveContents['form']>([
  [1, 'custom'],
  [3, 'tar'],
  [5, 'folder'],
]);
const packings: Packing[] = ['none', 'zlib', 'lz4', 'zstd'];

/** Entries that say something of tables or hold rows; functions, views and rights do not. */
const kindsKept = new Set([
  'ENCODING',
  'STDSTRINGS',
  'TABLE',
  'FOREIGN TABLE',
  'TABLE DATA',
  'CONSTRAINT',
  'FK CONSTRAINT',
  'BLOBS',
]);

/** Text of definitions held at most: a schema of a hundred thousand tables. */
const maxHeldCharacters = 64 << 20;

/** Entries at most; a database of a hundred thousand tables has a million. */
const maxEntries = 4_000_000;

export function readContents(cursor: ArchiveCursor): ArchiveContents {
  cursor.offset = 5; // PGDMP
  const major = cursor.byte();
  const version = cursor.byte();
  cursor.byte(); // revision
  if (major !== 1 || version < oldest || version > newest)
    throw new UnreadableError(
      `a pg_dump archive of version ${major}.${version}, which is not read; pg_restore -f would make plain SQL of it`,
    );
  cursor.intSize = cursor.byte();
  cursor.offSize = cursor.byte();
  const form = forms.get(cursor.byte());
  const isSane = [4, 8].includes(cursor.intSize) && [4, 8].includes(cursor.offSize);
  if (!form || !isSane) throw damaged(cursor);
  const packing = readPacking(cursor, version);
  for (let i = 0; i < 7; i++) cursor.int(); // when it was made
  for (let i = 0; i < 3; i++) cursor.string(); // database, versions of server and pg_dump
  const entries = readEntries(cursor, version, form);
  return { form, packing, entries, dataAt: cursor.offset };
}

/** Before 1.15 a level, and zlib unless it was 0. */
function readPacking(cursor: ArchiveCursor, version: number): Packing {
  if (version < 15) return cursor.int() === 0 ? 'none' : 'zlib';
  const packing = packings[cursor.byte()];
  if (!packing) throw damaged(cursor);
  return packing;
}

function readEntries(cursor: ArchiveCursor, version: number, form: ArchiveContents['form']): ArchiveEntry[] {
  const count = cursor.int();
  if (count < 0 || count > maxEntries) throw damaged(cursor);
  const entries: ArchiveEntry[] = [];
  let held = 0;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(cursor, version, form);
    if (!kindsKept.has(entry.kind)) continue;
    held += entry.definition.length + entry.copy.length;
    if (held > maxHeldCharacters)
      throw new UnreadableError('a pg_dump archive with more definitions than are held');
    entries.push(entry);
  }
  return entries;
}

function readEntry(cursor: ArchiveCursor, version: number, form: ArchiveContents['form']): ArchiveEntry {
  const id = cursor.int();
  cursor.int(); // has data
  cursor.string(); // tableoid
  cursor.string(); // oid
  cursor.string(); // tag
  const kind = cursor.string() ?? '';
  if (version >= 11) cursor.int(); // section
  const definition = cursor.string() ?? '';
  cursor.string(); // DROP …
  const copy = cursor.string() ?? '';
  cursor.string(); // schema
  cursor.string(); // tablespace
  if (version >= 14) cursor.string(); // access method
  if (version >= 16) cursor.int(); // kind of relation
  cursor.string(); // owner
  cursor.string(); // with oids
  while (cursor.string() !== null); // what it depends on
  const offset = form === 'custom' ? cursor.dataOffset() : (cursor.string(), null);
  return { id, kind, definition, copy, offset };
}

function damaged(cursor: ArchiveCursor): UnreadableError {
  return new UnreadableError(`the archive of pg_dump is damaged at offset ${cursor.offset}`);
}
