// The proposal of a plan, as the rest of the pipeline uses it.
export type { ProposeOptions } from './propose-options.ts';
export { type ProposedPlan, proposePlan } from './propose-plan.ts';
export { tableNameOf } from './table-name.ts';
