// The texts of a plan looked at and approved.
export { type Approval, approveNotices, type ApproveRequest, neededApprovals } from './approve-notices.ts';
export { lintPlan, type PlanFinding, type PlanLint } from './lint-plan.ts';
export { type ShownNotices, type ShownVariant, showNotices } from './show-notices.ts';
