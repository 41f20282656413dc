// A rate of mails a second that learns: a bucket that fills, a slow start that doubles, and half of it where answers are
// put off. In: moments, answers. Out: how many may go, and when the next. No clock.

export interface RateSettings {
  /** Mails a second that are never passed; null: none. */
  most: number | null;
  /** Where a slow start begins; null: without one. */
  first: number | null;
  /** `most` grows by it every hour since `startedAt`. */
  ramp: number;
  startedAt: number;
}

export interface Rate {
  /** Whole mails. */
  allowed: (now: number) => number;
  spend: (count: number, now: number) => void;
  nextDue: (now: number) => number;
  answered: (isDeferred: boolean, now: number) => void;
  /** Null: without limit. */
  perSecond: (now: number) => number | null;
}

/** How long a rate is held before it is judged. */
export const windowMs = 10_000;
const shortestMs = 1000;
/** Past this the server itself is the limit. */
export const fastest = 5000;
const slowest = 0.1;
const hourMs = 3_600_000;

/** So many put off, of which they are such a part, mean that it is too fast; single ones are a server's own business. */
const telling = { deferred: 5, share: 0.25 };

export function createRate({ most, first, ramp, startedAt }: RateSettings, begin: number): Rate {
  /** What is learnt; null: nothing speaks for a limit. */
  let level = first;
  let tokens = Math.max(1, Math.min(first ?? Infinity, most ?? Infinity));
  let filledAt = begin;
  let window = { since: begin, answers: 0, deferred: 0 };

  const perSecond = (now: number): number | null => {
    const limit = most === null ? Infinity : most * ramp ** (Math.max(0, now - startedAt) / hourMs);
    const rate = Math.min(limit, level ?? Infinity);
    return rate === Infinity ? null : rate;
  };

  const fill = (now: number): number => {
    const rate = perSecond(now);
    if (rate === null) return Infinity;
    // a second's worth at once, at most
    const full = Math.max(1, rate);
    tokens = Math.min(full, tokens + (Math.max(0, now - filledAt) / 1000) * rate);
    filledAt = Math.max(filledAt, now);
    return tokens;
  };

  const judge = (now: number) => {
    const { since, answers, deferred } = window;
    const isTooFast = deferred >= telling.deferred && deferred / answers > telling.share;
    // not at once again: what is on its way is answered as before
    if (now - since < (isTooFast ? shortestMs : windowMs)) return;
    if (isTooFast) {
      fill(now);
      level = Math.max(slowest, Math.min(level ?? Infinity, (answers * 1000) / (now - since)) / 2);
      tokens = Math.min(tokens, level);
    } else if (level !== null && answers > deferred) level = level * 2 > fastest ? null : level * 2;
    window = { since: now, answers: 0, deferred: 0 };
  };

  return {
    allowed: (now) => Math.floor(fill(now) + 1e-6),
    spend(count, now) {
      const left = fill(now);
      if (left !== Infinity) tokens = left - count;
    },
    nextDue(now) {
      const left = fill(now);
      if (left + 1e-6 >= 1) return now;
      return now + Math.ceil(((1 - left) / perSecond(now)!) * 1000);
    },
    answered(isDeferred, now) {
      window.answers++;
      if (isDeferred) window.deferred++;
      judge(now);
    },
    perSecond,
  };
}
