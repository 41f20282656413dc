/*
 * References of notices: no two of a ledger are the same, and the register knows those that are out.
 */
export {
  type PublishedReferences,
  publishReferences,
  type PublishReferencesOptions,
} from './publish-references.ts';
export { settleReferences } from './settle-references.ts';
export { withdrawReferences } from './withdraw-references.ts';
export { findByReference } from './find-by-reference.ts';
