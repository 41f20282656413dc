// Plans as text, for what reads or writes them. They are apart from the index of mask: the threads of a run are given a plan
// that is read, and need no YAML.

export { maxPlanBytes } from './parse-yaml.ts';
export { linesOfColumns } from './lines-of-columns.ts';
export { readPlan } from './read-plan.ts';
export { writePlan } from './write-plan.ts';
