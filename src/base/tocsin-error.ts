/*
 * The one error class. A code from the table, a message that says what and where (file, byte offset,
 * table) and never a value from the leak, a hint, and the cause for whoever debugs.
 * It never carries the cause into JSON: a system error may quote what it was reading.
 */
import { errorCodes, type ErrorCode } from './codes.ts';

export interface TocsinErrorOptions {
  /** What to do about it, when the code's own hint is not precise enough. */
  readonly hint?: string;
  readonly cause?: unknown;
}

export class TocsinError extends Error {
  override readonly name = 'TocsinError';
  readonly code: ErrorCode;
  readonly hint: string;

  /** `message`: lower case, no full stop, what and where, never a leaked value. */
  constructor(code: ErrorCode, message: string, options: TocsinErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? errorCodes[code].hint;
  }

  toJSON(): { code: ErrorCode; message: string; hint: string } {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Whether `error` is one of ours; across worker threads it arrives as a plain error and is not. */
export function isTocsinError(error: unknown): error is TocsinError {
  return error instanceof TocsinError;
}
