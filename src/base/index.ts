/*
 * What every stage may use: error codes, the error class, and the wrapper that keeps leaked values out
 * of whatever is printed. Imports nothing of ours.
 */
export { errorCodes } from './codes.ts';
export type { CodeEntry, ErrorCode } from './codes.ts';
export { parseSize } from './parse-size.ts';
export { Personal, personal } from './personal.ts';
export { TocsinError, isTocsinError } from './tocsin-error.ts';
export type { TocsinErrorOptions } from './tocsin-error.ts';
