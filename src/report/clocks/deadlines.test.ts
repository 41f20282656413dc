import { describe, expect, test } from 'vitest';
import type { Clock } from '../../register/index.ts';
import { clockRules, proposedRules } from './clock-rules.ts';
import { caseDeadlines } from './deadlines.ts';
import { rulesAfter, rulesOfAwareness } from './starting-clocks.ts';

const aware = { at: '2026-11-22T08:30:00.000Z', zone: '+01:00', by: null, why: null };
const facts = { aware, zone: 'Europe/Paris', country: null, regimes: ['gdpr'] };
const now = new Date('2026-11-23T15:18:00Z');

function clock(rule: string, given: Partial<Clock> = {}): Clock {
  return {
    id: rule,
    rule,
    for: null,
    within: null,
    trigger: 'aware',
    startedAt: aware.at,
    why: 'aware',
    who: 'ada',
    stopped: null,
    met: null,
    ...given,
  };
}

const only = (entry: Clock, at = now, about: Partial<typeof facts> = {}) =>
  caseDeadlines([entry], { ...facts, ...about }, at).deadlines[0]!;

describe('the 72 hours of GDPR Art. 33(1)', () => {
  const rule = clock('gdpr-33-1');

  test('run to the minute, with the later readings apart', () => {
    const deadline = only(rule);
    expect(deadline.dueAt).toBe('2026-11-25T08:30:00.000Z');
    expect(deadline.state).toBe('running');
    expect(deadline.readings.map(({ dueAt, standing }) => [dueAt, standing])).toEqual([
      ['2026-11-25T09:00:00.000Z', 'wording'],
    ]);
  });

  test('are missed one millisecond behind their end, and not at it', () => {
    expect(only(rule, new Date('2026-11-25T08:30:00.000Z')).state).toBe('running');
    expect(only(rule, new Date('2026-11-25T08:30:00.001Z')).state).toBe('missed');
  });

  test('can be met late, and say so', () => {
    const met = (at: string) => only(clock('gdpr-33-1', { met: { at, who: 'ada', reference: 'N-1' } }));
    expect(met('2026-11-25T08:30:00.000Z')).toMatchObject({ state: 'met', isLate: false });
    expect(met('2026-11-25T08:31:00.000Z')).toMatchObject({ state: 'met', isLate: true });
  });

  test('do not end while they are stopped', () => {
    const stopped = { at: '2026-11-23T10:00:00.000Z', who: 'ada', why: 'no risk' };
    expect(only(clock('gdpr-33-1', { stopped }), new Date('2027-01-01')).state).toBe('stopped');
  });
});

test('what is only advised is never missed, and what has no hours has no end', () => {
  expect(only(clock('gdpr-33-2'), new Date('2027-01-01'))).toMatchObject({
    state: 'running',
    isBinding: false,
    dueAt: '2026-11-25T08:30:00.000Z',
  });
  expect(only(clock('gdpr-34'), new Date('2027-01-01'))).toMatchObject({ state: 'running', dueAt: null });
});

describe('the initial notification of DORA', () => {
  const classified = (at: string) => only(clock('dora-initial', { trigger: 'given', startedAt: at })).dueAt;

  test('is due a day behind awareness', () =>
    expect(only(clock('dora-initial')).dueAt).toBe('2026-11-23T08:30:00.000Z'));
  test('is due four hours behind classification', () =>
    expect(classified('2026-11-22T10:00:00.000Z')).toBe('2026-11-22T14:00:00.000Z'));
  test('is not put off by a late classification within the day', () =>
    expect(classified('2026-11-23T06:00:00.000Z')).toBe('2026-11-23T08:30:00.000Z'));
  test('counts from a classification behind the day alone', () =>
    expect(classified('2026-11-26T06:00:00.000Z')).toBe('2026-11-26T10:00:00.000Z'));
});

test('a contract gives a clock of its own', () => {
  const contract = clock('contract', {
    id: 'contract:ing',
    for: 'ING',
    within: { hours: 24 },
    trigger: 'given',
  });
  expect(only(contract)).toMatchObject({
    regime: 'contract',
    for: 'ING',
    dueAt: '2026-11-23T08:30:00.000Z',
    state: 'missed',
  });
});

describe('what is next', () => {
  test('is the first end of those that are still to be met', () => {
    const clocks = [
      clock('gdpr-34', { trigger: 'given' }),
      clock('gdpr-33-1'),
      clock('nis2-early-warning', { met: { at: aware.at, who: 'ada', reference: null } }),
      clock('nis2-notification', { startedAt: '2026-11-22T09:00:00.000Z' }),
    ];
    expect(caseDeadlines(clocks, facts, now).next?.id).toBe('gdpr-33-1');
    expect(caseDeadlines([], facts, now).next).toBeNull();
  });

  test('waits where it begins with another duty', () => {
    const nis2 = { ...facts, regimes: ['nis2', 'dora'] };
    const running = [clock('nis2-notification'), clock('dora-initial')];
    expect(caseDeadlines(running, nis2, now).waiting.map(({ rule, after }) => [rule, after])).toEqual([
      ['nis2-final', 'nis2-notification'],
      ['dora-intermediate', 'dora-initial'],
      ['dora-final', 'dora-intermediate'],
    ]);
    const stopped = clock('nis2-notification', {
      stopped: { at: aware.at, who: 'ada', why: 'not in scope' },
    });
    expect(caseDeadlines([stopped], nis2, now).waiting).toEqual([]);
  });
});

describe('which clocks start by themselves', () => {
  const started = (about: Partial<Parameters<typeof rulesOfAwareness>[0]>) =>
    rulesOfAwareness({ aware, regimes: ['gdpr'], role: 'controller', ...about }).map(({ id }) => id);

  test('with awareness: those of the laws and of what one is', () => {
    expect(started({})).toEqual(['gdpr-33-1']);
    expect(started({ role: 'processor' })).toEqual(['gdpr-33-2']);
    expect(started({ regimes: ['nis2', 'dora', 'eprivacy'] })).toEqual([
      'nis2-early-warning',
      'nis2-notification',
      'dora-initial',
      'eprivacy-authority',
    ]);
    expect(started({ aware: null })).toEqual([]);
  });

  test('none from before its law was in force', () => {
    expect(started({ aware: { ...aware, at: '2018-05-24T12:00:00.000Z' } })).toEqual([]);
    expect(started({ aware: { ...aware, at: '2024-10-17T12:00:00.000Z' }, regimes: ['nis2'] })).toEqual([]);
  });

  test('the one behind a duty that was met', () => {
    expect(rulesAfter('dora-initial', aware.at).map(({ id }) => id)).toEqual(['dora-intermediate']);
    expect(rulesAfter('gdpr-33-1', aware.at)).toEqual([]);
  });

  test('what is only proposed starts nothing', () => {
    expect(proposedRules.every(({ validFrom }) => validFrom === null)).toBe(true);
    expect(clockRules.filter(({ id }) => proposedRules.some((rule) => rule.id === id))).toEqual([]);
  });
});

test('rules say what they follow, and follow one that is there', () => {
  const ids = clockRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const followed = clockRules.flatMap(({ trigger }) => (typeof trigger === 'object' ? [trigger.after] : []));
  expect(ids).toEqual(expect.arrayContaining(followed));
});
