// When to look again at a receiving domain for sends that are due by then. In: domains and moments. Out: the domains whose
// moment has come. Some numbers for each domain, however many sends there are.

export interface LaterDomains {
  add(domain: string, dueAt: number, now: number): void;
  /** Takes out those whose moment has come. */
  due(now: number): Set<string>;
  /** ms since 1970; null where there is none. */
  next(): number | null;
}

/** Moments further off may be less exact. */
const nearMs = 120_000;
const nearStepMs = 100;
const farStepMs = 60_000;

export function createLaterDomains(): LaterDomains {
  const steps = new Map<number, Set<string>>();
  let next: number | null = null;
  return {
    add(domain, dueAt, now) {
      const step = dueAt - now <= nearMs ? nearStepMs : farStepMs;
      const at = Math.ceil(dueAt / step) * step;
      let domains = steps.get(at);
      if (domains === undefined) steps.set(at, (domains = new Set()));
      domains.add(domain);
      if (next === null || at < next) next = at;
    },
    due(now) {
      const due = new Set<string>();
      if (next === null || next > now) return due;
      next = null;
      for (const [at, domains] of steps) {
        if (at <= now) {
          steps.delete(at);
          for (const domain of domains) due.add(domain);
        } else if (next === null || at < next) next = at;
      }
      return due;
    },
    next: () => next,
  };
}
