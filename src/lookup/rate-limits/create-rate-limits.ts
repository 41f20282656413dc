// How many requests a key may make in a minute: a fixed block, from one full minute of the clock to the next. In: a key
// and what it is used for. Out: whether it may, or for how many seconds it has to wait. Each process counts in
// memory and settles with the register beside that, the more often the nearer a key is to its limit, so that several
// processes agree but for a request or two.

import { addRateCounts, type RateCount, type RegisterDatabase } from '../../store/register/index.ts';

/** What is counted apart: searches of one account or range, and searches of a whole domain. */
export type RateScope = 'account' | 'domain';

export interface RateLimits extends AsyncDisposable {
  /**
   * 0 where the request may go on, else whole seconds to wait, 1 to 60. `limit`: requests a minute. A promise for the last
   * tenth of them and in a burst, where the register counts for all processes.
   */
  take: (apiKey: number, scope: RateScope, limit: number) => number | Promise<number>;
}

const blockMs = 60_000;

/** Counts wait no longer than this for other processes to see them. */
const settleMs = 1000;

/** Of what a key has left in its minute, the part a process may use before it says so. */
const unsettledPart = 1 / 8;

/** Counters in memory; beyond this those of earlier minutes are dropped. */
const mostCounters = 20_000;

/** Of what is left, the part that a process may be ahead of the register: so a burst on several ends at the limit, too. */
const aheadPart = 1 / 4;

/** Of a limit, its end that the register counts before a request goes on; and so many requests at least. */
const exactPart = 1 / 10;
const exactLeast = 8;

/** In one statement. */
const mostSent = 500;

interface Counter {
  apiKey: number;
  scope: RateScope;
  block: number;
  /** What the register said last, of all processes. */
  settled: number;
  /** What this process has counted since, and what of it is on its way. */
  unsettled: number;
  sending: number;
  /** Requests that go on when the register has counted them, in their order. */
  waiting: Waiting[];
  asking: Waiting[];
}

interface Waiting {
  limit: number;
  waitSeconds: number;
  answer: (waitSeconds: number) => void;
}

export function createRateLimits(register: RegisterDatabase, now: () => Date): RateLimits {
  const counters = new Map<string, Counter>();
  const changed = new Set<Counter>();
  let running: Promise<void> | null = null;
  let isUrgent = false;
  let timer: NodeJS.Timeout | null = null;

  function counterOf(apiKey: number, scope: RateScope, block: number): Counter {
    const name = `${scope} ${apiKey}`;
    const counter = counters.get(name);
    if (counter) {
      // a clock that was put back begins another minute, too: nobody waits longer than one
      if (counter.block !== block) {
        for (const { answer } of counter.waiting.splice(0)) answer(0);
        Object.assign(counter, { block, settled: 0, unsettled: 0, sending: 0 });
      }
      return counter;
    }
    if (counters.size >= mostCounters) dropOthers(block);
    const made: Counter = {
      apiKey,
      scope,
      block,
      settled: 0,
      unsettled: 0,
      sending: 0,
      waiting: [],
      asking: [],
    };
    counters.set(name, made);
    // what other processes counted before this one is asked with the first request
    settleSoon(made, 0);
    return made;
  }

  function dropOthers(block: number): void {
    for (const [name, counter] of counters)
      if (counter.block !== block || counters.size >= mostCounters) {
        for (const { answer } of counter.waiting.splice(0)) answer(0);
        counters.delete(name);
        changed.delete(counter);
      }
  }

  function settleSoon(counter: Counter, left: number): void {
    changed.add(counter);
    if (counter.unsettled < left * unsettledPart) return later();
    isUrgent = true;
    running ??= settle();
  }

  function later(): void {
    timer ??= setTimeout(() => void (running ??= settle()), settleMs).unref();
  }

  async function settle(): Promise<void> {
    if (timer) clearTimeout(timer);
    [timer, isUrgent] = [null, false];
    // all that this turn of the event loop counts goes together
    await new Promise((resolve) => setImmediate(resolve));
    const sent = [...changed].slice(0, mostSent);
    for (const counter of sent) {
      counter.sending = counter.unsettled;
      counter.asking = counter.waiting.splice(0);
      changed.delete(counter);
    }
    try {
      for (const count of await addRateCounts(register, sent.map(countOf))) learn(count);
    } catch {
      // the register is away: this process goes on by its own count, and says it later
      for (const counter of sent) changed.add(counter);
      isUrgent = false;
      later();
    }
    for (const counter of sent) {
      counter.sending = 0;
      // nobody could count these: this process has
      for (const { answer } of counter.asking.splice(0)) answer(0);
    }
    running = isUrgent ? settle() : null;
    // what came meanwhile and was not urgent
    if (running === null && changed.size > 0) later();
  }

  function learn({ apiKey, scope, block, used }: RateCount): void {
    const counter = counters.get(`${scope} ${apiKey}`);
    if (!counter || counter.block !== block) return;
    counter.settled = used;
    counter.unsettled -= counter.sending;
    // of all that are counted now these came last
    const before = used - counter.asking.length;
    for (const [i, { limit, waitSeconds, answer }] of counter.asking.splice(0).entries())
      answer(before + i < limit ? 0 : waitSeconds);
  }

  return {
    take(apiKey, scope, limit) {
      const at = now().getTime();
      const block = Math.floor(at / blockMs);
      const counter = counterOf(apiKey, scope, block);
      const left = limit - counter.settled - counter.unsettled;
      const waitSeconds = Math.ceil(((block + 1) * blockMs - at) / 1000);
      if (left <= 0) return waitSeconds;
      counter.unsettled++;
      const isFar = left > Math.max(limit * exactPart, exactLeast);
      if (isFar && counter.unsettled <= left * aheadPart) {
        settleSoon(counter, left - 1);
        return 0;
      }
      return new Promise((answer) => {
        counter.waiting.push({ limit, waitSeconds, answer });
        settleSoon(counter, 0);
      });
    },
    async [Symbol.asyncDispose]() {
      // one that runs may begin the next
      for (let waited = running; waited !== null; waited = running) await waited;
      if (changed.size > 0) await settle();
      if (timer) clearTimeout(timer);
    },
  };
}

function countOf({ apiKey, scope, block, sending }: Counter): RateCount {
  return { apiKey, scope, block, used: sending };
}
