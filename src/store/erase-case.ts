// A case is erased by erasing its wrapped key: what was encrypted under it says nothing from then on. In: the record of
// a case. Out: nothing left of it. Steps by themselves, each on the disk when it returns, so that whoever calls them
// knows after a kill how far it came.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readdirSync, readSync } from 'node:fs';
import { lstatSync, rmSync, statSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import { syncFolder } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { type CaseRecord, hasReadableRecord, recordPath } from './case-record.ts';
import { caseGone } from './destroyed-cases.ts';
import { lockEvents } from './case-events.ts';
import { casesPath, type InstanceHome } from './instance-home.ts';
import { openVault } from './open-vault.ts';

/**
 * Nobody else writes into the case until it is disposed. Throws CASE_BUSY where somebody does; a vault that is damaged
 * does not stand in the way.
 */
export function lockCase(record: CaseRecord): Disposable {
  using held = new DisposableStack();
  for (const lock of [lockVault, lockEvents]) {
    try {
      held.use(lock(record));
    } catch (error) {
      if (!(error instanceof TocsinError) || error.code !== 'CASE_DAMAGED') throw error;
    }
  }
  return held.move();
}

function lockVault(record: CaseRecord): Disposable {
  const vault = openVault(record);
  try {
    vault.db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    vault[Symbol.dispose]();
    throw new TocsinError('CASE_BUSY', `another process is writing into the case ${record.case}`, {
      cause: error,
    });
  }
  return {
    [Symbol.dispose]() {
      vault.db.exec('ROLLBACK');
      vault[Symbol.dispose]();
    },
  };
}

/** Whether the record of the case can be read as one; what its key opens is another question. CASE_UNREADABLE. */
export function isCaseWhole(home: InstanceHome, id: string): boolean {
  return hasReadableRecord(caseFolder(home, id));
}

/**
 * For whoever writes into a case that was found a while ago, under the lock of the instance: what is written into one that
 * was destroyed meanwhile would be acknowledged and lost. Throws CASE_DESTROYED.
 */
export function refuseGone(home: InstanceHome, { case: id }: Pick<CaseRecord, 'case'>): void {
  if (!isCaseWhole(home, id)) throw caseGone(id);
}

/**
 * The wrapped key, and all that stands beside it, overwritten where it lies. True where the disk has taken it; null where
 * there is nothing to overwrite.
 */
export function overwriteCaseKey(home: InstanceHome, id: string): boolean | null {
  if (!hasCaseRecord(home, id)) return null;
  const path = recordPath(caseFolder(home, id));
  const file = openSync(path, 'r+');
  try {
    const noise = randomBytes(fstatSync(file).size);
    for (let done = 0; done < noise.length;) done += writeSync(file, noise, done, noise.length - done, done);
    fsyncSync(file);
    const found = Buffer.alloc(noise.length);
    readSync(file, found, 0, found.length, 0);
    return found.equals(noise);
  } finally {
    closeSync(file);
  }
}

export function removeCaseKey(home: InstanceHome, id: string): void {
  const folder = caseFolder(home, id);
  rmSync(recordPath(folder), { force: true });
  if (existsSync(folder)) syncFolder(folder);
}

/** The folder of a case whose key is gone. */
export function removeCaseFiles(home: InstanceHome, id: string): void {
  if (isCaseWhole(home, id)) throw new TypeError('the key of this case is not erased yet');
  rmSync(caseFolder(home, id), { recursive: true, force: true });
  syncFolder(casesPath(home.path));
}

export function hasCaseFolder(home: InstanceHome, id: string): boolean {
  return isThere(caseFolder(home, id));
}

/** Whether there is a file where the key of the case lies, whatever it holds. */
export function hasCaseRecord(home: InstanceHome, id: string): boolean {
  return isThere(recordPath(caseFolder(home, id)));
}

/** What cannot be looked at is not taken to be gone: that is an error of the file system. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

export interface CaseFile {
  /** Inside of the case's folder. */
  path: string;
  bytes: number;
}

/** In the order of their paths, without what the engine keeps beside a file while it has it open. */
export function listCaseFiles(home: InstanceHome, id: string): CaseFile[] {
  const folder = caseFolder(home, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path), bytes: sizeOf(path) }))
    .filter(({ path, bytes }) => !path.endsWith('.db-shm') && !(path.endsWith('.db-wal') && bytes === 0))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file of the engine may go meanwhile. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function caseFolder(home: InstanceHome, id: string): string {
  return join(casesPath(home.path), id);
}
