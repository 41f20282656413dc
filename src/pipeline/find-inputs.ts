// From the paths a user names to the files that are read: folders are walked, links in them not followed.
// In: paths. Out: files with what their first bytes show; what cannot be read is told, with the reason.

import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { TocsinError } from '../base/index.ts';
import { headBytes, isGzip, sniff, type Sniffed } from '../read/index.ts';

export interface FoundInput extends Sniffed {
  path: string;
  bytes: number;
  modifiedMs: number;
}

export interface UnreadableInput {
  path: string;
  bytes: number;
  reason: string;
}

export function findInputs(paths: string[]): { inputs: FoundInput[]; unreadable: UnreadableInput[] } {
  const inputs: FoundInput[] = [];
  const unreadable: UnreadableInput[] = [];
  for (const path of paths) visit(path, true);
  return { inputs, unreadable };

  function visit(path: string, isNamed: boolean): void {
    try {
      const stats = statOf(path, isNamed);
      if (stats.isDirectory())
        for (const name of readdirSync(path).toSorted()) visit(join(path, name), false);
      else if (stats.isFile()) inputs.push(look(path, stats));
      else
        unreadable.push({
          path,
          bytes: 0,
          reason: stats.isSymbolicLink() ? 'a link inside a folder, not followed' : 'not a regular file',
        });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (isNamed && code === 'ENOENT')
        throw new TocsinError('INPUT_NOT_FOUND', `no such file or folder: ${path}`);
      unreadable.push({ path, bytes: 0, reason: reasonOf(code) });
    }
  }
}

/** A link that the user names is his word; one found in a folder may lead anywhere. */
function statOf(path: string, isNamed: boolean): Stats {
  return isNamed ? statSync(path) : lstatSync(path);
}

function reasonOf(code: string | undefined): string {
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'gone while it was looked at';
  return `cannot be read (${code ?? 'unknown error'})`;
}

function look(path: string, stats: Stats): FoundInput {
  const raw = Buffer.alloc(Math.min(headBytes, stats.size));
  const file = openSync(path, 'r');
  let length = 0;
  try {
    length = readSync(file, raw, 0, raw.length, 0);
  } finally {
    closeSync(file);
  }
  const packed = raw.subarray(0, length);
  const compression = isGzip(packed) ? 'gzip' : null;
  const head = compression ? unpackHead(packed) : packed;
  return {
    path,
    bytes: stats.size,
    modifiedMs: stats.mtimeMs,
    ...sniff(head.subarray(0, headBytes), compression),
  };
}

/** As much as the first bytes of a gzip file unpack to; a broken file unpacks to less. */
function unpackHead(packed: Buffer): Buffer {
  try {
    return gunzipSync(packed.subarray(0, headBytes / 4), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 64 << 20,
    });
  } catch {
    return Buffer.alloc(0);
  }
}
