// A thread that hashes the inputs as they lie on disk, while others read them.
// In: where they lie, by workerData. Out: for each its SHA-256 in hex, or null where it could not be read to its end.

import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { FilePlace } from '../base/index.ts';
import { fileBytes } from '../base/files/index.ts';

const { places } = workerData as { places: FilePlace[] };

/** A megabyte at a time: larger pieces fall out of the cache between reading and hashing. */
const piece = Buffer.allocUnsafe(1 << 20);

function sha256({ path, seal }: FilePlace): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = fileBytes(file, seal);
      const hash = createHash('sha256');
      let offset = 0;
      for (let count; (count = bytes.read(offset, piece, 0, piece.length)) > 0; offset += count)
        hash.update(piece.subarray(0, count));
      return hash.digest('hex');
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

parentPort!.postMessage(places.map(sha256));
