import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from './clock-rule.ts';
import { noonReading, periodEnd, readingsOf } from './period-end.ts';
import type { HolidayCountry } from './working-days.ts';

const iso = (ms: number) => new Date(ms).toISOString().replace(':00.000Z', 'Z');
const end = (start: string, period: Period, zone = 'Europe/Paris') =>
  iso(periodEnd(Date.parse(start), period, zone));

describe('the end of a period', () => {
  test.each<[string, Period, string]>([
    ['2026-11-22T08:30Z', { hours: 72 }, '2026-11-25T08:30Z'],
    // the clocks go forward, and back: 72 hours stay 72 hours
    ['2026-03-27T12:00Z', { hours: 72 }, '2026-03-30T12:00Z'],
    ['2026-10-23T12:00Z', { hours: 72 }, '2026-10-26T12:00Z'],
    // three days are at the same time on the wall, an hour less or more
    ['2026-03-27T12:00Z', { days: 3 }, '2026-03-30T11:00Z'],
    ['2026-10-23T12:00Z', { days: 3 }, '2026-10-26T13:00Z'],
    ['2026-01-31T09:00Z', { months: 1 }, '2026-02-28T09:00Z'],
    ['2028-01-31T09:00Z', { months: 1 }, '2028-02-29T09:00Z'],
    ['2026-11-30T23:30Z', { months: 1 }, '2026-12-31T23:30Z'],
    ['2026-12-15T09:00Z', { months: 1 }, '2027-01-15T09:00Z'],
    ['2026-02-28T09:00Z', { months: 1 }, '2026-03-28T09:00Z'],
    // 02:30 on the wall does not come that day: the change itself
    ['2026-02-28T01:30Z', { days: 29 }, '2026-03-29T01:00Z'],
    // 02:30 comes twice that day: the first
    ['2026-09-25T00:30Z', { months: 1 }, '2026-10-25T00:30Z'],
  ])('from %s, %o, is %s', (start, period, expected) => expect(end(start, period)).toBe(expected));

  test('the day of a month end is that of the zone: New Year in Auckland is still December in UTC', () => {
    expect(end('2026-12-31T12:00Z', { months: 1 }, 'Pacific/Auckland')).toBe('2027-01-31T12:00Z');
    expect(end('2026-12-31T12:00Z', { months: 1 }, 'UTC')).toBe('2027-01-31T12:00Z');
    expect(end('2027-01-30T12:00Z', { months: 1 }, 'Pacific/Auckland')).toBe('2027-02-27T12:00Z');
  });

  test('of a month is never in another month than the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const [start, due] = [seconds, periodEnd(seconds * 1000, { months: 1 }, 'UTC') / 1000].map(
          (at) => new Date(at * 1000),
        );
        expect((start!.getUTCMonth() + 1) % 12).toBe(due!.getUTCMonth());
      }),
    );
  });
});

describe('what Regulation 1182/71 can be read to give', () => {
  const readings = (start: string, period: Period, country: HolidayCountry | null = null) =>
    readingsOf(Date.parse(start), period, { zone: 'Europe/Paris', country }).map(
      ({ dueMs, standing, article }) => [iso(dueMs), standing, /Art\. 3\(\d\)/u.exec(article)![0]],
    );

  test.each([
    // Tuesday to Friday
    ['2026-11-24T08:30Z', [['2026-11-27T09:00Z', 'wording', 'Art. 3(1)']]],
    // on the first minute of an hour, that hour does not count either
    ['2026-11-24T08:00Z', [['2026-11-27T09:00Z', 'wording', 'Art. 3(1)']]],
    // Friday to Monday: of the days behind Friday one is worked, the second is Tuesday
    [
      '2026-11-20T17:10Z',
      [
        ['2026-11-23T18:00Z', 'wording', 'Art. 3(1)'],
        ['2026-11-24T22:59Z', 'argued', 'Art. 3(5)'],
      ],
    ],
    // Thursday to Sunday: Friday and Monday
    [
      '2026-11-19T08:30Z',
      [
        ['2026-11-22T09:00Z', 'wording', 'Art. 3(1)'],
        ['2026-11-23T22:59Z', 'argued', 'Art. 3(5)'],
      ],
    ],
  ])('72 hours from %s', (start, expected) => expect(readings(start, { hours: 72 })).toEqual(expected));

  test('24 hours are too short for working days to count', () => {
    expect(readings('2026-11-20T17:10Z', { hours: 24 })).toEqual([
      ['2026-11-21T18:00Z', 'wording', 'Art. 3(1)'],
    ]);
  });

  test('a public holiday counts where the country is known', () => {
    // Tuesday before 11 November, which France keeps and Germany does not
    const from = (country: HolidayCountry | null) => readings('2026-11-09T08:30Z', { hours: 48 }, country);
    expect(from(null)).toHaveLength(1);
    expect(from('DE')).toHaveLength(1);
    expect(from('FR')[1]).toEqual(['2026-11-12T22:59Z', 'argued', 'Art. 3(5)']);
  });

  test('a month runs to the end of its last day, and behind a week-end and a holiday', () => {
    expect(readings('2026-10-25T09:00Z', { months: 1 })).toEqual([
      ['2026-11-25T22:59Z', 'wording', 'Art. 3(2)'],
    ]);
    // 25 December 2026 is a Friday
    expect(readings('2026-11-25T09:00Z', { months: 1 }, 'DE')).toEqual([
      ['2026-12-25T22:59Z', 'wording', 'Art. 3(2)'],
      ['2026-12-28T22:59Z', 'wording', 'Art. 3(4)'],
    ]);
  });

  test('an end on a week-end may move to noon of the next working day, by the rule that says so', () => {
    const noon = (due: string) => noonReading(Date.parse(due), { zone: 'Europe/Paris', country: 'FR' });
    expect(iso(noon('2026-11-21T08:30Z')!.dueMs)).toBe('2026-11-23T11:00Z');
    expect(noon('2026-11-20T08:30Z')).toBeNull();
  });
});
