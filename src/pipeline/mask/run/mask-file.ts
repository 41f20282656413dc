// A file that a run masks, as its first bytes show it: plain data that travels to the threads.

import type { ReaderPlan } from '../../../read/index.ts';

export interface MaskFile {
  path: string;
  /** Under the folder that was named; '' where the file itself was. */
  place: string;
  /** As it lies on the disk. */
  bytes: number;
  modifiedMs: number;
  format: string;
  /** What is taken off before it can be read, and put on again: gzip. */
  packing: 'gzip' | null;
  /** Its text is not UTF-8 and is made UTF-8 to be read, and written as it was. */
  recode: 'utf-16le' | 'utf-16be' | null;
  plan: ReaderPlan;
  charset: string;
  /** Of the table that the whole file is, if it is one. */
  tableName: string;
}

/** What has to be changed before it can be read comes as a stream, in order; everything else is read from anywhere. */
export function isStream({ packing, recode }: Pick<MaskFile, 'packing' | 'recode'>): boolean {
  return packing !== null || recode !== null;
}

/** It has no rows. */
export function isText({ plan }: Pick<MaskFile, 'plan'>): boolean {
  return plan.kind === 'text' || plan.kind === 'document';
}
