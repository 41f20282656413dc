// How often something failed lately, by who tried: a fixed window each, in memory that is bounded. In: a name, such as that
// of a network. Out: counts. Of more names than fit the oldest window is forgotten first.

export interface FailureLimit {
  /** In the window that runs; 0 where none does. */
  failed: (name: string) => number;
  /** Counts one more, and tells how many there are; no higher than one past `most`. */
  fail: (name: string) => number;
  /** Whole seconds until its window ends, at least 1. */
  secondsLeft: (name: string) => number;
}

export interface FailureLimitOptions {
  windowMs: number;
  most: number;
  names?: number;
  /** Milliseconds that only go forward: a step of the wall clock neither locks out nor lets in. */
  clock?: () => number;
}

const usualNames = 50_000;

export function createFailureLimit({
  windowMs,
  most,
  names = usualNames,
  clock = () => performance.now(),
}: FailureLimitOptions): FailureLimit {
  const windows = new Map<string, { count: number; endsAt: number }>();
  const running = (name: string) => {
    const window = windows.get(name);
    return window && window.endsAt > clock() ? window : null;
  };
  return {
    failed: (name) => running(name)?.count ?? 0,
    fail(name) {
      const window = running(name);
      if (window) return (window.count = Math.min(window.count + 1, most + 1));
      // set anew, it is the youngest in the order of the map
      windows.delete(name);
      if (windows.size >= names) windows.delete(windows.keys().next().value!);
      windows.set(name, { count: 1, endsAt: clock() + windowMs });
      return 1;
    },
    secondsLeft(name) {
      const window = running(name);
      return window ? Math.max(1, Math.ceil((window.endsAt - clock()) / 1000)) : 1;
    },
  };
}
