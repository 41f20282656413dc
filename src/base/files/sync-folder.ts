// The names in a folder, on the disk: a file that was moved into its place outlives a power cut only then.

import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Not every file system syncs a folder, nor may every folder that can be written be read: the file is whole anyway. */
const noFolderSync = new Set(['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM']);

export function syncFolder(path: string): void {
  let folder: number | null = null;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch (error) {
    if (!noFolderSync.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (folder !== null) closeSync(folder);
  }
}
