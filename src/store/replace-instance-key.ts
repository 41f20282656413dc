// Another instance key: everything that was sealed under the old one is sealed under a new one, and the old one is
// overwritten, so that copies of wrapped keys that were made before open with nothing. In: the instance. Out: the
// instance with its new key. A process that is killed leaves both keys; the next one begins the pass again and ends it.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeWhole } from '../base/files/index.ts';
import { keyBytes, TocsinError } from '../base/index.ts';
import { resealCaseKey } from './case-record.ts';
import { caseIds, refuseUnreadableCases } from './cases.ts';
import { opensDatabase, resealDatabaseKey } from './instance-database-key.ts';
import { casesPath, type InstanceHome, keyPath, nextKeyName, oldKeyName } from './instance-home.ts';
import { withInstance } from './instance-lock.ts';

export interface ReplaceOptions {
  /** Seals anew what other stages sealed under the instance key; what is under the new key already stays. */
  reseal: (home: InstanceHome, newKey: Buffer) => void;
  onStep?: (step: ReplaceStep) => void;
}

export interface Replaced {
  /** With the new key. */
  home: InstanceHome;
  /** Cases that stay as they are: no key of the instance opens them, or their record is none. */
  passedOver: string[];
}

export type ReplaceStep = 'key.next' | 'key.cases' | 'key.database' | 'key.moved' | 'key.overwritten';

export function hasUnfinishedKey(home: string): boolean {
  return existsSync(join(home, nextKeyName)) || existsSync(join(home, oldKeyName));
}

/**
 * Goes on with a replacement that was stopped, or begins one. Throws CASE_UNREADABLE, with nothing changed, where the
 * record of a case cannot be read from the disk: it would be lost with the old key.
 */
export function replaceInstanceKey(path: string, { reseal, onStep }: ReplaceOptions): Replaced {
  const step = onStep ?? (() => undefined);
  const [nextPath, oldPath] = [join(path, nextKeyName), join(path, oldKeyName)];
  return withInstance(openableHome(path), () => {
    refuseUnreadableCases(openableHome(path));
    // under the lock: of two that begin at once the second would take the first one's place
    if (!hasUnfinishedKey(path)) writeWhole(nextPath, randomBytes(keyBytes));
    step('key.next');
    const { oldKey, newKey } = keysOf(path);
    const old = { path, key: oldKey };
    const passedOver = caseIds(old).filter((id) => !resealCase(join(casesPath(path), id), oldKey, newKey));
    reseal(old, newKey);
    step('key.cases');
    resealDatabaseKey(old, newKey);
    step('key.database');
    if (existsSync(nextPath)) {
      if (!existsSync(oldPath)) linkSync(keyPath(path), oldPath);
      renameSync(nextPath, keyPath(path));
      syncFolder(path);
    }
    step('key.moved');
    overwriteKey(oldPath);
    step('key.overwritten');
    rmSync(oldPath, { force: true });
    syncFolder(path);
    return { home: { path, key: newKey }, passedOver };
  });
}

/** While both are there the one to come has a name of its own, then the one that goes. */
function keysOf(path: string): { oldKey: Buffer; newKey: Buffer } {
  const [current, next, old] = [keyPath(path), join(path, nextKeyName), join(path, oldKeyName)];
  if (existsSync(next)) return { oldKey: readFileSync(current), newKey: readFileSync(next) };
  return { oldKey: readFileSync(old), newKey: readFileSync(current) };
}

/** By whichever key opens the database. */
function openableHome(path: string): InstanceHome {
  const keys = [keyPath(path), join(path, nextKeyName), join(path, oldKeyName)]
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name));
  const key = keys.find((candidate) => opensDatabase({ path, key: candidate })) ?? keys[0];
  if (!key) throw new TocsinError('CASE_KEY', `the key file of the instance is missing: ${keyPath(path)}`);
  return { path, key };
}

/** False for one that neither key opens: it is lost already, and does not keep the others under the old key. */
function resealCase(folder: string, oldKey: Buffer, newKey: Buffer): boolean {
  try {
    resealCaseKey(folder, oldKey, newKey);
    return true;
  } catch (error) {
    if (error instanceof TocsinError && (error.code === 'CASE_DAMAGED' || error.code === 'CASE_KEY'))
      return false;
    throw error;
  }
}

function overwriteKey(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, randomBytes(keyBytes), 0, keyBytes, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
