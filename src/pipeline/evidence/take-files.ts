// Takes what a user names as evidence of a case: files, and folders file by file. In: paths. Out: what each file came to.

import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import { takeEvidence, type Taken, type TakeOptions } from '../../intake/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import { refuseClosed } from '../cases/refuse-closed.ts';
import { readableInputs } from '../examine.ts';
import { findInputs, type FoundFiles } from '../find-inputs.ts';

export interface TakeFilesOptions extends Omit<TakeOptions, 'onRead'> {
  /** Told how much of all bytes has been read, 0 to 1. */
  onProgress?: (done: number) => void;
}

/** What is not there or cannot be read is among the failed. Throws as `takeEvidence`, and where nothing can be read. */
export async function takeFiles(
  home: InstanceHome,
  record: CaseRecord,
  paths: string[],
  options: TakeFilesOptions,
): Promise<Taken> {
  refuseClosed(record, 'no evidence is taken into it');
  const named = findInputs(paths, { isMissingTold: true });
  // where there is nothing at all to take, the command is wrong
  const found = named.inputs.length > 0 ? named : readableInputs(paths);
  const { files, failed } = await takeFound(home, record, found, options);
  return { files, failed: [...failed, ...found.unreadable.map(({ path, reason }) => ({ path, reason }))] };
}

/** Copies of files that are about to be examined: one that cannot be copied is an error, as it will be missed later. */
export async function copyFound(
  home: InstanceHome,
  record: CaseRecord,
  found: FoundFiles,
  options: Omit<TakeFilesOptions, 'copy'>,
): Promise<void> {
  const { failed } = await takeFound(home, record, found, { ...options, copy: true });
  const [first] = failed;
  if (first)
    throw new TocsinError('INPUT_UNREADABLE', `no copy can be kept of ${first.path}: ${first.reason}`);
}

function takeFound(
  home: InstanceHome,
  record: CaseRecord,
  found: FoundFiles,
  { onProgress, ...options }: TakeFilesOptions,
): Promise<Taken> {
  // what comes from a sealed copy is evidence already
  const inputs = found.inputs.filter(({ places }) => !places[0]?.seal);
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  let read = 0;
  const onRead = (count: number) => onProgress?.(Math.min(1, (read += count) / Math.max(1, bytes)));
  const paths = inputs.map(({ places, path }) => resolve(places[0]?.path ?? path));
  return takeEvidence(home, record, paths, { ...options, onRead });
}
