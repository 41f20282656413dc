/*
 * Intake: files become evidence of a case, with their hashes and whoever handed them over, as sealed copies or by
 * reference; and evidence is opened again, through the custody log only. Other stages import from here only.
 */
export { type Evidence, type EvidencePlace, findEvidence, listEvidence } from './evidence.ts';
export { copyPath } from './evidence-copy.ts';
export { enterEvidence, type EnteredFile, type HashedFile, type TakenBy } from './enter-evidence.ts';
export { takeEvidence, type Taken, type TakeOptions } from './take-evidence.ts';
export { type EvidenceBytes } from './locate-evidence.ts';
export { openEvidence, type OpenedFor } from './open-evidence.ts';
export { handOutEvidence } from './hand-out-evidence.ts';
export { verifyEvidence, type PlaceState, type VerifiedEvidence } from './verify-evidence.ts';
