// How an attempt at a job ended, and when the next one is made. In: an outcome or what was thrown. Out: what to do.

import { isTocsinError } from '../../base/index.ts';

/** `reason`: for the operator, never a value. `afterMs`: where the other side named a time. */
export type JobOutcome =
  | { state: 'done' }
  | { state: 'again'; reason: string; afterMs?: number }
  | { state: 'failed'; reason: string };

export const done: JobOutcome = { state: 'done' };

/** The message of an error that is not ours may quote anything. */
export function thrownOutcome(error: unknown): { state: 'again'; reason: string } {
  if (isTocsinError(error)) return { state: 'again', reason: `${error.code}: ${error.message}` };
  const { code, name } = error as { code?: unknown; name?: unknown };
  return { state: 'again', reason: `a fault: ${typeof code === 'string' ? code : String(name)}` };
}

const firstDelayMs = 5_000;
const longestDelayMs = 2 * 3_600_000;

/** Doubled with each attempt, and moved at random by up to a half, so that what failed together is not tried together. */
export function retryDelayMs(attempts: number, random: () => number): number {
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(delayMs * (0.5 + random()));
}
