// Looks at what was being destroyed when a process was killed. In: an instance. Out: of each such case how it stands. One
// that is whole is left so; of one that is not, the rest is removed. Whatever stands in the way of one does not keep the
// others, nor anybody who waits for them.

import { existsSync } from 'node:fs';
import { isTocsinError, TocsinError } from '../base/index.ts';
import {
  appendCustody,
  type CustodyEntry,
  custodyFolder,
  hasCustodyLog,
  listCustody,
} from '../custody/index.ts';
import {
  certificatePath,
  type InstanceHome,
  isCaseWhole,
  overwriteCaseKey,
  removeCaseFiles,
  removeCaseKey,
  withInstance,
} from '../store/index.ts';
import { type DestroyOptions, eraseFiles, eraseKey } from './erase.ts';
import { hasPending, listPending, pendingOrNull, removePending, setPendingAside } from './pending.ts';

/**
 * `uncertified`: nothing is left of the case, and what its certificate is to be made from is damaged; it is at `path`.
 * `failed`: nothing was done, the next command tries again.
 */
export type Unfinished =
  | { case: string; state: 'whole' | 'destroyed' }
  | { case: string; state: 'uncertified'; path: string }
  | { case: string; state: 'failed'; error: TocsinError };

/** Waits until no other process is at them. */
export function settleUnfinished(home: InstanceHome, options: DestroyOptions = {}): Unfinished[] {
  return listPending(home.path).flatMap((id): Unfinished[] => {
    try {
      return withInstance(home, () => (hasPending(home, id) ? [settle(home, id, options)] : []));
    } catch (error) {
      return [{ case: id, state: 'failed', error: told(error, id) }];
    }
  });
}

/** Throws what is neither ours nor the file system's. */
function told(error: unknown, id: string): TocsinError {
  if (isTocsinError(error)) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return new TocsinError('HOME_NOT_WRITABLE', `what is left of the case ${id} cannot be removed (${code})`, {
    cause: error,
  });
}

function settle(home: InstanceHome, id: string, options: DestroyOptions): Unfinished {
  if (isCaseWhole(home, id)) {
    appendCustody(home, entryOf(home, id, 'failed'));
    removePending(home, id);
    return { case: id, state: 'whole' };
  }
  const pending = pendingOrNull(home, id);
  if (pending === null) return settleDamaged(home, id);
  if (pending.certificate === null) {
    eraseKey(home, pending, options);
    eraseFiles(home, pending, options);
  }
  return { case: id, state: 'destroyed' };
}

/** What went with the case is not known any more: a certificate that says nothing of it would be none. */
function settleDamaged(home: InstanceHome, id: string): Unfinished {
  overwriteCaseKey(home, id);
  removeCaseKey(home, id);
  removeCaseFiles(home, id);
  if (existsSync(certificatePath(home.path, id))) return { case: id, state: 'destroyed' };
  appendCustody(home, entryOf(home, id, 'done'));
  return { case: id, state: 'uncertified', path: setPendingAside(home, id) };
}

/** In the name of whoever began it. */
function entryOf(home: InstanceHome, id: string, result: 'done' | 'failed'): CustodyEntry {
  return { who: whoBegan(home, id), case: id, what: 'destroy', result };
}

function whoBegan(home: InstanceHome, id: string): string {
  let who = pendingWho(home, id);
  if (who !== null || !hasCustodyLog(custodyFolder(home.path))) return who ?? nobodyKnown;
  for (const entry of listCustody(home, () => null))
    if (entry.case === id && entry.what === 'destroy') who = entry.who;
  return who ?? nobodyKnown;
}

/** Of a case that is whole the file is not needed, whatever is wrong with it. */
function pendingWho(home: InstanceHome, id: string): string | null {
  try {
    return pendingOrNull(home, id)?.plan.by.who ?? null;
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

const nobodyKnown = 'not known';
