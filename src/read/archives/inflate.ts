// Runs one of zlib's engines over a feed until the packed data ends. In: a feed that stands where they begin.
// Out: what they unpack to; the feed then stands behind them. It holds what one piece unpacks to.

import { once } from 'node:events';
import { constants, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { ByteFeed } from './byte-feed.ts';

/**
 * Packed bytes given to zlib at a time. They unpack to at most 1,032 times as much, so this bounds what is
 * held: 33 MB for a file made to be a bomb, some 130 kB for a dump. It also bounds what is lost where damaged
 * data stop making sense, since zlib forgets what it had unpacked of the piece in which it finds that.
 */
const pieceBytes = 32 << 10;

/** For zlib it is fastest not to be asked again; larger ones gain nothing. */
const unpackedChunkBytes = 256 << 10;

/** Windows of zstd up to 1 GiB (`--long=30`); its own default of 128 MB would refuse dumps packed with care. */
const zstdWindowLog = 30;

export type Packing = 'deflate' | 'zstd';

/** Ends with an UnreadableError where the data are damaged or cut off, after all that could be had. */
export async function* inflate(feed: ByteFeed, packing: Packing): AsyncGenerator<Uint8Array> {
  const engine =
    packing === 'deflate'
      ? createInflateRaw({ chunkSize: unpackedChunkBytes })
      : createZstdDecompress({
          chunkSize: unpackedChunkBytes,
          params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLog },
        });
  const unpacked: Buffer[] = [];
  engine.on('data', (chunk: Buffer) => unpacked.push(chunk));
  // zlib never answers the write in which it finds a fault, nor that in which it finds the end
  const end = once(engine, 'end');
  end.catch(() => {});
  let given = 0;
  try {
    while (!engine.readableEnded) {
      const piece = await feed.some(pieceBytes);
      if (piece.length === 0) {
        engine.end();
        await end;
        yield* unpacked.splice(0);
        return;
      }
      given += piece.length;
      // zlib may hold on to it: it gets a copy
      const written = new Promise<void>((resolve) => {
        engine.write(Buffer.from(piece), () => resolve());
      });
      await Promise.race([written, end]);
      const unused = given - engine.bytesWritten;
      if (unused > 0) {
        await end;
        feed.giveBack(piece.subarray(piece.length - unused));
      }
      yield* unpacked.splice(0);
    }
  } catch (fault) {
    yield* unpacked.splice(0);
    throw asUnreadable(fault);
  } finally {
    engine.destroy();
  }
}

function asUnreadable(fault: unknown): Error {
  const code = (fault as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR' || code === 'ZSTD_error_srcSize_wrong') {
    return new UnreadableError('is cut off: all before that is read');
  }
  if (code === 'ZSTD_error_frameParameter_windowTooLarge' || code === 'ZSTD_error_memory_allocation') {
    return new UnreadableError('is packed with a window of more than 1 GB: unpack it with zstd --long=31');
  }
  if (code.startsWith('Z_') || code.startsWith('ZSTD_')) {
    return new UnreadableError('is damaged: what stands before the damage is read');
  }
  return fault as Error;
}
