// Writes some files so that each is there whole or as it was: beside their places first, all of them on the disk, then
// moved. In: a folder and files. Out: nothing. Many at a time: waiting for the disk once for each would take hours.

import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../base/files/index.ts';
import { partialEnd } from './known-files.ts';
import type { RangeFile } from './range-file.ts';

/** Of fewer, each is waited for by itself. */
const fewFiles = 16;

export function writeBatch(folder: string, files: readonly RangeFile[]): void {
  const beside = files.map(({ name }) => join(folder, `.${name}${partialEnd}`));
  files.forEach(({ bytes }, i) => {
    const file = openSync(beside[i]!, 'w', 0o644);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    } finally {
      closeSync(file);
    }
  });
  // what is empty has nothing to lose
  const holding = beside.filter((_, i) => files[i]!.bytes.length > 0);
  if (holding.length > 0 && (holding.length <= fewFiles || !syncAll(folder))) syncEach(holding);
  files.forEach(({ name }, i) => renameSync(beside[i]!, join(folder, name)));
  syncFolder(folder);
}

/** All that was written to the disk of the folder, at once: Node has no call for it. False where the system has no such command. */
function syncAll(folder: string): boolean {
  return spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0;
}

function syncEach(paths: readonly string[]): void {
  for (const path of paths) {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
