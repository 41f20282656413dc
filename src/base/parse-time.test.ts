import { expect, test } from 'vitest';
import { parseDay, parseTime, parseZone } from './parse-time.ts';

test.each([
  ['2026-11-22T09:30+01:00', '2026-11-22T08:30:00.000Z', '+01:00'],
  ['2026-11-22 09:30 +0100', '2026-11-22T08:30:00.000Z', '+01:00'],
  ['2026-11-22T09:30:15.25-05', '2026-11-22T14:30:15.250Z', '-05:00'],
  ['2026-11-22T09:30Z', '2026-11-22T09:30:00.000Z', 'UTC'],
  ['2028-02-29T00:00+05:45', '2028-02-28T18:15:00.000Z', '+05:45'],
])('%s is %s', (text, at, zone) => expect(parseTime(text, '--aware')).toEqual({ at, zone }));

test.each([
  ['2026-11-22T09:30', '--aware has no zone, and could be meant an hour or more apart'],
  ['2026-11-22', '--aware is not a time such as 2026-11-22T09:30+01:00'],
  ['2026-02-29T09:30Z', '--aware is a time that the calendar does not have'],
  ['2026-11-22T24:00Z', '--aware is a time that the calendar does not have'],
  ['2026-11-22T09:60Z', '--aware is a time that the calendar does not have'],
  ['2026-11-22T09:30+15:00', '--aware has an offset that no zone has'],
  ['yesterday', '--aware is not a time such as 2026-11-22T09:30+01:00'],
])('%s is refused, with the reason', (text, reason) =>
  expect(() => parseTime(text, '--aware')).toThrow(reason),
);

test('a time without a zone is taken in the one that is given, summer and winter', () => {
  expect(parseTime('2026-07-14T09:30', '--aware', 'Europe/Paris').at).toBe('2026-07-14T07:30:00.000Z');
  expect(parseTime('2026-12-14T09:30', '--aware', 'Europe/Paris').at).toBe('2026-12-14T08:30:00.000Z');
  expect(parseTime('2026-07-14T09:30+05:00', '--aware', 'Europe/Paris').at).toBe('2026-07-14T04:30:00.000Z');
});

test('an hour that a change of the clocks skips or repeats is refused', () => {
  const paris = (text: string) => parseTime(text, '--aware', 'Europe/Paris').at;
  expect(() => paris('2026-03-29T02:30')).toThrow('does not exist in Europe/Paris');
  expect(() => paris('2026-10-25T02:30')).toThrow('comes twice in Europe/Paris');
  expect([paris('2026-03-29T01:59'), paris('2026-03-29T03:00')]).toEqual([
    '2026-03-29T00:59:00.000Z',
    '2026-03-29T01:00:00.000Z',
  ]);
  expect([paris('2026-10-25T01:59'), paris('2026-10-25T03:00')]).toEqual([
    '2026-10-24T23:59:00.000Z',
    '2026-10-25T02:00:00.000Z',
  ]);
});

test('zones and days that there are none of are refused', () => {
  expect([parseZone(' Europe/Berlin '), parseZone('+01:00')]).toEqual(['Europe/Berlin', '+01:00']);
  expect(() => parseZone('Europe/Nowhere')).toThrow('--zone is not a time zone');
  expect(parseDay('2028-02-29', '--found')).toBe('2028-02-29');
  for (const day of ['2026-02-29', '2026-13-01', '22.11.2026'])
    expect(() => parseDay(day, '--found')).toThrow('--found is not a day');
});
