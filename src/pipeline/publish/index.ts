/*
 * Publishing a case, and what follows: the breach changed or withdrawn, codes for letters, pastes.
 */
export { addressesInFile } from './addresses-in-file.ts';
export type { DateSource, PublishRequest } from './breach-of-case.ts';
export type { PublishStage } from './loading-breach.ts';
export { type MadeCodes, makeCodes, type MakeCodesRequest } from './make-codes.ts';
export { publishCase, type PublishedCase, type PublishOptions } from './publish-case.ts';
export { type BreachChange, publishedNamed, setBreach } from './set-breach.ts';
export { type WithdrawnBreach, withdrawBreach } from './withdraw-breach.ts';
