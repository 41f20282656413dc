/*
 * What every stage may use: error codes, the error class, the wrapper that keeps leaked values out of whatever is
 * printed, and sealing. Imports nothing of ours; what touches files is in files/, with an index of its own.
 */
export { errorCodes } from './codes.ts';
export type { CodeEntry, ErrorCode } from './codes.ts';
export { homePath } from './home-path.ts';
export { parseSize } from './parse-size.ts';
export { type ParsedTime, parseDay, parseTime, parseZone } from './parse-time.ts';
export { Personal, personal } from './personal.ts';
export { ChunkSealer, contentSize, sealedSize, streamKey, streamNonceBytes } from './sealed-chunks.ts';
export { type FilePlace, type FileSeal, type SealedBytes, SealedReader } from './sealed-reader.ts';
export { keyBytes, openSealed, sealedPieces } from './sealing.ts';
export { TocsinError, isTocsinError } from './tocsin-error.ts';
export type { TocsinErrorOptions } from './tocsin-error.ts';
export {
  firstInstantOf,
  instantsOf,
  isZone,
  offsetMsAt,
  type WallTime,
  wallMsOf,
  wallTimeOf,
} from './zoned-time.ts';
