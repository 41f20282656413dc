// A file that is but one thing packed, in a way that 7-Zip unpacks from its beginning to its end.
// In: its bytes. Out: one member without a name of its own, all that can be unpacked before a fault.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed } from './byte-feed.ts';
import { runSevenZip } from './seven-zip.ts';
import { memberTaker, outFolder } from './seven-zip-members.ts';

/** Packed bytes given to it at a time. */
const pieceBytes = 64 << 10;

/** `type`: 7-Zip's name of the format. */
export function openPackedStream(type: 'xz' | 'bzip2'): OpenStream {
  return async (stream, sink, options) => {
    const feed = createByteFeed(stream);
    let fault: Error | null = null;
    async function* input(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const piece = await feed.some(pieceBytes).catch((error: unknown) => {
          // what was packed is itself cut off: it is unpacked as far as it goes, then the fault is told
          fault = error as Error;
          return new Uint8Array(0);
        });
        if (piece.length === 0) return;
        yield piece;
      }
    }
    const taker = memberTaker(sink, {
      packedBytes: feed.offset,
      locked: new Set(),
      onlyPath: '',
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    try {
      const code = await runSevenZip(
        ['x', `-t${type}`, '-y', '-bd', '-bb0', '-aoa', `-o${outFolder}`, '-si'],
        { files: new Map(), input: input(), taker },
      );
      const reason = await taker.finish();
      if (fault !== null) throw fault;
      if (reason !== null) throw new UnreadableError(reason);
      if (code > 2) throw new UnreadableError('is damaged: it is read no further');
    } finally {
      await feed.close();
    }
  };
}
