// A zip file: Zip64, split, encrypted, of any method; cut off or without its directory too. In: the file, or its
// parts joined. Out: its members. Sizes and offsets in it are believed only as far as the file goes.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed } from './byte-feed.ts';
import { fileRange } from './file-range.ts';
import { openBySevenZip } from './open-by-seven-zip.ts';
import { createRatioGuard, type RatioGuard } from './ratio-guard.ts';
import { entryContents, isPlainMethod, methodOf, openEntry } from './zip-contents.ts';
import { findZipDirectory, zipEntries } from './zip-directory.ts';
import { lengthsOfLocal, localHeaderBytes, localSignature, viewOf, type ZipEntry } from './zip-entry.ts';
import { zipOfOne } from './zip-of-one.ts';
import { scanZip } from './zip-scan.ts';

/** What is known of a zip file while it is read. */
interface Reading {
  file: RandomAccess;
  sink: UnpackSink;
  options: UnpackOptions;
  /** The one that fitted last is first. */
  passwords: string[];
  /** All members together are held against the archive: entries may share their bytes, as bombs' do. */
  guard: RatioGuard;
}

export const openZip: OpenFile = async (file, sink, options) => {
  const guard = createRatioGuard(() => file.sizeBytes);
  const reading: Reading = { file, sink, options, passwords: [...options.passwords], guard };
  const directory = await findZipDirectory(file);
  if (directory === null) {
    await scanZip(file, 0, sink, options, guard);
    throw new UnreadableError(
      'has no directory, as it is cut off or damaged: what could be found without it is read',
    );
  }
  let entries = 0;
  let dataEnd = 0;
  for await (const entry of zipEntries(file, directory)) {
    options.signal?.throwIfAborted();
    guard.add(0);
    entries += 1;
    dataEnd = Math.max(dataEnd, entry.headerOffset + localHeaderBytes + entry.packedBytes);
    await openOne(reading, entry);
  }
  if (directory.missingDisks > 0) {
    throw new UnreadableError(`lacks ${directory.missingDisks} of its parts: give all parts together`);
  }
  // Zip64 aside, only the last 16 bits of the count are kept by many programs
  if (entries % 65_536 !== directory.count % 65_536) {
    await scanZip(file, Math.min(dataEnd, directory.from), sink, options, guard);
    throw new UnreadableError('has a damaged directory: members that only it names are lost');
  }
};

async function openOne(reading: Reading, entry: ZipEntry): Promise<void> {
  const { file, sink } = reading;
  if (entry.path.endsWith('/') && entry.sizeBytes === 0) return;
  if (entry.isSymlink) return sink.unread(entry.path, null, 'is a symbolic link, which is not followed');
  try {
    const dataFrom = await findData(file, entry);
    if (isPlainMethod(methodOf(entry))) await openPlain(reading, entry, dataFrom);
    else await openOther(reading, entry, dataFrom);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    sink.unread(entry.path, entry.sizeBytes, error.message);
  }
}

/** Where the bytes of an entry begin: only the header before them tells. */
async function findData(file: RandomAccess, entry: ZipEntry): Promise<number> {
  const header = await file.read(entry.headerOffset, localHeaderBytes);
  if (header.length < localHeaderBytes || viewOf(header).getUint32(0, true) !== localSignature) {
    throw new UnreadableError(
      'is not where the directory says: the archive is cut off, damaged or lacks a part',
    );
  }
  const { name, extra } = lengthsOfLocal(header);
  return entry.headerOffset + localHeaderBytes + name + extra;
}

async function openPlain(reading: Reading, entry: ZipEntry, dataFrom: number): Promise<void> {
  const { file, sink, passwords, guard } = reading;
  const feed = createByteFeed(fileRange(file, dataFrom, dataFrom + entry.packedBytes));
  // the directory has the sizes, whatever the flags say
  const opened = await openEntry(feed, entry, passwords);
  const contentBytes = opened.contentBytes ?? 0;
  await sink.member({
    path: entry.path,
    sizeBytes: entry.sizeBytes,
    stream: async function* () {
      for await (const piece of entryContents(feed, entry, { ...opened, contentBytes })) {
        yield piece;
        guard.add(piece.length);
      }
    },
  });
}

/** Lets 7-Zip unpack it: deflate64, bzip2, LZMA, PPMd, xz. */
async function openOther({ file, sink, options }: Reading, entry: ZipEntry, dataFrom: number): Promise<void> {
  const { sizeBytes } = file;
  if (dataFrom + entry.packedBytes > sizeBytes)
    entry = { ...entry, packedBytes: Math.max(0, sizeBytes - dataFrom) };
  const one = zipOfOne(file, entry, dataFrom);
  await openBySevenZip(
    { type: 'zip', files: new Map([['/in/a.zip', one]]), first: '/in/a.zip', onlyPath: entry.path },
    sink,
    options,
  );
}
