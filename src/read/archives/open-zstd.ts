// A zstd file (RFC 8878), of one frame or many. In: its bytes. Out: one member without a name of its own, all
// that can be unpacked before a fault. Frames that are to be skipped are passed over.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed, type ByteFeed } from './byte-feed.ts';
import { inflate } from './inflate.ts';
import { createRatioGuard } from './ratio-guard.ts';

export const openZstd: OpenStream = async (stream, sink) => {
  await sink.member({ path: '', sizeBytes: null, stream: () => unpackZstd(stream) });
};

/** Ends with an UnreadableError where the file is damaged, cut off or followed by something else. */
export async function* unpackZstd(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const feed = createByteFeed(stream);
  const guard = createRatioGuard(feed.offset);
  try {
    for (let frames = 0; await findFrame(feed, frames > 0); frames++) {
      for await (const piece of inflate(feed, 'zstd')) {
        yield piece;
        guard.add(piece.length);
      }
    }
  } finally {
    await feed.close();
  }
}

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;

async function findFrame(feed: ByteFeed, afterAnother: boolean): Promise<boolean> {
  for (;;) {
    const head = await feed.take(8);
    if (head.length === 0) return false;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const magic = head.length < 4 ? 0 : view.getUint32(0, true);
    if (magic === frameMagic) {
      feed.giveBack(head);
      return true;
    }
    if ((magic & ~15) >>> 0 !== skippableMagic || head.length < 8) {
      throw new UnreadableError(
        afterAnother
          ? 'is followed by bytes that are not zstd: what stands before them is read'
          : 'is not zstd after all',
      );
    }
    await feed.skip(view.getUint32(4, true));
  }
}
