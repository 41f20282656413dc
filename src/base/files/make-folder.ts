// A folder and those above it that are missing. In: its path. Whoever makes the same one at the same time is no error.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * `mode` is of every folder made; one that is there keeps its own. Throws what the file system says.
 *
 * Level by level: on file systems that refuse new folders, such as /proc, Node's recursive way never ends.
 */
export function makeFolder(path: string, { mode = 0o777 }: { mode?: number } = {}): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.toReversed()) makeLeafFolder(folder, { mode });
}

/** Only the last level; ENOENT where the folder above it is gone. */
export function makeLeafFolder(path: string, { mode = 0o777 }: { mode?: number } = {}): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
