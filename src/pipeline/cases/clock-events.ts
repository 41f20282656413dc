// The events by which clocks start and stop of themselves: with awareness, with the laws of the case, with a duty that
// was met. In: the facts and clocks of a case. Out: events to be written down.

import type { CaseFacts, Clock, ClockMet, ClockStart, ClockStop } from '../../register/index.ts';
import { rulesAfter, rulesOfAwareness } from '../../report/index.ts';
import type { NewEvent } from '../../store/index.ts';

/** Who writes an event, and when. */
export interface Written {
  who: string;
  /** ISO 8601, UTC. */
  at: string;
}

export function startEvent(start: ClockStart, by: Written): NewEvent {
  return { kind: 'clock.start', ...by, body: start };
}

export function stopEvent(stop: ClockStop, by: Written): NewEvent {
  return { kind: 'clock.stop', ...by, body: stop };
}

/** So that the clocks are those that the facts start; what somebody started or stopped by hand stays. */
export function followFacts(
  facts: CaseFacts,
  clocks: readonly Clock[],
  why: string | null,
  by: Written,
): NewEvent[] {
  const rules = rulesOfAwareness(facts);
  const starts = rules.flatMap(({ id }) => {
    const known = clocks.find((clock) => clock.id === id);
    const at = facts.aware!.at;
    if (known && (known.trigger !== 'aware' || known.startedAt === at)) return [];
    const isMoved = known !== undefined;
    return [startEvent({ ...plainClock(id), trigger: 'aware', at, why, isMoved }, by)];
  });
  const stops = clocks
    .filter(({ rule, trigger, stopped, met }) => {
      const isOurs = trigger === 'aware' && !rules.some(({ id }) => id === rule);
      return isOurs && !stopped && !met;
    })
    .map(({ id }) => stopEvent({ id, why: why ?? 'the facts of the case changed' }, by));
  return [...starts, ...stops];
}

/** Clocks that begin when this one is met; one that began with it before is moved. */
export function followMet(
  { rule }: Clock,
  { at }: ClockMet,
  clocks: readonly Clock[],
  facts: CaseFacts,
  by: Written,
): NewEvent[] {
  return rulesAfter(rule, at)
    .filter(({ regime }) => facts.regimes.includes(regime))
    .flatMap(({ id }) => {
      const known = clocks.find((clock) => clock.id === id);
      if (known && (known.trigger !== 'after' || known.startedAt === at)) return [];
      const isMoved = known !== undefined;
      return [startEvent({ ...plainClock(id), trigger: 'after', at, why: null, isMoved }, by)];
    });
}

function plainClock(rule: string): Pick<ClockStart, 'id' | 'rule' | 'for' | 'within'> {
  return { id: rule, rule, for: null, within: null };
}
