// What the rest of the pipeline and the command line use of planning.
export { planNotices } from './plan-notices.ts';
export type { PlannedNotices, PlannedVariant, PlanOptions, PlanRequest } from './plan-types.ts';
export { type Channel, channelNames } from './channel-rules.ts';
export { nameOfChannel } from './plan-counter.ts';
export { postageOf } from './postage.ts';
