/**
 * The extracts as files of a folder. In: the folder and options. Out: the files, each under its name only when it is
 * complete, and the truth.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DumpFile, openDumpFile } from '../dump-file.ts';
import { extractFiles, extractsOf, writeExtract, type Written } from './generate-pole-emploi.ts';
import { noteRows, type RowNumbers } from './person-truths.ts';
import { collectTruth, type PoleEmploiTruth } from './pole-emploi-truth.ts';
import type { RowBytes } from './put-row.ts';
import { createExtracts, type Extract, type Extracts, type PoleEmploiOptions } from './registration.ts';

export interface MadeExtracts {
  extracts: Extracts;
  truth: PoleEmploiTruth;
  /** null unless they were asked for */
  rowNumbers: RowNumbers | null;
}

export async function makeExtracts(
  folder: string,
  options: PoleEmploiOptions,
  rowBytes: RowBytes,
  withRowNumbers = false,
): Promise<MadeExtracts> {
  const extracts = createExtracts(options);
  const rowNumbers = withRowNumbers ? noteRows(options.people) : null;
  const written: Partial<Record<Extract, Written>> = {};
  const files: DumpFile[] = [];
  await mkdir(folder, { recursive: true });
  try {
    for (const extract of extractsOf(options.format)) {
      const file = await openDumpFile(join(folder, extractFiles[extract]));
      files.push(file);
      written[extract] = await writeExtract(extracts, extract, rowBytes, file, rowNumbers?.onRow(extract));
      await file.end();
    }
    for (const file of files) await file.publish();
  } catch (error) {
    for (const file of files) await file.discard();
    throw error;
  }
  return { extracts, truth: collectTruth(options, extracts, written), rowNumbers };
}
