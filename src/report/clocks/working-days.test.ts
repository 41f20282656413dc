import { expect, test } from 'vitest';
import { easterSunday, type HolidayCountry, isWorkingDay, nextWorkingDay } from './working-days.ts';

const dayOf = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

test.each(['2000-4-23', '2008-3-23', '2011-4-24', '2024-3-31', '2026-4-5', '2027-3-28', '2038-4-25'])(
  'Easter Sunday is %s',
  (text) => expect(easterSunday(dayOf(text).year)).toEqual(dayOf(text)),
);

test.each<[string, HolidayCountry | null, boolean]>([
  ['2026-11-20', null, true],
  ['2026-11-21', null, false],
  ['2026-11-22', 'FR', false],
  ['2026-11-11', 'FR', false],
  ['2026-11-11', 'BE', false],
  ['2026-11-11', 'DE', true],
  ['2026-10-03', 'DE', false],
  // Easter Monday, Ascension, Whit Monday; Good Friday
  ['2026-04-06', 'FR', false],
  ['2026-05-14', 'LU', false],
  ['2026-05-25', 'NL', false],
  ['2026-04-03', 'DE', false],
  ['2026-04-03', 'FR', true],
  ['2026-12-25', null, true],
])('%s in %s is worked: %s', (day, country, expected) =>
  expect(isWorkingDay(dayOf(day), country)).toBe(expected),
);

test('the next working day is behind week-end, holiday and the end of a year', () => {
  expect(nextWorkingDay(dayOf('2026-12-31'), 'FR')).toEqual(dayOf('2027-1-4'));
  expect(nextWorkingDay(dayOf('2026-11-20'), null)).toEqual(dayOf('2026-11-23'));
});
