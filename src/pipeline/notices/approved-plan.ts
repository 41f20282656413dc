// The plan that may be sent: the newest, where two people approved exactly the texts that it has now. In: an open ledger.
// Out: the plan with its texts, or an error; whoever sends anything asks this first.

import { TocsinError } from '../../base/index.ts';
import { hashOfTexts, type NoticeText } from '../../notify/index.ts';
import {
  approvalHashes,
  currentPlan,
  type Notices,
  type StoredPlan,
  type StoredVariant,
  variantsOf,
} from '../../store/notices/index.ts';

export interface ApprovedPlan {
  plan: StoredPlan;
  variants: StoredVariant[];
}

const fewestApprovals = 2;

/** `caseId`: for the words of the error. Throws NOTICES_NOT_APPROVED. */
export function approvedPlan({ db }: Pick<Notices, 'db'>, caseId: string): ApprovedPlan {
  const plan = currentPlan(db);
  if (plan === null || plan.state !== 'approved') throw notApproved(caseId);
  const variants = variantsOf(db, plan.plan);
  const sha256 = hashOfTexts(variants.map(({ texts }) => texts as NoticeText));
  const approvals = approvalHashes(db, plan.plan);
  if (approvals.filter((approved) => approved === sha256).length < fewestApprovals) throw notApproved(caseId);
  return { plan, variants };
}

function notApproved(caseId: string): TocsinError {
  return new TocsinError('NOTICES_NOT_APPROVED', `the notices of the case ${caseId} are not approved`, {
    hint: `two people approve them: tocsin notify approve ${caseId} --by NAME`,
  });
}
