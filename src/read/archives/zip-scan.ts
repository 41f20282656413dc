// A zip file without its directory, or behind the end of what it names: entries are found by the headers before
// their bytes. In: where to begin. Out: the members found. It holds a piece of the file.

import type { RandomAccess } from '../random-access.ts';
import type { UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed, type ByteFeed } from './byte-feed.ts';
import { fileRange } from './file-range.ts';
import type { RatioGuard } from './ratio-guard.ts';
import { entryContents, isPlainMethod, methodOf, openEntry } from './zip-contents.ts';
import { flagDescriptor, lengthsOfLocal, localHeaderBytes, parseLocal, type ZipEntry } from './zip-entry.ts';

/** Looked through at a time for the next header. */
const windowBytes = 64 << 10;

export async function scanZip(
  file: RandomAccess,
  from: number,
  sink: UnpackSink,
  options: UnpackOptions,
  guard: RatioGuard,
): Promise<void> {
  const passwords = [...options.passwords];
  const feed = createByteFeed(fileRange(file, from, file.sizeBytes));
  while (await findHeader(feed)) {
    options.signal?.throwIfAborted();
    guard.add(0);
    const headerOffset = from + feed.offset();
    const header = await feed.take(localHeaderBytes);
    if (header.length < localHeaderBytes) return;
    const { name, extra } = lengthsOfLocal(header);
    const rest = await feed.take(name + extra);
    if (rest.length < name + extra) return;
    const entry = parseLocal(header, rest, headerOffset);
    if (entry.path.endsWith('/')) continue;
    try {
      await handOver(feed, entry, sink, passwords, guard);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      sink.unread(entry.path, null, error.message);
    }
  }
}

async function handOver(
  feed: ByteFeed,
  entry: ZipEntry,
  sink: UnpackSink,
  passwords: string[],
  guard: RatioGuard,
): Promise<void> {
  if (!isPlainMethod(methodOf(entry))) {
    throw new UnreadableError(
      'is packed in a way that needs the directory of the archive, which is not there',
    );
  }
  const unsized = (entry.flags & flagDescriptor) !== 0 && entry.packedBytes === 0;
  if (unsized && (methodOf(entry) === 0 || (entry.flags & 1) !== 0)) {
    throw new UnreadableError('has no size: only the directory of the archive tells, which is not there');
  }
  const end = feed.offset() + entry.packedBytes;
  let left = false;
  const opened = await openEntry(feed, entry, passwords);
  const contents = entryContents(feed, entry, opened);
  await sink.member({
    path: entry.path,
    sizeBytes: unsized ? null : entry.sizeBytes,
    stream: async function* () {
      for await (const piece of contents) {
        yield piece;
        guard.add(piece.length);
      }
      left = true;
    },
  });
  if (!unsized) {
    await feed.skip(end - feed.offset());
  } else if (!left) {
    // its end is where unpacking ends, whether anybody wants the rest or not
    try {
      for await (const piece of contents) guard.add(piece.length);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
    }
  }
}

/** Goes on to the next header; false where there is none. */
async function findHeader(feed: ByteFeed): Promise<boolean> {
  for (;;) {
    const window = Buffer.from(await feed.take(windowBytes));
    if (window.length < 4) return false;
    const at = window.indexOf(mark);
    if (at >= 0) {
      feed.giveBack(window.subarray(at));
      return true;
    }
    if (window.length < windowBytes) return false;
    feed.giveBack(window.subarray(-3));
  }
}

const mark = Buffer.from([0x50, 0x4b, 3, 4]);
