// An archive of pg_dump as the plain SQL that pg_dump would have written: definitions, then COPY with its rows,
// then keys. In: the contents and a cursor. Out: bytes, in pieces. Where data are damaged it goes on with the next
// table that can be found, and ends with an `UnreadableError`.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { ArchiveCursor } from './archive-cursor.ts';
import type { ArchiveContents, ArchiveEntry } from './read-contents.ts';
import { chunksOf, unpackChunks } from './unpack-chunks.ts';

const keyKinds = new Set(['CONSTRAINT', 'FK CONSTRAINT']);
const dataBlock = 1;
const blobsBlock = 3;

/** `onBlob` is told where each large object's chunks begin. */
export async function* writePlainSql(
  contents: ArchiveContents,
  cursor: ArchiveCursor,
  onBlob: (oid: number, offset: number) => void,
): AsyncGenerator<Uint8Array> {
  const { entries, form, packing } = contents;
  yield text('--\n-- PostgreSQL database dump\n--\n\n');
  for (const { kind, definition } of entries)
    if (definition !== '' && !keyKinds.has(kind)) yield text(`${definition}\n`);
  const failures: string[] = [];
  if (form !== 'custom') {
    failures.push('the rows lie in the .dat files beside it; pg_restore -f would make plain SQL of all');
  } else if (packing === 'lz4') {
    failures.push(
      'its data are packed with lz4, which is not read; pg_restore -f would make plain SQL of it',
    );
  } else yield* writeData(contents, cursor, onBlob, (reason) => failures.push(reason));
  for (const { kind, definition } of entries) if (keyKinds.has(kind)) yield text(`${definition}\n`);
  if (failures.length > 0) throw new UnreadableError(`a pg_dump archive: ${failures[0]}`);
  yield text('--\n-- PostgreSQL database dump complete\n--\n\n');
}

async function* writeData(
  { entries, packing, dataAt }: ArchiveContents,
  cursor: ArchiveCursor,
  onBlob: (oid: number, offset: number) => void,
  onFailure: (reason: string) => void,
): AsyncGenerator<Uint8Array> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const offsets = entries.flatMap(({ offset }) => offset ?? []).toSorted((a, b) => a - b);
  cursor.offset = dataAt;
  while (cursor.left > 0) {
    try {
      const type = cursor.byte();
      const entry = byId.get(cursor.int());
      if (type === blobsBlock) passBlobs(cursor, onBlob);
      else if (type !== dataBlock)
        throw new UnreadableError(`data of an unknown kind at offset ${cursor.offset}`);
      else if (entry?.kind === 'TABLE DATA') yield* writeTable(entry, cursor, packing, onFailure);
      else passChunks(cursor);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      onFailure(error.message);
      const next = offsets.find((offset) => offset > cursor.offset);
      if (next === undefined) return;
      cursor.offset = next;
    }
  }
}

async function* writeTable(
  { copy, id }: ArchiveEntry,
  cursor: ArchiveCursor,
  packing: ArchiveContents['packing'],
  onFailure: (reason: string) => void,
): AsyncGenerator<Uint8Array> {
  // what ends the rows where their own end is lost
  const end = text(copy === '' ? '\n' : '\n\\.\n\n');
  let isBroken = false;
  yield text(copy);
  try {
    yield* unpackChunks(cursor, packing, () => (isBroken = true));
  } catch (error) {
    yield end;
    throw error;
  }
  if (!isBroken) return;
  yield end;
  onFailure(`the packed rows of entry ${id} are damaged`);
}

/** Large objects: a number, its chunks, and so on up to a zero. */
function passBlobs(cursor: ArchiveCursor, onBlob: (oid: number, offset: number) => void): void {
  for (let oid = cursor.int(); oid !== 0; oid = cursor.int()) {
    onBlob(oid, cursor.offset);
    passChunks(cursor);
  }
}

function passChunks(cursor: ArchiveCursor): void {
  for (const _ of chunksOf(cursor));
}

function text(sql: string): Uint8Array {
  return Buffer.from(sql);
}
