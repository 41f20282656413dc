// From the paths a user names to the files that are read: folders are walked, links in them not followed.
// In: paths. Out: files with what their first bytes show; what cannot be read is told, with the reason.

import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../base/index.ts';
import { headBytes, identify, type Identified, partsOf } from '../read/index.ts';
import { fieldTests } from './field-tests.ts';
import { isNeverWritten } from './never-written.ts';

export interface FoundInput extends Identified {
  path: string;
  bytes: number;
  modifiedMs: number;
  /** The files that it lies in, in their order: more than itself where an archive was split. */
  parts: string[];
  /** The input that it is read as a part of, or null. */
  partOf: string | null;
}

export interface UnreadableInput {
  path: string;
  bytes: number;
  reason: string;
}

export function findInputs(paths: string[]): {
  inputs: FoundInput[];
  unreadable: UnreadableInput[];
} {
  const inputs: FoundInput[] = [];
  const unreadable: UnreadableInput[] = [];
  const seen = new Set<string>();
  const head = Buffer.allocUnsafe(headBytes);
  for (const path of paths) visit(path, true);
  return { inputs, unreadable };

  function visit(path: string, isNamed: boolean): void {
    try {
      const stats = statOf(path, isNamed);
      if (stats.isDirectory()) visitFolder(path);
      else if (stats.isFile()) take(path, stats);
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
      unreadable.push({ path, bytes: 0, reason: reasonOf(code, path) });
    }
  }

  /** Parts of one archive are read together, as the first of them. */
  function visitFolder(path: string): void {
    const names = readdirSync(path).toSorted();
    const sets = partsOf(names);
    const setOf = new Map(sets.flatMap((set) => set.parts.map((part) => [part, set] as const)));
    for (const name of names) {
      const before = inputs.length;
      visit(join(path, name), false);
      const set = setOf.get(name);
      if (!set || inputs.length === before) continue;
      const [first] = set.parts;
      const input = inputs[before]!;
      if (name === first) {
        input.parts = set.parts.map((part) => join(path, part));
        for (const part of set.missing)
          unreadable.push({
            path: join(path, part),
            bytes: 0,
            reason: 'a part of an archive that is not there',
          });
      } else {
        input.partOf = join(path, first!);
        input.format = `part of ${first}`;
      }
    }
  }

  /** Named twice, or inside a folder that is named as well, it is still one file. */
  function take(path: string, stats: Stats): void {
    const identity = `${stats.dev}:${stats.ino}`;
    if (stats.ino !== 0 && seen.has(identity)) return;
    seen.add(identity);
    if (isNeverWritten(path, stats)) {
      const reason = 'nothing was ever written to it: all of it is a hole, which is not read';
      unreadable.push({ path, bytes: stats.size, reason });
    } else inputs.push(look(path, stats, head));
  }
}

/** A link that the user names is his word; one found in a folder may lead anywhere. */
function statOf(path: string, isNamed: boolean): Stats {
  return isNamed ? statSync(path) : lstatSync(path);
}

function reasonOf(code: string | undefined, path: string): string {
  // what is no UTF-8 in a name has become the sign for that, under which nothing can be opened
  if (code === 'ENOENT' && path.includes('\ufffd')) return 'its name is not UTF-8: rename it';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'gone while it was looked at';
  return `cannot be read (${code ?? 'unknown error'})`;
}

function look(path: string, stats: Stats, scratch: Buffer): FoundInput {
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, scratch, 0, Math.min(headBytes, stats.size), 0);
    const known = identify(scratch.subarray(0, length), {
      isWhole: stats.size <= length,
      fieldTests,
    });
    return {
      path,
      bytes: stats.size,
      modifiedMs: stats.mtimeMs,
      parts: [path],
      partOf: null,
      ...known,
    };
  } finally {
    closeSync(file);
  }
}
