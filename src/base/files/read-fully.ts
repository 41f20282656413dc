// Bytes of a file into all of a buffer: one call of the system may give fewer than it is asked for.

import { readSync } from 'node:fs';

/** How many there were: fewer than `target` holds only at the end of the file. */
export function readFully(file: number, target: Uint8Array, offset: number): number {
  let had = 0;
  while (had < target.length) {
    const taken = readSync(file, target, had, target.length - had, offset + had);
    if (taken === 0) break;
    had += taken;
  }
  return had;
}
