// Ctrl-C, or a polite kill, stops the work of a command instead of the process. In: why the work then ends. Out: a signal
// to hand on; once it is disposed, signals end the process again. A second signal ends it at once.

export interface StopOnSignal extends Disposable {
  signal: AbortSignal;
}

/** `reason`: what the work throws, usually INTERRUPTED with what holds then; none where it ends by itself. */
export function stopOnSignal(reason?: Error): StopOnSignal {
  const stop = new AbortController();
  const onSignal = () => stop.abort(reason);
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return {
    signal: stop.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
