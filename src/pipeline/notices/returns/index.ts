/*
 * What comes back for the mails of a case goes into its ledger. Other stages import through the pipeline's index.
 */
export { type BounceReport, type ReturnSort, returnSorts } from './bounce-report.ts';
export { harmOf } from './pause-harmed.ts';
export { type ReturnsOptions, type ReturnsRequest, takeReturns } from './take-returns.ts';
