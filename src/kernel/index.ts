// The kernel as other stages see it.
export { kernelMemoryStart, loadKernel } from './kernel.ts';
export type { Kernel } from './kernel.ts';
export { groupBatch, type GroupCode, loadGroup } from './group-code.ts';
export { jsonEnds, jsonEntry, jsonLimits, jsonRoom } from './json-code.ts';
export { createSipHash, type SipHash } from './sip-hash.ts';
export { bitPlace, hashStep, hashWord, wordPlace } from './word-hash.ts';
export { loadWordScan, type WordScanCode } from './word-scan-code.ts';
export * as wordScanLayout from './word-scan-layout.ts';
