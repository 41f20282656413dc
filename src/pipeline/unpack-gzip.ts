// A gzip file, unpacked. In: a path. Out: everything that can be unpacked, to the last byte before a fault;
// then the fault, as zlib names it. zlib forgets what it had unpacked of a piece in which it finds a fault:
// that piece is then given to it again, byte by byte.

import { open } from 'node:fs/promises';
import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';

/**
 * Packed bytes given to zlib at a time. They unpack to at most 1,032 times as much, so this bounds what is
 * held: 33 MB for a file made to be a bomb, some 130 kB for a dump.
 */
const pieceBytes = 32 << 10;

const unpackedChunkBytes = 256 << 10;

export async function* unpackGzip(path: string): AsyncGenerator<Buffer> {
  const progress = { packed: 0, unpacked: 0 };
  try {
    for await (const chunk of unpackFrom(path, () => pieceBytes)) {
      progress.unpacked += chunk.unpacked.length;
      progress.packed = chunk.packed;
      if (chunk.unpacked.length > 0) yield chunk.unpacked;
    }
  } catch (fault) {
    yield* unpackLastPiece(path, progress);
    throw fault;
  }
}

/** What the piece at `packed` unpacks to, as far as it can be. */
async function* unpackLastPiece(
  path: string,
  done: { packed: number; unpacked: number },
): AsyncGenerator<Buffer> {
  let seen = 0;
  try {
    for await (const { unpacked } of unpackFrom(path, (offset) => (offset < done.packed ? pieceBytes : 1))) {
      const from = Math.max(0, done.unpacked - seen);
      seen += unpacked.length;
      if (from < unpacked.length) yield unpacked.subarray(from);
    }
  } catch {
    // the fault is known already
  }
}

async function* unpackFrom(
  path: string,
  sizeOfPiece: (offset: number) => number,
): AsyncGenerator<{ unpacked: Buffer; packed: number }> {
  const gunzip = createGunzip({ chunkSize: unpackedChunkBytes });
  const file = await open(path);
  const unpacked: Buffer[] = [];
  gunzip.on('data', (chunk: Buffer) => unpacked.push(chunk));
  // zlib never answers the write in which it finds a fault: the fault itself must end the wait
  const fault = new Promise<never>((_, reject) => gunzip.once('error', reject));
  fault.catch(() => {});
  const end = once(gunzip, 'end');
  end.catch(() => {});
  const piece = Buffer.allocUnsafe(pieceBytes);
  let packed = 0;
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, sizeOfPiece(packed), packed);
      if (bytesRead === 0) break;
      // zlib may still hold the last piece: it gets a copy
      await Promise.race([write(gunzip, Buffer.from(piece.subarray(0, bytesRead))), fault]);
      packed += bytesRead;
      yield { unpacked: Buffer.concat(unpacked.splice(0)), packed };
    }
    gunzip.end();
    await Promise.race([end, fault]);
    yield { unpacked: Buffer.concat(unpacked.splice(0)), packed };
  } finally {
    gunzip.destroy();
    await file.close();
  }
}

function write(gunzip: Gunzip, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    gunzip.write(piece, () => resolve());
  });
}
