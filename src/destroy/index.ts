/*
 * Destroys a case by destroying its key, leaves a signed certificate behind, and says of a certificate whether it holds.
 * Other stages import from here only.
 */
export type {
  CaseCounts,
  ToldCounts,
  Certificate,
  CountBounds,
  DestroyedEvidence,
  DestroyPlan,
  OriginalFile,
} from './certificate.ts';
export { destroyCase, tell } from './destroy-case.ts';
export type { DestroyOptions } from './erase.ts';
export { listPending } from './pending.ts';
export { finishKey } from './replace-key.ts';
export { settleUnfinished, type Unfinished } from './settle-unfinished.ts';
export type { Destroyed } from './write-certificate.ts';
export { type Json, shownJson } from './canonical-json.ts';
export { type CertificateVerdict, isCertificate, verifyCertificate } from './verify-certificate.ts';
