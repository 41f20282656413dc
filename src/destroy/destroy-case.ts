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
  listCaseFiles,
  lockCase,
  refuseUnreadableCases,
  withInstance,
} from '../store/index.ts';
import type { DestroyPlan } from './certificate.ts';
import { type DestroyOptions, done, eraseFiles, eraseKey } from './erase.ts';
import { hasPending, type Pending, writePending } from './pending.ts';
import { replaceKey } from './replace-key.ts';
import { type Destroyed, writeCertificate } from './write-certificate.ts';

export interface DestroyCaseOptions extends DestroyOptions {
  /**
   * Plans again, once nobody else can write into the case: that is what the certificate says. What it throws, where the
   * case is not any more what was confirmed, leaves the case whole.
   */
  planAgain?: () => DestroyPlan;
}

/**
 * `registerIncident` puts into the register what stays of the case. Throws CASE_BUSY where somebody writes into it, and
 * what else stands in the way before its key is touched; the case is whole then. So it is where the key of the instance
 * is to be replaced and the record of any case cannot be read (CASE_UNREADABLE).
 */
export async function destroyCase(
  home: InstanceHome,
  record: CaseRecord,
  plan: DestroyPlan,
  registerIncident: () => void,
  { planAgain = () => plan, ...options }: DestroyCaseOptions = {},
): Promise<Destroyed> {
  // kept for good before anything is begun: what is written under the lock is kept when that is released
  withInstance(home, () => {
    refuseUnready(home, plan);
    registerIncident();
  });
  options.onStep?.('registered');
  withInstance(home, () => {
    refuseUnready(home, plan);
    let pending: Pending;
    {
      using _ = lockCase(record);
      pending = begin(home, record, planAgain());
      writePending(home, pending);
      options.onStep?.('pending');
      pending.begunEntry = appendCustody(home, begunEntry(pending.plan)).number;
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

/** What is left to do once nothing of the case is left. */
export async function tell(home: InstanceHome, id: string, options: DestroyOptions = {}): Promise<Destroyed> {
  const { home: renewed, passedOver } = replaceKey(home, id, options);
  return { ...(await writeCertificate(renewed, id, options)), passedOver };
}

/** Somebody else may have destroyed it since it was planned. */
function refuseUnready(home: InstanceHome, { case: id, isKeyReplaced }: DestroyPlan): void {
  if (hasPending(home, id)) throw new TocsinError('CASE_BUSY', `the case ${id} is being destroyed already`);
  if (findCase(home, id) === null) throw new TocsinError('CASE_NOT_FOUND', `there is no case ${id} any more`);
  if (isKeyReplaced) refuseUnreadableCases(home);
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
    who: plan.by.who,
    case: plan.case,
    what: 'destroy',
    result: 'begun',
    ...(plan.why === null ? {} : { details: { why: plan.why } }),
  };
}
