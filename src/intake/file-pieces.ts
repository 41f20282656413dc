// A file read once from its beginning to its end, in pieces, while others have their turn. In: a path. Out: its bytes, one
// megabyte at a time in memory that is used again; and what it was when it was opened.

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

export interface ReadPieces {
  bytes: number;
  modifiedMs: number;
  sha256: string;
  /** Whether it was written to meanwhile: the hash is of what was read. */
  changed: boolean;
}

/** Larger pieces fall out of the cache between reading and hashing. */
const pieceBytes = 1 << 20;

/** After so many bytes others have their turn: signals, progress. */
const turnBytes = 16 << 20;

/** Throws what the file system says, what `onPiece` throws, and the reason of `signal`. */
export async function readPieces(
  path: string,
  onPiece: (piece: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<ReadPieces> {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    const hash = createHash('sha256');
    const memory = Buffer.allocUnsafe(Math.max(1, Math.min(pieceBytes, before.size)));
    let bytes = 0;
    for (let count; (count = readSync(file, memory, 0, memory.length, null)) > 0;) {
      const piece = memory.subarray(0, count);
      hash.update(piece);
      onPiece(piece);
      if (Math.floor(bytes / turnBytes) !== Math.floor((bytes + count) / turnBytes)) await turn();
      bytes += count;
      signal?.throwIfAborted();
    }
    const after = fstatSync(file);
    const changed = bytes !== before.size || after.mtimeMs !== before.mtimeMs || after.size !== before.size;
    return { bytes, modifiedMs: before.mtimeMs, sha256: hash.digest('hex'), changed };
  } finally {
    closeSync(file);
  }
}
