// The folder that reports are written to, and the files in it: there whole or not at all.

import { accessSync, closeSync, constants, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, writeWhole } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';

/** Makes the folder and checks, before hours of work, that it can be written. */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    const probe = join(folder, `.tocsin-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write to the folder ${folder}`, { cause });
  }
}

/** Returns the path written. Only the owner may read it: a report is confidential. */
export function writeOutput(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  try {
    writeWhole(path, content, { mode: 0o600 });
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
  return path;
}
