// How fast mails go to each receiving domain. In: what waits, and how receivers answer. Out: what may go now, fairly over
// all domains. Slow where a domain is new, slower where it defers, and still where it refuses the sender. No clock.

import { createDueHeap } from './due-heap.ts';
import type { Pacer, PaceSettings } from './pacing-types.ts';
import { createRate, type Rate } from './rate.ts';

/** Mails of one domain that go before another one has its turn. */
const turnMails = 32;
/** Policy answers of a domain with no mail taken between, after which it rests: a second, doubled each time. */
const policyRest = { after: 3, firstMs: 1000, longestMs: 900_000 };

interface Domain {
  name: string;
  waiting: number;
  rate: Rate;
  /** Policy answers since the last mail that was taken. */
  policies: number;
  restsUntil: number;
  /** By whoever paused it; Infinity: until it is resumed. */
  pausedUntil: number;
  /** Its place in the queue; older places of it are void. */
  place: object | null;
}

/** `startedAt`: since when rates grow, ms. */
export function createPacer(settings: PaceSettings, startedAt: number): Pacer {
  const { ramp, slowStart } = settings;
  const domains = new Map<string, Domain>();
  const queue = createDueHeap<{ domain: Domain }>();
  const all = createRate({ most: settings.all, first: null, ramp, startedAt }, startedAt);
  let waiting = 0;

  const domainOf = (name: string, now: number): Domain => {
    const known = domains.get(name);
    if (known !== undefined) return known;
    const most = settings.domains.get(name) ?? null;
    const rate = createRate({ most, first: slowStart, ramp, startedAt }, now);
    const made = { name, waiting: 0, rate, policies: 0, restsUntil: 0, pausedUntil: 0, place: null };
    domains.set(name, made);
    return made;
  };

  const line = (domain: Domain, now: number) => {
    domain.place = null;
    const at = Math.max(now, domain.pausedUntil, domain.restsUntil, domain.rate.nextDue(now));
    if (domain.waiting === 0 || at === Infinity) return;
    domain.place = { domain };
    queue.push(at, domain.place as { domain: Domain });
  };

  const spend = (domain: Domain, count: number, now: number) => {
    domain.rate.spend(count, now);
    all.spend(count, now);
    domain.waiting -= count;
    waiting -= count;
  };

  return {
    add(name, count, now) {
      const domain = domainOf(name, now);
      domain.waiting += count;
      waiting += count;
      if (domain.place === null) line(domain, now);
    },
    claim(limit, now) {
      const claimed = new Map<string, number>();
      let left = Math.min(limit, all.allowed(now));
      while (left > 0 && queue.firstDue() <= now) {
        const place = queue.pop()!;
        const { domain } = place;
        if (domain.place !== place) continue;
        const isStill = Math.max(domain.pausedUntil, domain.restsUntil) > now;
        const count = isStill ? 0 : Math.min(left, domain.waiting, turnMails, domain.rate.allowed(now));
        if (count > 0) {
          spend(domain, count, now);
          left -= count;
          claimed.set(domain.name, (claimed.get(domain.name) ?? 0) + count);
        }
        line(domain, now);
      }
      return [...claimed].map(([domain, count]) => ({ domain, count }));
    },
    nextDue(now) {
      const first = queue.firstDue();
      return first === Infinity ? null : Math.max(now, first, all.nextDue(now));
    },
    answered(name, answer, now) {
      const domain = domainOf(name, now);
      domain.rate.answered(answer === 'deferred' || answer === 'policy', now);
      if (answer === 'accepted') domain.policies = 0;
      if (answer !== 'policy') return;
      const doublings = ++domain.policies - policyRest.after;
      if (doublings < 0) return;
      const restMs = Math.min(policyRest.firstMs * 2 ** doublings, policyRest.longestMs);
      domain.restsUntil = Math.max(domain.restsUntil, now + restMs);
    },
    pause(name, until) {
      domainOf(name, 0).pausedUntil = until ?? Infinity;
    },
    resume(name) {
      const domain = domains.get(name);
      if (domain === undefined) return;
      [domain.pausedUntil, domain.restsUntil, domain.policies] = [0, 0, 0];
      line(domain, 0);
    },
    isPaused: (name, now) => {
      const domain = domains.get(name);
      return domain !== undefined && Math.max(domain.pausedUntil, domain.restsUntil) > now;
    },
    waiting: () => waiting,
  };
}
