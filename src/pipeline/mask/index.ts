// Mask, as its commands use it. It is apart from the index of the pipeline, which loads all that the pipeline can do: a
// short run would wait longer for that than for itself.

export { acting } from '../acting.ts';
export { maskSource, type MaskResult, type MaskSourceOptions, parseSubset } from './run/index.ts';
