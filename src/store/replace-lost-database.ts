// A new database for an instance whose own is lost: what is left of that is set aside as it is. In: the instance, and who
// says in the custody log what was lost. Out: where the old files are. A process that is killed in between leaves the
// instance damaged, as it was; run again, it goes on.

import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeWhole } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import type { InstanceHome } from './instance-home.ts';
import { closeInstance, databaseName, remakeInstance } from './instance-lock.ts';
import { lostMarker } from './lost-database.ts';

/** `say` is called with the paths of the old files, once the new database can be used. */
export function replaceLostDatabase(home: InstanceHome, say: (setAside: string[]) => void): string[] {
  closeInstance(home);
  const setAside = setFilesAside(home.path);
  remakeInstance(home);
  say(setAside);
  rmSync(lostMarker(home.path), { force: true });
  syncFolder(home.path);
  return setAside;
}

const fileNames = new Set(['', '.key', '-wal', '-shm'].map((end) => `${databaseName}${end}`));

function setFilesAside(home: string): string[] {
  try {
    writeWhole(lostMarker(home), '');
    const found = readdirSync(home).filter((name) => fileNames.has(name));
    const moved = found.map((name) => {
      const aside = freeName(home, name);
      renameSync(join(home, name), aside);
      return aside;
    });
    syncFolder(home);
    return moved;
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot set aside the database of the instance ${home}`, {
      cause,
    });
  }
}

function freeName(home: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(home, `${name}.lost-${number}`);
    if (!existsSync(path)) return path;
  }
}
