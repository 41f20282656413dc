// One approval of a plan's texts; with the second one, of somebody else, notices may be sent. In: a case, a name. Out: what
// was approved, or the faults for which it was not. The hash of the texts is in the custody log before the approval holds.

import { TocsinError } from '../../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../../custody/index.ts';
import { hashOfText, hashOfTexts, type NoticeText } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import { guarded } from '../../../store/index.ts';
import {
  addApproval,
  approvalsOf,
  currentPlan,
  dropOtherApprovals,
  holdAllSenders,
  type Notices,
  openNotices,
  setPlanState,
  type StoredApproval,
  type StoredPlan,
  type StoredVariant,
  variantsOf,
} from '../../../store/notices/index.ts';
import type { Actor } from '../../acting.ts';
import { refuseStalePlan, replaceEarlier, settleStopped } from '../again/index.ts';
import { approverName } from './approver-name.ts';
import { lintPlan, type PlanFinding } from './lint-plan.ts';
import { sameName } from './same-name.ts';

export interface ApproveRequest {
  by: string;
  note: string | null;
}

export interface Approval {
  plan: number;
  /** `refused`: there are faults, and nothing changed. */
  state: 'planned' | 'approved' | 'refused';
  /** Over all texts, in hex. */
  sha256: string;
  approvals: Pick<StoredApproval, 'who' | 'at'>[];
  /** How many are still to come. */
  missing: number;
  /** Approvals of other texts, which hold no more. */
  dropped: number;
  /** Notices of earlier plans that this one takes the place of. */
  superseded: number;
  variants: number;
  people: number;
  faults: PlanFinding[];
  warnings: PlanFinding[];
}

export const neededApprovals = 2;

/**
 * Throws NOTICES_NONE, NOTICES_APPROVED, NOTICES_SAME_NAME, NOTICES_STALE, SENDER_RUNNING, LETTERS_UNFINISHED, NOT_ALLOWED,
 * CASE_DAMAGED.
 */
export function approveNotices(
  home: InstanceHome,
  record: CaseRecord,
  request: ApproveRequest,
  actor: Actor,
  now: () => Date = () => new Date(),
): Approval {
  const by = approverName(home, request.by, actor);
  using notices = openNotices(record);
  const { db } = notices;
  const at = now();
  using _held = holdAllSenders(record, db, { who: actor.who, now: at, as: 'approved' });
  // nobody plans anew between what is looked at and what is approved
  return guarded(record.case, () =>
    db
      .transaction(() => approveCurrent(home, record, db, { by, note: request.note, who: actor.who, at }))
      .immediate(),
  );
}

interface Approving {
  by: string;
  note: string | null;
  who: string;
  at: Date;
}

function approveCurrent(
  home: InstanceHome,
  record: CaseRecord,
  db: Notices['db'],
  { by, note, who, at }: Approving,
): Approval {
  const { plan, variants } = planToApprove(db, record);
  const sha256 = checkedHash(plan, variants, record);
  const dropped = dropOtherApprovals(db, plan.plan, sha256);
  const before = approvalsOf(db, plan.plan);
  const lint = lintPlan(plan, variants);
  const told = {
    plan: plan.plan,
    sha256,
    dropped,
    superseded: 0,
    variants: variants.length,
    people: variants.reduce((sum, variant) => sum + variant.people, 0),
    faults: lint.faults,
    warnings: lint.warnings,
  };
  const enter = (result: CustodyEntry['result'], counts: Record<string, number>) =>
    appendCustody(
      home,
      {
        who,
        case: record.case,
        what: 'notify.approve',
        on: `plan ${plan.plan}`,
        result,
        counts: { variants: variants.length, people: told.people, ...counts },
        hashes: { texts: sha256 },
        details: { by, ...(note === null ? {} : { note }) },
      },
      record.key,
    );
  if (lint.faults.length > 0) {
    enter('refused', { faults: lint.faults.length });
    return { ...told, state: 'refused', approvals: before, missing: neededApprovals - before.length };
  }
  if (before.some((approval) => sameName(approval.who, by)))
    throw new TocsinError('NOTICES_SAME_NAME', 'this name has approved these texts already', {
      hint: 'somebody else reads them and approves: two people are needed',
    });
  settleStopped(record, db, at);
  refuseStalePlan(db, record, plan.plan);
  addApproval(db, plan.plan, { who: by, at: at.toISOString(), sha256 });
  const approvals = approvalsOf(db, plan.plan);
  const missing = Math.max(0, neededApprovals - approvals.length);
  const isApproved = missing === 0;
  if (isApproved) setPlanState(db, plan.plan, 'approved');
  const superseded = isApproved ? replaceEarlier(db, plan.plan, at.getTime()) : 0;
  enter('done', { approvals: approvals.length, approved: isApproved ? 1 : 0 });
  return { ...told, superseded, state: isApproved ? 'approved' : 'planned', approvals, missing };
}

function planToApprove(
  db: Notices['db'],
  { case: id }: CaseRecord,
): { plan: StoredPlan; variants: StoredVariant[] } {
  const plan = currentPlan(db);
  if (plan === null)
    throw new TocsinError('NOTICES_NONE', `nothing is planned for the case ${id} yet`, {
      hint: `plan first: tocsin notify plan ${id}`,
    });
  if (plan.state === 'approved')
    throw new TocsinError('NOTICES_APPROVED', `the notices of the case ${id} are approved already`, {
      hint: `send them: tocsin notify send ${id} --smtp URL; tocsin notify show ${id} shows who approved`,
    });
  return { plan, variants: variantsOf(db, plan.plan) };
}

/** What was planned is what is approved: the texts, each and all, have the hashes that the plan has. */
export function checkedHash(
  { textsHash }: Pick<StoredPlan, 'textsHash'>,
  variants: readonly StoredVariant[],
  { case: id }: Pick<CaseRecord, 'case'>,
): string {
  const texts = variants.map((variant) => variant.texts as NoticeText);
  const sha256 = hashOfTexts(texts);
  const isWhole = variants.every((variant, i) => variant.sha256 === hashOfText(texts[i]!));
  if (!isWhole || (textsHash !== null && textsHash !== sha256))
    throw new TocsinError('CASE_DAMAGED', `the texts of the case ${id} are not those that were planned`, {
      hint: `plan once more: tocsin notify plan ${id}`,
    });
  return sha256;
}
