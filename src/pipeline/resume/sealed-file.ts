// A file that says nothing without its key: what a run that was stopped has read so far holds samples of the leak.
// In: bytes and a key. Out: the same bytes, or null where the file is not whole, was changed, or has another key.
// A file appears only when it is complete.

import { readFileSync } from 'node:fs';
import { writeWhole } from '../../base/files/index.ts';
import { openSealed, sealedPieces } from '../../base/index.ts';

export function writeSealed(path: string, key: Uint8Array, bytes: Uint8Array): void {
  writeWhole(path, sealedPieces(bytes, key));
}

export function readSealed(path: string, key: Uint8Array): Buffer | null {
  let sealed: Buffer;
  try {
    sealed = readFileSync(path);
  } catch {
    return null;
  }
  return openSealed(sealed, key);
}
