// The run of mask, as the rest of the pipeline uses it.
export { maskSource, type MaskResult, type MaskSourceOptions } from './mask-source.ts';
export { parseSubset, type SubsetRule } from '../subset/index.ts';
export { type Refusal } from './refusal.ts';
export { refusalsShown } from './with-lines.ts';
