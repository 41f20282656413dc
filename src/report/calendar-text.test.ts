import { expect, test } from 'vitest';
import { calendarDay, calendarMoment } from './calendar-text.ts';

test.each([
  ['2026-11-23', '23 November 2026', '23 novembre 2026'],
  ['2026-11-01', '1 November 2026', '1er novembre 2026'],
  ['2026-11-11T23:59:59Z', '11 November 2026', '11 novembre 2026'],
  ['2026-01-31T23:59:59-02:00', '1 February 2026', '1er février 2026'],
  ['some day', 'some day', 'some day'],
])('%s is %s and %s', (iso, english, french) => {
  expect([calendarDay(iso, 'en'), calendarDay(iso, 'fr')]).toEqual([english, french]);
});

test('a moment has the hour behind its day, and the first of a month is an ordinal there too', () => {
  const moment = new Date('2026-12-01T09:05:00Z');
  expect(calendarMoment(moment, 'en')).toMatch(/^1 December 2026 at 09:05 UTC$/u);
  expect(calendarMoment(moment, 'fr')).toMatch(/^1er décembre 2026 à 09:05 UTC$/u);
});
