/*
 * Pages of cases, made up: with nothing in them, with clocks, and with much of everything.
 */
import type { Clock } from '../../register/index.ts';
import { clockRules } from '../clocks/clock-rules.ts';
import { caseDeadlines } from '../clocks/deadlines.ts';
import type { CasePage } from './case-page.ts';

export const now = new Date('2026-11-23T15:18:00Z');
export const aware = { at: '2026-11-22T08:30:00.000Z', zone: 'Europe/Paris', by: null, why: null };

export function page(given: Partial<CasePage> = {}, clocks: Clock[] = []): CasePage {
  return {
    case: '2026-bcdfgh',
    name: null,
    openedAt: '2026-11-22T09:00:00.000Z',
    state: 'open',
    closed: null,
    what: null,
    effects: null,
    remedy: null,
    happened: null,
    found: null,
    aware: null,
    zone: 'Europe/Paris',
    country: null,
    role: 'controller',
    regimes: ['gdpr'],
    organisations: [],
    chain: [],
    destroyAfter: null,
    contacts: [],
    notes: [],
    people: { count: 0, min: 0, max: 0 },
    classes: [],
    evidence: [],
    deliveries: [],
    controllers: [],
    unassigned: { people: 0 },
    several: { people: 0 },
    reachability: null,
    outdated: [],
    shownAt: now.toISOString(),
    ...caseDeadlines(
      clocks,
      { aware, zone: 'Europe/Paris', country: null, regimes: ['gdpr', 'nis2', 'dora'] },
      now,
    ),
    ...given,
  };
}

export const clock = (rule: string, given: Partial<Clock> = {}): Clock => ({
  id: rule,
  rule,
  for: null,
  within: null,
  trigger: 'aware',
  startedAt: aware.at,
  why: null,
  who: 'ada',
  stopped: null,
  met: null,
  ...given,
});

export const full = (text: string): CasePage =>
  page(
    {
      name: text,
      what: text,
      effects: text,
      remedy: text,
      aware: { ...aware, by: text, why: text },
      happened: { from: '2026-11-01', to: '2026-11-02T10:00:00.000Z' },
      found: '2026-11-21T17:00:00.000Z',
      chain: [{ part: 'controller', names: [text, text] }],
      contacts: [{ name: text, role: text, organisation: text, email: text, phone: null }],
      notes: Array.from({ length: 30 }, (_, number) => ({ number, at: aware.at, who: text, text })),
      people: { count: 10_200_000, min: 9_900_000, max: 10_300_000 },
      classes: Array.from({ length: 30 }, () => ({ class: text, people: 10_200_000 })),
      evidence: Array.from({ length: 30 }, (_, index) => ({
        id: `E${index}`,
        path: text,
        sha256: 'ab'.repeat(32),
        bytes: 30_000_000_000,
        source: text,
        takenAt: aware.at,
        how: 'reference',
      })),
      deliveries: Array.from({ length: 30 }, (_, delivery) => ({
        delivery,
        at: aware.at,
        skipped: 3,
        inputs: [],
      })),
      controllers: Array.from({ length: 30 }, () => ({
        name: text,
        people: 5_000_000,
        classes: Array.from({ length: 9 }, () => ({ class: text, people: 1 })),
      })),
      unassigned: { people: 7 },
      several: { people: 3 },
      outdated: ['split', 'directory'],
      reachability: {
        people: 10,
        byEmail: 4,
        byPost: 3,
        byPhone: 2,
        unreachable: 1,
        controllers: Array.from({ length: 30 }, () => ({
          name: text,
          people: 10,
          byEmail: 4,
          byPost: 3,
          byPhone: 2,
          unreachable: 1,
        })),
      },
      closed: { at: aware.at, who: text, why: text },
      state: 'closed',
    },
    [
      ...clockRules.map(({ id }) => clock(id, { why: text })),
      clock('gdpr-33-1', { met: { at: '2026-12-01T08:00:00.000Z', who: text, reference: text } }),
      clock('contract', {
        for: text,
        within: { hours: 24 },
        stopped: { at: aware.at, who: text, why: text },
      }),
    ],
  );
