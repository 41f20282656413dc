/*
 * The private look-up: an oblivious function of a number, and entries that only its outputs open. Other stages import
 * from here only.
 */
export { answerBlinded, type BlindedAnswer } from './answer-blinded.ts';
export {
  blockOf,
  bucketBytes,
  bucketOf,
  entryLength,
  entryTag,
  maxSlots,
  tagBytes,
  writeEntry,
} from './entry.ts';
export { evaluate } from './evaluate.ts';
export { createEvaluateBatch, type EvaluateBatch } from './evaluate-batch.ts';
export { elementBytes, loadSodium, type Sodium } from './group.ts';
export { type PrivateKey, privateKeys, type PrivateKeys } from './private-keys.ts';
export { isPrivateKind, privateInput, type PrivateKind, privateKinds } from './private-kinds.ts';
export {
  createPublishedIndexes,
  type PublishedIndex,
  type PublishedIndexes,
  type ReadIndexes,
  type ReadShown,
} from './published-indexes.ts';
export { readBucket } from './read-bucket.ts';
export {
  contentBytes,
  contentOf,
  type Vocabulary,
  vocabularyBits,
  type VocabularyBits,
  vocabularyOf,
} from './vocabulary.ts';
