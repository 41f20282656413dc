/*
 * Sealing in the age format: files that only the holder of an identity, or of a key of ours, can open, and that cannot
 * be changed unseen. Other parts of store, and other stages, use it through this file.
 */
export {
  type AgeIdentity,
  type AgeRecipient,
  keyIdentity,
  keyRecipient,
  parseIdentities,
  parseRecipient,
  readIdentities,
  recipientsOf,
} from './age-recipients.ts';
export { isAgeStart } from './age-header.ts';
export { type AgeSealer, createSealer, sealStream } from './seal-stream.ts';
export { sealToFile } from './seal-to-file.ts';
export { openAge, type SealedFile } from './open-age.ts';
