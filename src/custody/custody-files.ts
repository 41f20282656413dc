// Where the custody log rests, and reading its hashes. In: the folder of an instance, or a copy of its log. Out: paths.

import { existsSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../base/index.ts';
import { hashBytes, type HashReader } from './merkle.ts';

export interface CustodyFiles {
  folder: string;
  /** One entry a line, in JSON. */
  entries: string;
  /** 32 bytes each, in the order of Go's tlog. */
  hashes: string;
  /** The signed note of the last entry. */
  checkpoint: string;
  publicKey: string;
  /** Sealed under the instance key. */
  signingKey: string;
}

export function custodyFiles(folder: string): CustodyFiles {
  return {
    folder,
    entries: join(folder, 'entries'),
    hashes: join(folder, 'hashes'),
    checkpoint: join(folder, 'checkpoint'),
    publicKey: join(folder, 'public-key'),
    signingKey: join(folder, 'signing-key'),
  };
}

export function custodyFolder(home: string): string {
  return join(home, 'custody');
}

/** Where a log is set aside when a new one begins: the first to go has the number 1. */
export function logSetAside(home: string, number: number): string {
  return join(home, `custody.damaged-${number}`);
}

/** Folders of the logs that were set aside, the oldest first. */
export function logsSetAside(home: string): string[] {
  const folders: string[] = [];
  for (let path = logSetAside(home, 1); existsSync(path); path = logSetAside(home, folders.length + 1))
    folders.push(path);
  return folders;
}

/** Whether a log rests there, or what is left of one. */
export function hasCustodyLog(folder: string): boolean {
  const { checkpoint, entries } = custodyFiles(folder);
  return existsSync(checkpoint) || existsSync(entries);
}

/** Of an open file. */
export function hashReader(file: number): HashReader {
  return (place) => {
    const bytes = Buffer.alloc(hashBytes);
    if (readSync(file, bytes, 0, hashBytes, place * hashBytes) < hashBytes)
      throw custodyDamaged(`the custody log lacks the hash number ${place}`);
    return bytes;
  };
}

export function custodyDamaged(message: string, cause?: unknown): TocsinError {
  return new TocsinError('CUSTODY_DAMAGED', message, { cause });
}
