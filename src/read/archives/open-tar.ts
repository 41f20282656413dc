// A tar file: V7, ustar, pax, GNU long names, sparse files. In: its bytes. Out: each file in it as a member.
// Links and devices are told, not followed. Where a header is damaged the next good one is looked for.

import type { OpenStream, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed, type ByteFeed } from './byte-feed.ts';
import { parsePaxRecords } from './pax-records.ts';
import { blockBytes, decodeName, parseTarHeader, type TarHeader } from './tar-header.ts';

/** Longest name or pax header that is kept: paths end at 4 kB on most systems, attributes at 64 kB. */
const extraLimitBytes = 1 << 20;

const pieceBytes = 256 << 10;

/** Not members but headers of the next one: long names and links, pax, and Solaris's access lists. */
const extraTypes = new Set(['L', 'K', 'x', 'g', 'X', 'A', 'E']);

/** What the headers before a member say of it. */
interface Said {
  path?: string;
  pax: Map<string, string>;
}

export const openTar: OpenStream = async (stream, sink, options) => {
  const feed = createByteFeed(stream);
  let said: Said = { pax: new Map() };
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const header = await nextHeader(feed, sink);
      if (header === null) return;
      if (extraTypes.has(header.type)) {
        said = await readExtra(feed, header, said);
        continue;
      }
      await readMember(feed, sink, header, said);
      said = { pax: new Map() };
    }
  } finally {
    await feed.close();
  }
};

/** Passes over zeros, which end a tar file unless another was put behind it, and over damaged blocks. */
async function nextHeader(feed: ByteFeed, sink: UnpackSink): Promise<TarHeader | null> {
  let badFrom = 0;
  let bad = 0;
  const tellBad = (): void => {
    if (bad > 0) sink.skipped(badFrom, bad, 'is no tar header: the next good one was looked for');
  };
  for (;;) {
    const block = await feed.take(blockBytes);
    if (block.length < blockBytes) {
      if (block.some((byte) => byte !== 0)) {
        if (bad === 0) badFrom = feed.offset() - block.length;
        bad += block.length;
      }
      tellBad();
      return null;
    }
    const header = parseTarHeader(block);
    if (header !== null) {
      tellBad();
      return header;
    }
    if (block.every((byte) => byte === 0)) continue;
    if (bad === 0) badFrom = feed.offset() - blockBytes;
    bad += blockBytes;
  }
}

async function readExtra(feed: ByteFeed, header: TarHeader, said: Said): Promise<Said> {
  if (header.sizeBytes > extraLimitBytes) {
    await pass(feed, header.sizeBytes);
    return said;
  }
  const bytes = await feed.take(header.sizeBytes);
  await feed.skip(padding(header.sizeBytes));
  if (header.type === 'L') return { ...said, path: decodeName(bytes) };
  // what a global header says of all members is times and owners
  if (header.type === 'x' || header.type === 'X') return { ...said, pax: parsePaxRecords(bytes) };
  return said;
}

async function readMember(feed: ByteFeed, sink: UnpackSink, header: TarHeader, said: Said): Promise<void> {
  const { pax } = said;
  const path = pax.get('GNU.sparse.name') ?? pax.get('path') ?? said.path ?? header.name;
  const stated = Number(pax.get('size') ?? header.sizeBytes);
  const sizeBytes = Number.isSafeInteger(stated) && stated >= 0 ? stated : header.sizeBytes;
  if (header.moreMap) await passSparseMap(feed);
  const link = linkReasons.get(header.type);
  if (link !== undefined) {
    sink.unread(path, null, link);
    // a hard link of a pax file may have its contents all the same; others have none, whatever they say
    if (header.type === '1') await pass(feed, sizeBytes);
    return;
  }
  if (header.type === '5' || header.type === 'V' || header.type === 'D' || path.endsWith('/')) {
    return pass(feed, sizeBytes);
  }
  const end = feed.offset() + sizeBytes;
  if (pax.get('GNU.sparse.major') === '1') await passTextMap(feed, end);
  const left = end - feed.offset();
  await sink.member({ path, sizeBytes: left, stream: () => contents(feed, end) });
  await pass(feed, end - feed.offset(), sizeBytes);
}

const linkReasons = new Map([
  ['1', 'is a link to another member, which is read where it stands'],
  ['2', 'is a symbolic link, which is not followed'],
  ['3', 'is a device, which holds nothing'],
  ['4', 'is a device, which holds nothing'],
  ['6', 'is a pipe, which holds nothing'],
]);

async function* contents(feed: ByteFeed, end: number): AsyncGenerator<Uint8Array> {
  while (feed.offset() < end) {
    const piece = await feed.some(Math.min(pieceBytes, end - feed.offset()));
    if (piece.length === 0) throw new UnreadableError('is cut off: all before that is read');
    yield piece;
  }
}

async function pass(feed: ByteFeed, count: number, sizeBytes = count): Promise<void> {
  await feed.skip(count + padding(sizeBytes));
}

function padding(sizeBytes: number): number {
  return (blockBytes - (sizeBytes % blockBytes)) % blockBytes;
}

/** GNU's old sparse files: the holes are left out, which are zeros; the map of them goes on in these blocks. */
async function passSparseMap(feed: ByteFeed): Promise<void> {
  for (;;) {
    const block = await feed.take(blockBytes);
    if (block.length < blockBytes || block[504] !== 1) return;
  }
}

/** The map of pax's sparse files: a count, then as many pairs of numbers, a line each, in whole blocks. */
async function passTextMap(feed: ByteFeed, end: number): Promise<void> {
  let lines = 1;
  let first = '';
  while (lines > 0 && feed.offset() + blockBytes <= end) {
    const block = await feed.take(blockBytes);
    if (block.length === 0) return;
    for (const byte of block) {
      if (byte !== 0x0a) {
        if (first.length < 16 && lines === 1 && !first.endsWith('\n')) first += String.fromCharCode(byte);
        continue;
      }
      lines -= 1;
      if (!first.endsWith('\n')) {
        const pairs = Number(first);
        first += '\n';
        if (!Number.isSafeInteger(pairs) || pairs < 0) return;
        lines += 2 * pairs;
      }
      if (lines === 0) break;
    }
  }
}
