// From the paths a user names to the files that are read: folders are walked, links in them not followed.
// In: paths. Out: files with what their first bytes show; what cannot be read is told, with the reason.

import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../base/index.ts';
import { type FoundInput, inClear, lookAtInput } from './found-input.ts';
import { joinParts } from './joined-inputs.ts';
import { isNeverWritten } from './never-written.ts';
import type { UnreadableInput } from './unreadable-input.ts';

export type { FoundInput } from './found-input.ts';
export type { UnreadableInput } from './unreadable-input.ts';

export interface FoundFiles {
  inputs: FoundInput[];
  unreadable: UnreadableInput[];
}

/** `isMissingTold`: a path that is named and not there is among what cannot be read, instead of INPUT_NOT_FOUND. */
export function findInputs(paths: string[], { isMissingTold = false } = {}): FoundFiles {
  const inputs: FoundInput[] = [];
  const unreadable: UnreadableInput[] = [];
  const seen = new Set<string>();
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
      if (isNamed && code === 'ENOENT' && !isMissingTold)
        throw new TocsinError('INPUT_NOT_FOUND', `no such file or folder: ${path}`);
      unreadable.push({
        path,
        bytes: 0,
        reason: isNamed && code === 'ENOENT' ? 'no such file or folder' : reasonOf(code, path),
      });
    }
  }

  function visitFolder(path: string): void {
    const names = readdirSync(path).toSorted();
    const before = inputs.length;
    for (const name of names) visit(join(path, name), false);
    unreadable.push(...joinParts(path, names, inputs.slice(before)));
  }

  /** Named twice, or inside a folder that is named as well, it is still one file. */
  function take(path: string, stats: Stats): void {
    const identity = `${stats.dev}:${stats.ino}`;
    if (stats.ino !== 0 && seen.has(identity)) return;
    seen.add(identity);
    if (isNeverWritten(path, stats)) {
      const reason = 'nothing was ever written to it: all of it is a hole, which is not read';
      unreadable.push({ path, bytes: stats.size, reason });
    } else inputs.push(lookAtInput(path, inClear(path), stats.mtimeMs));
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
