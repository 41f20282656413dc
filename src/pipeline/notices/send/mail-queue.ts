// The mails that are to go out, composed a little ahead of the connections. In: the ledger's planned sends, a pace, a
// composer. Out: one mail at a time for whoever asks, each handed out once until it is answered for. Some hundred mails are
// held, and some numbers for each receiving domain.

import type { Composer, MailOrder, OutgoingMail, Pacer } from '../../../notify/index.ts';
import {
  countDue,
  type DueCursor,
  type DueSend,
  dueSends,
  firstDue,
  type Notices,
  type OpenDomain,
  openDomains,
} from '../../../store/notices/index.ts';
import { createLaterDomains } from './later-domains.ts';

export interface MailQueueOptions {
  db: Notices['db'];
  plan: number;
  pacer: Pacer;
  compose: Composer['compose'];
  orderOf: (send: DueSend) => MailOrder;
  mailOf: (send: DueSend, domain: string, bytes: Uint8Array) => OutgoingMail;
  now: () => number;
  /** For how long it waits for what is due later. */
  waitMs: number;
  /** How many mails are handed out at most. */
  most: number;
  /** Mails composed ahead. */
  ahead: number;
}

export interface QueuedMail {
  domain: { domain: number; name: string };
  /** Made so far, this one included. */
  attempts: number;
}

export interface MailQueue {
  take(): Promise<OutgoingMail | null>;
  /** Of one that was handed out. */
  queued(send: number): QueuedMail | undefined;
  /** It is answered for, and entered; `dueAt`: it is tried again then. */
  answered(send: number, dueAt: number | null): void;
  /** It was not sent, and nothing was entered: it goes out again. */
  putBack(send: number): void;
  pauseDomain(domain: string): void;
  resumeDomain(domain: string): void;
  hold(isHeld: boolean): void;
  /** Nobody gets a mail any more. */
  stop(): void;
  /** Whether it waits, and for what. */
  waitsFor(): 'paused' | 'later' | null;
}

const batchMails = 256;
/** Within which what nobody told the queue of is noticed. */
const longestSleepMs = 1000;

/** Of one domain, as far as the pace is told at once. */
const mostKnown = 5000;

interface DomainState extends Pick<OpenDomain, 'domain' | 'name' | 'plan'> {
  /** Behind the last send that was taken from the ledger. */
  cursor: DueCursor;
  /** Sends behind it that the pace was told of. */
  waiting: number;
}

interface Ready {
  mail: OutgoingMail;
  domain: DomainState;
}

export function createMailQueue(options: MailQueueOptions): MailQueue {
  const { db, plan, pacer, now } = options;
  const domains = new Map<string, DomainState>();
  const later = createLaterDomains();
  const out = new Map<number, QueuedMail>();
  const ready: Ready[] = [];
  const takers: { give: (mail: OutgoingMail | null) => void; fail: (error: unknown) => void }[] = [];
  let [composing, handedOut, isHeld, isOver] = [0, 0, false, false];
  let fault: { error: unknown } | null = null;
  let timer: NodeJS.Timeout | undefined;

  /** Tells the pace what has become due; whether there was anything. */
  const recount = (state: DomainState): boolean => {
    const at = now();
    const { due, next } = countDue(db, state, { after: state.cursor, now: at, most: mostKnown });
    const more = due - state.waiting;
    if (more > 0) {
      pacer.add(state.name, more, at);
      state.waiting = due;
    }
    if (next !== null) later.add(state.name, next, at);
    return more > 0;
  };

  /** The ledger is gone over from the beginning; whether anything is due that was not known. */
  const look = (): boolean =>
    openDomains(db, plan)
      .map(({ name, domain }) => {
        let state = domains.get(name);
        if (state === undefined)
          domains.set(name, (state = { name, domain, plan, cursor: firstDue, waiting: 0 }));
        state.cursor = firstDue;
        return recount(state);
      })
      .includes(true);

  const claim = (): [DueSend, DomainState][] => {
    // whole batches: a thread that is asked for one mail at a time does little else than answer
    if (options.ahead - ready.length - composing < batchMails) return [];
    const most = Math.min(batchMails, options.most - handedOut);
    if (most <= 0) return [];
    return pacer.claim(most, now()).flatMap(({ domain: name, count }) => {
      const domain = domains.get(name)!;
      domain.waiting = Math.max(0, domain.waiting - count);
      const sends = fetch(domain, count);
      if (domain.waiting === 0) recount(domain);
      return sends.map((send): [DueSend, DomainState] => [send, domain]);
    });
  };

  const fetch = (domain: DomainState, count: number): DueSend[] => {
    const sends: DueSend[] = [];
    while (sends.length < count) {
      const most = count - sends.length;
      const found = dueSends(db, domain, { after: domain.cursor, now: now(), most });
      const last = found.at(-1);
      if (last) domain.cursor = { dueAt: last.dueAt, send: last.send };
      sends.push(...found.filter(({ send }) => !out.has(send)));
      if (found.length < most) break;
    }
    for (const { send, attempts } of sends) out.set(send, { domain, attempts: attempts + 1 });
    return sends;
  };

  const fill = () => {
    for (;;) {
      const claimed = isOver || fault !== null ? [] : claim();
      if (claimed.length === 0) return;
      composing += claimed.length;
      handedOut += claimed.length;
      options
        .compose(claimed.map(([send]) => options.orderOf(send)))
        .then((composed) => {
          composing -= claimed.length;
          composed.forEach(({ bytes }, i) => {
            const [send, domain] = claimed[i]!;
            ready.push({ mail: options.mailOf(send, domain.name, bytes), domain });
          });
          turn();
        })
        .catch((error: unknown) => {
          fault = { error };
          turn();
        });
    }
  };

  const give = () => {
    if (fault !== null) for (const { fail } of takers.splice(0)) fail(fault.error);
    if (isOver) for (const { give: to } of takers.splice(0)) to(null);
    if (isHeld) return;
    while (takers.length > 0 && ready.length > 0) takers.shift()!.give(ready.shift()!.mail);
  };

  const again = (state: DomainState) => {
    state.cursor = firstDue;
    state.waiting += 1;
    pacer.add(state.name, 1, now());
  };

  const isIdle = () => ready.length === 0 && composing === 0 && out.size === 0;

  const turn = () => {
    clearTimeout(timer);
    for (const name of later.due(now())) recount(domains.get(name)!);
    fill();
    give();
    if (isOver || fault !== null || takers.length === 0) return;
    const at = now();
    const soonest = Math.min(pacer.nextDue(at) ?? Infinity, later.next() ?? Infinity);
    if (!isHeld && isIdle()) {
      const isDone = handedOut >= options.most || soonest > at + options.waitMs;
      if (isDone && (handedOut >= options.most || !look())) {
        isOver = true;
        return give();
      }
    }
    timer = setTimeout(turn, Math.max(1, Math.min(soonest - at, longestSleepMs)));
  };

  look();
  return {
    take: () =>
      new Promise((resolve, reject) => {
        takers.push({ give: resolve, fail: reject });
        turn();
      }),
    queued: (send) => out.get(send),
    answered(send, dueAt) {
      const mail = out.get(send);
      if (mail === undefined) return;
      out.delete(send);
      if (dueAt !== null) later.add(mail.domain.name, dueAt, now());
      if (takers.length > 0) turn();
    },
    putBack(send) {
      const mail = out.get(send);
      if (mail === undefined) return;
      out.delete(send);
      handedOut -= 1;
      again(domains.get(mail.domain.name)!);
      if (takers.length > 0) turn();
    },
    pauseDomain(name) {
      pacer.pause(name, null);
      const domain = domains.get(name);
      if (domain === undefined) return;
      for (let i = ready.length - 1; i >= 0; i--) {
        if (ready[i]!.domain !== domain) continue;
        out.delete(ready[i]!.mail.id);
        ready.splice(i, 1);
        handedOut -= 1;
        again(domain);
      }
    },
    resumeDomain(name) {
      pacer.resume(name);
      turn();
    },
    hold(held) {
      isHeld = held;
      turn();
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
      give();
    },
    waitsFor() {
      if (isHeld) return 'paused';
      return takers.length > 0 && isIdle() ? 'later' : null;
    },
  };
}
