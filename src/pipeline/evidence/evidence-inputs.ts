// Evidence as inputs that can be read: from where it was taken, or from its sealed copy, which is opened in memory only.
// In: files, each with where its bytes lie. Out: inputs, parts of one archive put together.

import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type FilePlace, isTocsinError } from '../../base/index.ts';
import type { FoundFiles } from '../find-inputs.ts';
import { type FoundInput, lookAtInput } from '../found-input.ts';
import { joinParts } from '../joined-inputs.ts';
import type { UnreadableInput } from '../unreadable-input.ts';

export interface PlacedFile {
  /** What it is called in reports, and what is inside of it after it. */
  path: string;
  place: FilePlace;
  bytes: number;
  modifiedMs: number;
}

export function evidenceInputs(files: PlacedFile[]): FoundFiles {
  const inputs: FoundInput[] = [];
  const unreadable: UnreadableInput[] = [];
  for (const { path, place, bytes, modifiedMs } of files) {
    try {
      // a file that was touched since it was taken holds the same: what counts is whether it is changed while it is read
      const changedAt = place.seal ? modifiedMs : statSync(place.path).mtimeMs;
      inputs.push(lookAtInput(path, place, changedAt));
    } catch (error) {
      const { code = 'unknown error' } = error as NodeJS.ErrnoException;
      const reason = isTocsinError(error) ? error.message : `cannot be read (${code})`;
      unreadable.push({ path, bytes, reason });
    }
  }
  for (const [folder, together] of Map.groupBy(inputs, ({ path }) => dirname(path))) {
    const names = together.map(({ path }) => basename(path));
    unreadable.push(...joinParts(folder, names, together));
  }
  return { inputs, unreadable };
}

/** Files that whoever unpacks may read beside what the user named; of many their folders. */
export function rootsOf(inputs: FoundInput[]): string[] {
  const places = inputs.flatMap((input) => input.places.map(({ path }) => path));
  return [...new Set(places.length > maxRoots ? places.map((path) => dirname(path)) : places)];
}

/** They go on a command line. */
const maxRoots = 100;
