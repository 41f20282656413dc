// Output files that are there whole or not at all: written beside their place, then moved into it.

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TocsinError } from '../base/index.ts';

/** Makes the folder and checks, before hours of work, that it can be written. */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
    const probe = join(folder, `.tocsin-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write to the folder ${folder}`, { cause });
  }
}

/** Level by level: on file systems that refuse new folders, such as /proc, Node's recursive way never ends. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.push(at);
  for (const path of missing.toReversed()) mkdirSync(path);
}

/** Returns the path written. Only the owner may read it: a report is confidential. */
export function writeWhole(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  const partial = join(folder, `.${name}.${process.pid}.partial`);
  try {
    const file = openSync(partial, 'w', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (cause) {
    rmSync(partial, { force: true });
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
  return path;
}
