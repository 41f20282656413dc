// Opens an archive of pg_dump: the plain SQL it stands for as one member, and each large object as another.
// It needs no library and no PostgreSQL.

import type { OpenFile } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { ArchiveCursor } from './archive-cursor.ts';
import { writePlainSql } from './plain-sql.ts';
import { type ArchiveContents, readContents } from './read-contents.ts';
import { unpackChunks } from './unpack-chunks.ts';

/** Large objects handed over; each costs two numbers until then. */
const maxBlobs = 1_000_000;

export const openPgDump: OpenFile = async (file, sink, { signal }) => {
  const cursor = new ArchiveCursor(file, 0);
  const contents = readContents(cursor);
  const blobs: { oid: number; offset: number }[] = [];
  let blobCount = 0;
  await sink.member({
    path: '',
    sizeBytes: null,
    stream() {
      blobs.length = 0;
      blobCount = 0;
      return writePlainSql(contents, cursor, (oid, offset) => {
        blobCount++;
        if (blobs.length < maxBlobs) blobs.push({ oid, offset });
      });
    },
  });
  for (const { oid, offset } of blobs) {
    signal?.throwIfAborted();
    await sink.member({
      path: `large object ${oid}`,
      sizeBytes: null,
      stream: () => unpackBlob(cursor.at(offset), contents, oid),
    });
  }
  if (blobCount > blobs.length)
    throw new UnreadableError(`more than ${maxBlobs} large objects in a pg_dump archive`);
};

async function* unpackBlob(
  cursor: ArchiveCursor,
  { packing }: ArchiveContents,
  oid: number,
): AsyncGenerator<Uint8Array> {
  let isBroken = false;
  yield* unpackChunks(cursor, packing, () => (isBroken = true));
  if (isBroken) throw new UnreadableError(`large object ${oid} of the pg_dump archive is damaged`);
}
