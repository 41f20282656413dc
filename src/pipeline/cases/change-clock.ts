// Starts, stops and ends clocks by hand. In: a case, a rule or a clock, a reason, who says so. Out: events and entries of
// the custody log, on the disk; or an error that says which clocks there are.

import { TocsinError } from '../../base/index.ts';
import type { Clock, ClockMet, ClockStart } from '../../register/index.ts';
import { clockRules, type Period, ruleOn } from '../../report/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import { changing, type ChangedBy } from './change-case.ts';
import { followMet, startEvent, stopEvent } from './clock-events.ts';

/** The rule of clocks that only a contract gives. */
export const contractRule = 'contract';

export interface StartedClock {
  rule: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  why: string;
  /** To whom it is owed, where one rule runs for several. */
  for: string | null;
  /** For `contract` only, and there needed. */
  within: Period | null;
}

/** The clock's id. One of the same rule for the same is begun anew. */
export function startClock(
  home: InstanceHome,
  record: CaseRecord,
  { rule, startedAt, why, for: owedTo, within }: StartedClock,
  { who, now }: ChangedBy,
): string {
  checkRule(rule, startedAt, within);
  return changing(home, record, { who, at: now.toISOString() }, ({ clocks }, by) => {
    const id = idOf(clocks, rule, owedTo);
    const start: ClockStart = { id, rule, for: owedTo, within, trigger: 'given', at: startedAt, why };
    return { events: [startEvent(start, by)], result: id };
  });
}

export function stopClock(
  home: InstanceHome,
  record: CaseRecord,
  id: string,
  why: string,
  { who, now }: ChangedBy,
): void {
  changing(home, record, { who, at: now.toISOString() }, ({ clocks }, by) => {
    const clock = clockOf(clocks, id);
    if (clock.stopped) throw new TocsinError('USAGE', `the clock ${clock.id} is stopped already`);
    return { events: [stopEvent({ id: clock.id, why }, by)], result: undefined };
  });
}

/** What was done at `at`; the clocks that begin with it are started. Their ids. */
export function meetClock(
  home: InstanceHome,
  record: CaseRecord,
  { id, at: metAt, reference }: ClockMet,
  { who, now }: ChangedBy,
): string[] {
  return changing(home, record, { who, at: now.toISOString() }, ({ clocks, facts }, by) => {
    const clock = clockOf(clocks, id);
    if (Date.parse(metAt) > now.getTime())
      throw new TocsinError('USAGE', `${metAt} lies in the future: what is met has been done`, {
        hint: 'give --at as the time when it was done, or leave it out for now; check its date and zone',
      });
    if (Date.parse(metAt) < Date.parse(clock.startedAt))
      throw new TocsinError('USAGE', `it cannot be done before its clock began, at ${clock.startedAt}`);
    const met: ClockMet = { id: clock.id, at: metAt, reference };
    const following = followMet(clock, met, clocks, facts, by);
    return {
      events: [{ kind: 'clock.met', ...by, body: met }, ...following],
      result: following.map(({ body }) => (body as ClockStart).id),
    };
  });
}

function checkRule(rule: string, startedAt: string, within: Period | null): void {
  if ((rule === contractRule) !== (within !== null))
    throw new TocsinError(
      'USAGE',
      rule === contractRule
        ? 'of a contract it must be said how long the clock runs'
        : 'how long the clock runs is in the rule, and not to be given',
      { hint: 'give --within 24h (or 2d, 1m) with the rule contract, and with no other' },
    );
  if (rule === contractRule || ruleOn(rule, startedAt.slice(0, 10))) return;
  const isKnown = clockRules.some(({ id }) => id === rule);
  throw new TocsinError(
    'USAGE',
    isKnown ? `the rule ${rule} was not in force on ${startedAt.slice(0, 10)}` : 'there is no such rule',
    { hint: `the rules are ${[...clockRules.map(({ id }) => id), contractRule].join(', ')}` },
  );
}

/** Numbered, not named: ids stand in clear in the custody log. */
function idOf(clocks: readonly Clock[], rule: string, owedTo: string | null): string {
  const known = clocks.find((clock) => clock.rule === rule && clock.for === owedTo);
  if (known) return known.id;
  if (owedTo === null) return rule;
  return `${rule}:${1 + clocks.filter((clock) => clock.rule === rule && clock.for !== null).length}`;
}

function clockOf(clocks: readonly Clock[], id: string): Clock {
  const clock = clocks.find((one) => one.id === id);
  if (clock) return clock;
  throw new TocsinError('USAGE', 'the case has no such clock', {
    hint:
      clocks.length === 0
        ? 'start one with tocsin clock CASE start RULE --why TEXT'
        : `its clocks are ${clocks.map((one) => one.id).join(', ')}`,
  });
}
