// Work that a signal stops in a state from which the same command goes on. In: what is told of that, the work. Out: what the
// work gives.

import { TocsinError } from '../../base/index.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

/** `state`: what holds after a stop, and what to do then. */
export async function withStop<T>(state: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped', { hint: state }));
  return await work(stop.signal);
}
