// The clocks of a case: which were started, stopped and met, when and why. In: an event. Out: the clocks as they stand
// then. How long one runs is not known here: that is rule data.

import type { CaseEvent } from '../store/index.ts';

export interface Clock {
  /** The rule's id; with whom it is owed to behind it where the rule runs for several. */
  id: string;
  rule: string;
  /** To whom it is owed: a controller, a contractual partner. */
  for: string | null;
  /** Of a clock that no rule but a contract gives: how long it runs. */
  within: { hours: number } | { days: number } | { months: number } | null;
  /** What of the case it started from; `given`: the user said so. */
  trigger: 'aware' | 'given' | 'after';
  /** ISO 8601 in UTC. */
  startedAt: string;
  /** Null where what it started from says enough. */
  why: string | null;
  who: string;
  stopped: { at: string; who: string; why: string } | null;
  met: { at: string; who: string; reference: string | null } | null;
}

export interface ClockStart {
  id: string;
  rule: string;
  for: string | null;
  within: Clock['within'];
  trigger: Clock['trigger'];
  at: string;
  why: string | null;
  /** It ran already, and only begins at another time now: whether it was met or stopped stays. */
  isMoved?: boolean;
}

export interface ClockStop {
  id: string;
  why: string;
}

export interface ClockMet {
  id: string;
  at: string;
  reference: string | null;
}

export function foldClock(clocks: readonly Clock[], { kind, at, who, body }: CaseEvent): Clock[] {
  const { id } = body as { id: string };
  const known = clocks.find((clock) => clock.id === id);
  if (kind === 'clock.start') {
    const { at: startedAt, isMoved, ...start } = body as ClockStart;
    const { stopped = null, met = null } = isMoved ? (known ?? {}) : {};
    const clock: Clock = { ...start, startedAt, who, stopped, met };
    return known ? clocks.map((other) => (other === known ? clock : other)) : [...clocks, clock];
  }
  const changed = (change: Partial<Clock>): Clock[] =>
    clocks.map((other) => (other === known ? { ...other, ...change } : other));
  if (kind === 'clock.stop') return changed({ stopped: { at, who, why: (body as ClockStop).why } });
  if (kind !== 'clock.met') return [...clocks];
  const { at: metAt, reference } = body as ClockMet;
  return changed({ met: { at: metAt, who, reference }, stopped: null });
}
