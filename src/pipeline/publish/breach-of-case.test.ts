// The date of a breach: what was said, else what the case knows; and whether it is only the day by which it had happened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BreachModel, type FactChanges, recordEvents } from '../../register/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../store/index.ts';
import { breachOfCase } from './breach-of-case.ts';

let folder: string;
let home: InstanceHome;
let record: CaseRecord;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-breach-'));
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, new Date('2026-11-23T10:00:00Z'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const said = (to: FactChanges) =>
  recordEvents(home, record, [
    { kind: 'case.set', who: 'ada', at: '2026-11-23T11:00:00.000Z', body: { from: {}, to } },
  ]);

function dated(date?: string, earlier: BreachModel | null = null) {
  const facts = { title: 'Made up', domain: '', ...(date === undefined ? {} : { date }) };
  const request = { name: 'MadeUp', facts, flags: {}, isRange: false, isPrivate: false };
  const counted = { people: 1, contents: [], controllers: [] };
  const now = new Date('2026-11-24T10:00:00Z');
  return breachOfCase(record, request, counted, { now, earlier });
}

const shown = ({ model, dateFrom }: ReturnType<typeof dated>) => [
  model.BreachDate,
  model.BreachDateKnown,
  dateFrom,
];

test('what is known best is said first; only what was said of when it happened is known', () => {
  expect(shown(dated())).toEqual(['2026-11-23', false, 'opened']);
  // in Paris it was the next day already
  said({ aware: { at: '2026-11-19T23:30:00.000Z', zone: 'Europe/Paris', by: null, why: null } });
  expect(shown(dated())).toEqual(['2026-11-20', false, 'aware']);
  said({ found: '2026-11-18' });
  expect(shown(dated())).toEqual(['2026-11-18', false, 'found']);
  said({ happened: { from: '2026-10-01', to: '2026-10-05' } });
  expect(shown(dated())).toEqual(['2026-10-01', true, 'happened']);
  expect(shown(dated('2026-09-09'))).toEqual(['2026-09-09', true, 'given']);
});

test('published anew, a date that was said stays, and one that was not gives way to what the case knows by now', () => {
  const given = dated('2020-02-02').model;
  const opened = dated().model;
  said({ aware: { at: '2026-11-20T10:00:00.000Z', zone: 'UTC', by: null, why: null } });
  expect(shown(dated(undefined, given))).toEqual(['2020-02-02', true, 'earlier']);
  expect(shown(dated(undefined, opened))).toEqual(['2026-11-20', false, 'aware']);
});

test('an entry of before this was told keeps a date that is none of the case', () => {
  const { BreachDateKnown: _, ...old } = dated().model;
  expect(shown(dated(undefined, { ...old, BreachDate: '2020-02-02' }))).toEqual([
    '2020-02-02',
    true,
    'earlier',
  ]);
  expect(shown(dated(undefined, old))).toEqual(['2026-11-23', false, 'opened']);
});

test('whether the date is known stands at the end of the model', () => {
  expect(Object.keys(dated().model).at(-1)).toBe('BreachDateKnown');
});
