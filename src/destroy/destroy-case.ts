// Destroys a case: its key first, then its files, then what is to be said of it. In: the case, and what was gathered
// while it could be opened. Out: the certificate. Killed at any point it leaves a whole case or one whose key is gone;
// what is needed to finish lies beside it, and whoever comes next finishes.

import { hash } from 'node:crypto';
import { TocsinError } from '../base/index.ts';
import { appendCustody, type CustodyEntry } from '../custody/index.ts';
import {
  type CaseRecord,
  findCase,
  type InstanceHome,
  isCaseWhole,
  listCaseFiles,
  lockCase,
  withInstance,
} from '../store/index.ts';
import type { DestroyPlan } from './certificate.ts';
import { type DestroyOptions, done, eraseFiles, eraseKey } from './erase.ts';
import {
  hasPending,
  listPending,
  type Pending,
  readPending,
  removePending,
  writePending,
} from './pending.ts';
import { replaceKey } from './replace-key.ts';
import { type Destroyed, writeCertificate } from './write-certificate.ts';

/**
 * `registerIncident` puts into the register what stays of the case. Throws CASE_BUSY where somebody writes into it, and
 * what else stands in the way before its key is touched; the case is whole then.
 */
export async function destroyCase(
  home: InstanceHome,
  record: CaseRecord,
  plan: DestroyPlan,
  registerIncident: () => void,
  options: DestroyOptions = {},
): Promise<Destroyed> {
  // kept for good before anything is begun: what is written under the lock is kept when that is released
  withInstance(home, () => {
    refuseGone(home, plan.case);
    registerIncident();
  });
  options.onStep?.('registered');
  withInstance(home, () => {
    refuseGone(home, plan.case);
    const pending = begin(home, record, plan);
    {
      using _ = lockCase(record);
      writePending(home, pending);
      options.onStep?.('pending');
      pending.begunEntry = appendCustody(home, begunEntry(plan)).number;
      done(pending, 'begun', options);
      writePending(home, pending);
      options.onStep?.('ready');
      eraseKey(home, pending, options);
    }
    record.key.fill(0);
    eraseFiles(home, pending, options);
  });
  return tell(home, plan.case, options);
}

export type Unfinished = { case: string; state: 'whole' | 'destroyed' };

/**
 * Looks at what was being destroyed when a process was killed, once no other is at it. A case that is whole is left so,
 * and the log says that it was not destroyed; of one that is not, the files are removed.
 */
export function settleUnfinished(home: InstanceHome, options: DestroyOptions = {}): Unfinished[] {
  return withInstance(home, () =>
    listPending(home.path).map((id) => {
      const pending = readPending(home, id);
      if (isCaseWhole(home, id)) {
        appendCustody(home, { ...entryOf(pending.plan), result: 'failed' });
        removePending(home, id);
        return { case: id, state: 'whole' as const };
      }
      if (pending.certificate === null) {
        eraseKey(home, pending, options);
        eraseFiles(home, pending, options);
      }
      return { case: id, state: 'destroyed' as const };
    }),
  );
}

/** What is left to do once nothing of the case is left. */
export async function tell(home: InstanceHome, id: string, options: DestroyOptions = {}): Promise<Destroyed> {
  const renewed = replaceKey(home, id, options);
  return writeCertificate(renewed, id, options);
}

/** Somebody else may have destroyed it since it was planned. */
function refuseGone(home: InstanceHome, id: string): void {
  if (hasPending(home, id)) throw new TocsinError('CASE_BUSY', `the case ${id} is being destroyed already`);
  if (findCase(home, id) === null) throw new TocsinError('CASE_NOT_FOUND', `there is no case ${id} any more`);
}

function begin(home: InstanceHome, record: CaseRecord, plan: DestroyPlan): Pending {
  return {
    plan,
    keyFingerprint: hash('sha256', Buffer.concat([Buffer.from('tocsin case key\n'), record.key])),
    files: listCaseFiles(home, record.case),
    begunEntry: null,
    steps: [],
    verification: [],
    keyReplacedAt: null,
    certificate: null,
  };
}

/** The reason is sealed for the instance: the case, and what is sealed for it, is gone when it is asked for. */
function begunEntry(plan: DestroyPlan): CustodyEntry {
  return {
    ...entryOf(plan),
    result: 'begun',
    ...(plan.why === null ? {} : { details: { why: plan.why } }),
  };
}

function entryOf({ case: id, by }: DestroyPlan): { who: string; case: string; what: string } {
  return { who: by.who, case: id, what: 'destroy' };
}
