// Writes ranges as files that any server of files can answer with. In: the register and a folder. Out: a file for each
// range, and a manifest of their hashes for each sort. A second run writes what has changed and takes away what is gone;
// one that was killed goes on; no file is ever there in half.

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makeFolder } from '../../base/files/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';
import { accountFiles } from './account-files.ts';
import { ExportJournal, type ExportPlace, fileHash, type KnownFile, knownFiles } from './known-files.ts';
import { passwordFiles } from './password-files.ts';
import type { RangeFile, RangeSort } from './range-file.ts';
import { writeBatch } from './write-batch.ts';

export interface ExportOptions {
  out: string;
  sorts: readonly RangeSort['sort'][];
  signal?: AbortSignal;
  /** Files of a sort that are done. */
  onProgress?: (sort: RangeSort['sort'], files: number) => void;
  /** Written at a time. */
  batchFiles?: number;
}

export interface ExportedRanges {
  sort: RangeSort['sort'];
  folder: string;
  files: number;
  written: number;
  removed: number;
}

export async function exportRanges(
  register: RegisterDatabase,
  { out, sorts, signal, onProgress = () => {}, batchFiles = 2048 }: ExportOptions,
): Promise<ExportedRanges[]> {
  makeFolder(out);
  const all: RangeSort[] = [
    { sort: 'range', folder: 'range', files: passwordFiles(register, 'sha1') },
    { sort: 'ntlm', folder: 'ntlm/range', files: passwordFiles(register, 'ntlm') },
    { sort: 'accounts', folder: 'breachedaccount/range', files: accountFiles(register) },
  ];
  const exported: ExportedRanges[] = [];
  for (const range of all)
    if (sorts.includes(range.sort))
      exported.push(await exportSort(out, range, { signal, onProgress, batchFiles }));
  return exported;
}

interface Exporting extends Required<Pick<ExportOptions, 'onProgress' | 'batchFiles'>> {
  signal: AbortSignal | undefined;
}

/** Held at a time, however many files that is. */
const batchBytes = 64 << 20;

async function exportSort(
  out: string,
  { sort, folder, files }: RangeSort,
  { signal, onProgress, batchFiles }: Exporting,
): Promise<ExportedRanges> {
  const place: ExportPlace = { out, sort, folder };
  const path = join(out, folder);
  makeFolder(path);
  const result = { sort, folder, files: 0, written: 0, removed: 0 };
  const known = knownFiles(place);
  using journal = new ExportJournal(place);
  let next = known.next();
  /** In the order of their names; those with bytes have to be written. */
  let batch: (KnownFile & { bytes: Buffer | null })[] = [];
  let gone: string[] = [];
  let waitingBytes = 0;

  const flush = async (): Promise<void> => {
    const changed = batch.flatMap(({ name, bytes }): RangeFile[] =>
      bytes === null ? [] : [{ name, bytes }],
    );
    const names = [...gone, ...changed.map(({ name }) => name)].toSorted();
    if (names.length > 0) journal.begin(names[0]!, names.at(-1)!);
    if (changed.length > 0) writeBatch(path, changed);
    for (const name of gone) rmSync(join(path, name), { force: true });
    for (const file of batch) journal.done(file);
    result.files += batch.length;
    result.written += changed.length;
    result.removed += gone.length;
    [batch, gone, waitingBytes] = [[], [], 0];
    onProgress(sort, result.files);
    await setImmediate();
    signal?.throwIfAborted();
  };

  for await (const { name, bytes } of files) {
    for (; !next.done && next.value.name < name; next = known.next()) gone.push(next.value.name);
    const sha256 = fileHash(bytes);
    const isThere =
      !next.done &&
      next.value.name === name &&
      next.value.sha256 === sha256 &&
      sizeOf(join(path, name)) === bytes.length;
    if (!next.done && next.value.name === name) next = known.next();
    batch.push({ name, sha256, bytes: isThere ? null : bytes });
    waitingBytes += isThere ? 0 : bytes.length;
    if (batch.length + gone.length >= batchFiles || waitingBytes >= batchBytes) await flush();
  }
  for (; !next.done; next = known.next()) {
    gone.push(next.value.name);
    if (gone.length >= batchFiles) await flush();
  }
  await flush();
  journal.finish(result.written + result.removed > 0);
  return result;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
