// A thread that hashes the inputs as they lie on disk, while others read them.
// In: paths, by workerData. Out: for each its SHA-256 in hex, or null where it could not be read to its end.

import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { paths } = workerData as { paths: string[] };

/** A megabyte at a time: larger pieces fall out of the cache between reading and hashing. */
const piece = Buffer.allocUnsafe(1 << 20);

function sha256(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      for (let count; (count = readSync(file, piece, 0, piece.length, null)) > 0;)
        hash.update(piece.subarray(0, count));
      return hash.digest('hex');
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

parentPort!.postMessage(paths.map(sha256));
