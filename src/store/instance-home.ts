// The instance folder: everything that outlives a run, and the key that opens it. Made on first use, for its owner
// alone. In: the environment. Out: the folder's path and the instance key. Whoever has the folder without the key file
// has noise. A folder that holds cases never gets another key: cases opened under that would be lost with it.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { TocsinError } from '../base/index.ts';
import { keyBytes } from './sealed-bytes.ts';

export interface InstanceHome {
  path: string;
  key: Buffer;
}

/** `TOCSIN_HOME`, else by the XDG base directory specification. */
export function homePath(env: NodeJS.ProcessEnv = process.env): string {
  if (env['TOCSIN_HOME']) return resolve(env['TOCSIN_HOME']);
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'tocsin');
}

/** Makes what is missing. */
export function openHome(path: string = homePath()): InstanceHome {
  try {
    makeFolders(path);
    makeFolders(casesPath(path));
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

/** Level by level: on file systems that refuse new folders, such as /proc, Node's recursive way never ends. */
function makeFolders(path: string): void {
  const missing: string[] = [];
  for (let at = path; !existsSync(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Whole or not there: of two processes that begin at once, the second takes the key of the first. */
function makeKey(home: string): void {
  const path = join(home, keyName);
  if (existsSync(path)) return;
  if (readdirSync(casesPath(home)).some((name) => !name.startsWith('.')))
    throw new TocsinError('CASE_KEY', `the key file of the instance is missing: ${path}`);
  const beside = join(home, `.${keyName}.${process.pid}.${randomBytes(4).toString('hex')}`);
  const file = openSync(beside, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(keyBytes));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
}
