// Work that a signal stops in a state from which the same command goes on. In: what is told of that, the work. Out: what the
// work gives.

import { TocsinError } from '../../base/index.ts';

/** `state`: what holds after a stop, and what to do then. */
export async function withStop<T>(state: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => stop.abort(new TocsinError('INTERRUPTED', 'stopped', { hint: state }));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
