// Subsets of a source, as a run of mask uses them: rules and a plan once the schemas are known, keys gathered in each thread,
// settled over all stretches, and rows cut from each stretch before it is masked.
export { createKeyGatherer, type KeyGatherer, type StretchKeys } from './gather-keys.ts';
export { planSubset, type SubsetPlan, type SubsetSource } from './plan-subset.ts';
export { type GatheredKeys, type SettledSubset, settleSubset, type StretchRows } from './settle-subset.ts';
export { cannotLeaveOut, type CutResult, cutRows } from './subset-cutter.ts';
export { parseSubset, ruleText, type SubsetRule } from './subset-rule.ts';
