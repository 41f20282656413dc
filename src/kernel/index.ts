// The kernel as other stages see it.
export { kernelMemoryStart, loadKernel } from './kernel.ts';
export type { Kernel } from './kernel.ts';
export { groupBatch, type GroupCode, loadGroup } from './group-code.ts';
export { jsonEnds, jsonEntry, jsonLimits, jsonRoom } from './json-code.ts';
