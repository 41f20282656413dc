// Says at once, and by its name, that output cannot be written where it is to go. In: a path. Out: nothing, or an error.

import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';

/** Throws OUTPUT_NOT_WRITABLE where a file of that name cannot be made. */
export function refuseUnwritableFile(path: string): void {
  refuseUnwritable(path, () => accessSync(dirname(resolve(path)), constants.W_OK));
}

/** Makes the folder where it is missing. Throws OUTPUT_NOT_WRITABLE. */
export function refuseUnwritableFolder(path: string): void {
  refuseUnwritable(path, () => {
    makeFolder(resolve(path));
    if (!statSync(path).isDirectory()) throw new Error('it is no folder');
    accessSync(path, constants.W_OK);
  });
}

function refuseUnwritable(path: string, look: () => void): void {
  try {
    look();
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}
