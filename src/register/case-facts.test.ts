import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../store/index.ts';
import { caseState, caseZone } from './case-facts.ts';

let number = 0;
const event = (kind: string, body: object): CaseEvent => ({
  number: ++number,
  kind,
  who: 'ada',
  at: '2026-11-23T09:00:00.000Z',
  body,
});
const stateOf = (...events: CaseEvent[]) => caseState(events);

const aware = { at: '2026-11-22T08:30:00.000Z', zone: 'Europe/Paris', by: 'A. Martin', why: null };

describe('facts', () => {
  test('are what they were last set to, each by itself', () => {
    const { facts } = stateOf(
      event('case.open', { to: { what: 'first', aware } }),
      event('case.set', { from: { what: 'first' }, to: { what: 'second' }, why: 'known better' }),
    );
    expect(facts).toMatchObject({ what: 'second', aware, regimes: ['gdpr'], role: 'controller' });
  });

  test('are none where nothing was said, and events of others are passed over', () => {
    expect(stateOf(event('evidence', { taken: [] }), event('examine', {})).facts.what).toBeNull();
    expect(caseState([]).facts).toEqual(stateOf().facts);
  });

  test('show times in the zone of the case, else in that of awareness, else in UTC', () => {
    expect(caseZone({ zone: 'Europe/Berlin', aware })).toBe('Europe/Berlin');
    expect(caseZone({ zone: null, aware })).toBe('Europe/Paris');
    expect(caseZone({ zone: null, aware: null })).toBe('UTC');
  });
});

test('a contact replaces one of the same name, and can go', () => {
  const contact = { name: 'Jean Exemple', role: 'DPO', organisation: null, email: null, phone: null };
  const changed = { ...contact, role: 'counsel' };
  const added = [event('case.contact', { contact }), event('case.contact', { contact: changed })];
  expect(stateOf(...added).contacts).toEqual([changed]);
  expect(stateOf(...added, event('case.contact', { contact: changed, isGone: true })).contacts).toEqual([]);
});

test('a case that was closed is open again when it was reopened', () => {
  const closing = event('case.close', { why: 'done' });
  expect(stateOf(closing).closed).toMatchObject({ who: 'ada', why: 'done' });
  expect(stateOf(closing, event('case.reopen', { why: 'more files' })).closed).toBeNull();
});

describe('clocks', () => {
  const start = (given: object = {}) =>
    event('clock.start', {
      id: 'gdpr-33-1',
      rule: 'gdpr-33-1',
      for: null,
      within: null,
      trigger: 'aware',
      at: aware.at,
      why: null,
      ...given,
    });
  const met = event('clock.met', { id: 'gdpr-33-1', at: '2026-11-24T08:00:00.000Z', reference: 'N-1' });
  const stop = event('clock.stop', { id: 'gdpr-33-1', why: 'no risk' });

  test('run from their start until they are met or stopped', () => {
    expect(stateOf(start()).clocks).toMatchObject([{ startedAt: aware.at, met: null, stopped: null }]);
    expect(stateOf(start(), met).clocks[0]?.met).toEqual({
      at: '2026-11-24T08:00:00.000Z',
      who: 'ada',
      reference: 'N-1',
    });
    expect(stateOf(start(), stop).clocks[0]?.stopped).toMatchObject({ why: 'no risk' });
  });

  test('begin anew with another start, and keep what was done where they are only moved', () => {
    const later = '2026-11-22T10:00:00.000Z';
    expect(stateOf(start(), met, start({ at: later })).clocks).toMatchObject([
      { startedAt: later, met: null },
    ]);
    expect(stateOf(start(), met, start({ at: later, isMoved: true })).clocks).toMatchObject([
      { startedAt: later, met: { reference: 'N-1' } },
    ]);
  });

  test('that were stopped by mistake are met all the same', () => {
    expect(stateOf(start(), stop, met).clocks[0]).toMatchObject({ stopped: null, met: { reference: 'N-1' } });
  });

  test('of another id are left alone', () => {
    expect(stateOf(start({ id: 'contract:1' }), met, stop).clocks).toMatchObject([
      { id: 'contract:1', met: null, stopped: null },
    ]);
  });
});
