/*
 * The custody log: who did what with a case and its evidence, when, why and with which result. Append-only, a Merkle
 * tree as RFC 6962 has it, its checkpoints signed with the instance's key, so that a later change is found and anybody
 * can check a proof. Other stages import from here only.
 */
export { appendCustody, custodyHead, type CustodyReceipt } from './append-custody.ts';
export { openCheckpoint, type TreeHead } from './checkpoint.ts';
export type { CustodyEntry, WrittenEntry } from './custody-entry.ts';
export { custodyFolder, hasCustodyLog, logsSetAside } from './custody-files.ts';
export { checkDetails } from './fit-details.ts';
export type { CustodyProblem } from './custody-problem.ts';
export { type InstanceSigner, instanceSigner, resealSigner } from './instance-signer.ts';
export { logPending } from './log-pending.ts';
export { type ListedEntry, listCustody } from './list-custody.ts';
export { renewCustody, type RenewedLog } from './renew-custody.ts';
export { renewInstance } from './renew-instance.ts';
export { type NoteSigner, type NoteVerifier, openNote, parsePublicKey, signNote } from './signed-note.ts';
export {
  checkConsistency,
  checkInclusion,
  consistencyProof,
  currentCheckpoint,
  inclusionProof,
  maxProofBytes,
  type ProofVerdict,
} from './tlog-proof.ts';
export { type FileVerdict, verifyCustodyFile } from './verify-file.ts';
export { type CustodyVerdict, verifyCustody, type VerifyOptions } from './verify-custody.ts';
