// The erasing itself, and the look at what is left. In: a pending destruction. Out: the same, with each step and what
// was found. Every step may be done again: after a kill nobody knows whether the last one was.

import { isTocsinError } from '../base/index.ts';
import {
  findCase,
  hasCaseFolder,
  hasCaseRecord,
  type InstanceHome,
  overwriteCaseKey,
  removeCaseFiles,
  removeCaseKey,
} from '../store/index.ts';
import type { VerificationCheck } from './certificate.ts';
import { type Pending, writePending } from './pending.ts';

export interface DestroyOptions {
  now?: () => Date;
  /** Told when a step is done and on the disk. */
  onStep?: (step: string) => void;
}

/** From here on the case cannot be opened by anybody who has not copied its key before. */
export function eraseKey(home: InstanceHome, pending: Pending, options: DestroyOptions): void {
  const { case: id } = pending.plan;
  const isOverwritten = overwriteCaseKey(home, id);
  if (isOverwritten !== null) found(pending, 'key-bytes-overwritten', isOverwritten);
  // of one that is gone nobody has seen it, but for a process that was killed and has said so
  else if (!isKnown(pending, 'key-bytes-overwritten')) found(pending, 'key-bytes-overwritten', false);
  found(pending, 'case-does-not-open', !opens(home, id));
  if (isOverwritten !== null) done(pending, 'key overwritten', options);
  writePending(home, pending);
  removeCaseKey(home, id);
  found(pending, 'key-record-absent', !hasCaseRecord(home, id));
  done(pending, 'key record removed', options);
}

export function eraseFiles(home: InstanceHome, pending: Pending, options: DestroyOptions): void {
  const { case: id } = pending.plan;
  removeCaseFiles(home, id);
  done(pending, 'files removed', options);
  found(pending, 'files-absent', !hasCaseFolder(home, id));
  done(pending, 'checked', options);
  writePending(home, pending);
}

export function done(
  { steps }: Pending,
  step: string,
  { now = () => new Date(), onStep }: DestroyOptions,
): void {
  const known = steps.findIndex((entry) => entry.step === step);
  const entry = { step, at: now().toISOString() };
  if (known < 0) steps.push(entry);
  else steps[known] = entry;
  onStep?.(step);
}

function found({ verification }: Pending, check: VerificationCheck, holds: boolean): void {
  const known = verification.find((entry) => entry.check === check);
  if (known) known.holds = holds;
  else verification.push({ check, holds });
}

function isKnown({ verification }: Pending, check: VerificationCheck): boolean {
  return verification.some((entry) => entry.check === check);
}

/** Whether the instance, with its key, opens the case. Throws CASE_UNREADABLE: that says neither. */
function opens(home: InstanceHome, id: string): boolean {
  try {
    return findCase(home, id) !== null;
  } catch (error) {
    if (isTocsinError(error) && error.code !== 'CASE_UNREADABLE') return false;
    throw error;
  }
}
