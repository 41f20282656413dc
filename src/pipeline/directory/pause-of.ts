// Lets signals and timers run in the middle of long work. In: a signal, and who wants to be told. Out: a pause.

import type { Pause } from '../../store/index.ts';

export function pauseOf(signal: AbortSignal | undefined, tell: () => void = () => {}): Pause {
  return async () => {
    tell();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    signal?.throwIfAborted();
  };
}
