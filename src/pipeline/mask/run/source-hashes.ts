// The SHA-256 of each file of a source: by a thread of its own while others read, here where there is little. In: the files.
// Out: hex digits; null for a file that could not be read, or is no more as it was found.

import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { inClear } from '../../found-input.ts';
import { hashInputs } from '../../hash-inputs.ts';
import type { MaskFile } from './mask-file.ts';

const worthThread = 4 << 20;

export function sourceHashes(files: MaskFile[]): {
  done: Promise<(string | null)[]>;
  stop: () => Promise<unknown>;
} {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const hashing = bytes < worthThread ? null : hashInputs(files.map(({ path }) => inClear(path)));
  return {
    get done() {
      const hashes =
        hashing?.done ?? Promise.resolve(files.map(({ path }) => hash('sha256', readFileSync(path))));
      return hashes.then((found) => found.map((digits, i) => (hasChanged(files[i]!) ? null : digits)));
    },
    stop: async () => hashing?.stop(),
  };
}

function hasChanged({ path, bytes, modifiedMs }: MaskFile): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || stats.size !== bytes || stats.mtimeMs !== modifiedMs;
}
