// What the rest of the pipeline and the command line use of splitting by controller.
export { type RulesFile, splitAgain, splitCase } from './split-case.ts';
export type { SplitOptions } from './split-options.ts';
export { type CaseSplit, splitOf } from './split-result.ts';
export { mostRuleBytes } from './split-rules.ts';
export { type Theirs, walkMembers } from './walk-members.ts';
