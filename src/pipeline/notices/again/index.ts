// A plan after the first: whom earlier ones told what, and what becomes of what they left open.
export type { EarlierTold, ToldBefore } from './earlier-told.ts';
export { type PlannedBefore, readBefore } from './read-before.ts';
export { refuseStalePlan, replaceEarlier } from './replace-earlier.ts';
export { settleStopped } from './settle-stopped.ts';
export { isMore } from './told-classes.ts';
