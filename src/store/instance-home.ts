// The instance folder: everything that outlives a run, and the key that opens it. Made on first use, for its owner
// alone. In: the environment. Out: the folder's path and the instance key. Whoever has the folder without the key file
// has noise. A folder that holds cases never gets another key: cases opened under that would be lost with it.

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, writeOnce } from '../base/files/index.ts';
import { homePath, keyBytes, TocsinError } from '../base/index.ts';

export interface InstanceHome {
  path: string;
  key: Buffer;
}

/** Makes what is missing. */
export function openHome(path: string = homePath()): InstanceHome {
  try {
    makeFolder(path, { mode: 0o700 });
    makeFolder(casesPath(path), { mode: 0o700 });
    makeKey(path);
  } catch (cause) {
    if (cause instanceof TocsinError) throw cause;
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write to the instance folder ${path}`, { cause });
  }
  return { path, key: readKey(join(path, keyName)) };
}

function readKey(path: string): Buffer {
  let key: Buffer;
  try {
    key = readFileSync(path);
  } catch (cause) {
    throw new TocsinError('CASE_KEY', `the key file of the instance cannot be read: ${path}`, { cause });
  }
  if (key.length !== keyBytes)
    throw new TocsinError('CASE_KEY', `the key file of the instance is damaged: ${path}`);
  return key;
}

export function casesPath(home: string): string {
  return join(home, 'cases');
}

const keyName = 'key';

/** While the key is being replaced: the one to come, and the one that goes. */
export const nextKeyName = 'key.next';
export const oldKeyName = 'key.old';

export function keyPath(home: string): string {
  return join(home, keyName);
}

/** False where another key has taken its place since it was read. */
export function isInstanceKey({ path, key }: InstanceHome): boolean {
  const names = [keyName, nextKeyName, oldKeyName].filter((name) => existsSync(join(path, name)));
  return names.length === 0 || names.some((name) => readFileSync(join(path, name)).equals(key));
}

/** Whole or not there: of two processes that begin at once, the second takes the key of the first. */
function makeKey(home: string): void {
  const path = join(home, keyName);
  if (existsSync(path)) return;
  if (readdirSync(casesPath(home)).some((name) => !name.startsWith('.')))
    throw new TocsinError('CASE_KEY', `the key file of the instance is missing: ${path}`);
  writeOnce(path, randomBytes(keyBytes), { mode: 0o600 });
}
