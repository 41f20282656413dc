// The directory at the end of a zip file, Zip64 or not, split or not. In: the file. Out: its entries, one after
// the other; a million of them take no more room than one.

import type { RandomAccess } from '../random-access.ts';
import { createByteFeed } from './byte-feed.ts';
import { fileRange } from './file-range.ts';
import { partsIn } from './joined-parts.ts';
import {
  centralHeaderBytes,
  centralSignature,
  lengthsOfCentral,
  parseCentral,
  viewOf,
  type ZipEntry,
} from './zip-entry.ts';

export interface ZipDirectory {
  /** Where it begins and ends in the file. */
  from: number;
  to: number;
  /** Entries there should be. */
  count: number;
  /** Where offsets on each disk are counted from. */
  diskStarts: readonly number[];
  /** Set where the archive says that it has more disks than there are parts. */
  missingDisks: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const endBytes = 22;
const end64Bytes = 56;
const locatorBytes = 20;

/** The comment at the end has at most 65,535 bytes; as many again are allowed to stand behind it. */
const tailBytes = 2 * 65_536;

/** Null where there is none: the file is cut off, or no zip file. */
export async function findZipDirectory(file: RandomAccess): Promise<ZipDirectory | null> {
  const tailFrom = Math.max(0, file.sizeBytes - tailBytes);
  const tail = await file.read(tailFrom, tailBytes);
  const view = viewOf(tail);
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const found = await readEnd(file, tailFrom + at, tail.subarray(at, at + endBytes));
    if (found !== null) return found;
  }
  return null;
}

/** Ends where the directory does, or where it is damaged: who asks counts. */
export async function* zipEntries(file: RandomAccess, directory: ZipDirectory): AsyncGenerator<ZipEntry> {
  const feed = createByteFeed(fileRange(file, directory.from, directory.to));
  for (;;) {
    const header = await feed.take(centralHeaderBytes);
    if (header.length < centralHeaderBytes || viewOf(header).getUint32(0, true) !== centralSignature) return;
    const { name, extra, comment } = lengthsOfCentral(header);
    const rest = await feed.take(name + extra);
    if (rest.length < name + extra) return;
    await feed.skip(comment);
    const entry = parseCentral(header, rest);
    const start = directory.diskStarts[entry.disk] ?? directory.diskStarts[0] ?? 0;
    yield { ...entry, headerOffset: start + entry.headerOffset };
  }
}

async function readEnd(file: RandomAccess, at: number, end: Uint8Array): Promise<ZipDirectory | null> {
  const view = viewOf(end);
  let disk = view.getUint16(6, true);
  let disks = view.getUint16(4, true) + 1;
  let count = view.getUint16(10, true);
  let size = view.getUint32(12, true);
  let offset = view.getUint32(16, true);
  let to = at;
  const end64 = await readEnd64(file, at);
  if (end64 !== null) {
    ({ disk, disks, count, size, offset, to } = end64);
  }
  const parts = partsIn(file);
  const starts: number[] = [];
  let sum = 0;
  for (const part of parts) {
    starts.push(sum);
    sum += part.sizeBytes;
  }
  // parts that were cut by bytes are one disk; where bytes stand before the archive, all offsets move
  const split = disks > 1 && parts.length > 1;
  const stated = (split ? (starts[disk] ?? 0) : 0) + offset;
  const from = to - size;
  if (from < 0) return null;
  const signature = await file.read(from, 4);
  if (size > 0 && (signature.length < 4 || viewOf(signature).getUint32(0, true) !== centralSignature))
    return null;
  const moved = from - stated;
  return {
    from,
    to,
    count,
    diskStarts: split ? starts : [Math.max(0, moved)],
    missingDisks: Math.max(0, disks > 1 ? disks - parts.length : 0),
  };
}

interface End64 {
  disk: number;
  disks: number;
  count: number;
  size: number;
  offset: number;
  to: number;
}

async function readEnd64(file: RandomAccess, endAt: number): Promise<End64 | null> {
  if (endAt < locatorBytes + end64Bytes) return null;
  const locator = viewOf(await file.read(endAt - locatorBytes, locatorBytes));
  if (locator.byteLength < locatorBytes || locator.getUint32(0, true) !== locatorSignature) return null;
  // where the locator points to is wrong if bytes stand before the archive: it mostly stands just before it
  const pointed = Number(locator.getBigUint64(8, true));
  for (const at of [endAt - locatorBytes - end64Bytes, pointed]) {
    if (at < 0 || at + end64Bytes > file.sizeBytes) continue;
    const view = viewOf(await file.read(at, end64Bytes));
    if (view.byteLength < end64Bytes || view.getUint32(0, true) !== end64Signature) continue;
    return {
      disks: view.getUint32(16, true) + 1,
      disk: view.getUint32(20, true),
      count: Number(view.getBigUint64(32, true)),
      size: Number(view.getBigUint64(40, true)),
      offset: Number(view.getBigUint64(48, true)),
      to: at,
    };
  }
  return null;
}
