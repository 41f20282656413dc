// A gzip file (RFC 1952), of one member or many. In: its bytes. Out: one member without a name of its own, all
// that can be unpacked before a fault. The headers are read here, so that garbage after the end costs nothing.

import { crc32 } from 'node:zlib';
import type { OpenStream } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed, type ByteFeed } from './byte-feed.ts';
import { inflate } from './inflate.ts';
import { createRatioGuard } from './ratio-guard.ts';

export const openGzip: OpenStream = async (stream, sink) => {
  await sink.member({ path: '', sizeBytes: null, stream: () => unpackGzip(stream) });
};

/** Ends with an UnreadableError where the file is damaged, cut off or followed by something else. */
export async function* unpackGzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const feed = createByteFeed(stream);
  const guard = createRatioGuard(feed.offset);
  try {
    for (let members = 0; ; members++) {
      if (!(await passHeader(feed, members > 0))) return;
      let crc = 0;
      let size = 0;
      for await (const piece of inflate(feed, 'deflate')) {
        crc = crc32(piece, crc);
        size += piece.length;
        yield piece;
        guard.add(piece.length);
      }
      await checkTrailer(feed, crc, size);
    }
  } finally {
    await feed.close();
  }
}

const flagCrc = 2;
const flagExtra = 4;
const flagName = 8;
const flagComment = 16;

/** Passes over the header of the next member; false at the end of the file, and of a tape padded with zeros. */
async function passHeader(feed: ByteFeed, afterAnother: boolean): Promise<boolean> {
  let head = await feed.take(10);
  while (head[0] === 0) {
    const begin = head.findIndex((byte) => byte !== 0);
    if (begin > 0) feed.giveBack(head.subarray(begin));
    head = await feed.take(10);
  }
  if (head.length === 0) {
    if (afterAnother) return false;
    throw new UnreadableError('is cut off: there is nothing in it');
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b || (head.length > 2 && head[2] !== 8)) {
    throw new UnreadableError(
      afterAnother
        ? 'is followed by bytes that are not gzip: what stands before them is read'
        : 'is not gzip after all',
    );
  }
  const flags = head[3] ?? 0;
  if (head.length < 10) throw cutOff();
  if ((flags & flagExtra) !== 0) {
    const length = await feed.take(2);
    if (length.length < 2) throw cutOff();
    await feed.skip((length[0] ?? 0) | ((length[1] ?? 0) << 8));
  }
  if ((flags & flagName) !== 0) await passText(feed);
  if ((flags & flagComment) !== 0) await passText(feed);
  if ((flags & flagCrc) !== 0) await feed.skip(2);
  return true;
}

async function passText(feed: ByteFeed): Promise<void> {
  for (;;) {
    const piece = await feed.some(4096);
    if (piece.length === 0) throw cutOff();
    const end = piece.indexOf(0);
    if (end >= 0) return feed.giveBack(piece.subarray(end + 1));
  }
}

async function checkTrailer(feed: ByteFeed, crc: number, size: number): Promise<void> {
  const trailer = await feed.take(8);
  if (trailer.length < 8) throw cutOff();
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
  if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== size % 2 ** 32) {
    throw new UnreadableError('does not match its checksum: it is read, but parts of it may be wrong');
  }
}

function cutOff(): UnreadableError {
  return new UnreadableError('is cut off: all before that is read');
}
