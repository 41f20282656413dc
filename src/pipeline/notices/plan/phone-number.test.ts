import { expect, test } from 'vitest';
import { countryByForm, dialledNumber, takesTexts } from './phone-number.ts';

test.each<[string, string | null, string | null]>([
  ['+33 6 39 98 12 34', null, '+33639981234'],
  ['+33 (0)6 39 98 12 34', null, '+33639981234'],
  ['0033 1 99 00 12 34', null, '+33199001234'],
  ['06 39 98 12 34', 'FR', '+33639981234'],
  ['06.39.98.12.34 / 01 99 00 00 00', 'FR', '+33639981234'],
  ['020 7946 0421', 'GB', '+442079460421'],
  ['(212) 555-0123', 'US', '+12125550123'],
  ['212-555-0123 x12', 'US', '+12125550123'],
  ['tel: +44 7700 900123', null, '+447700900123'],
  ['06 39 98 12 34', null, null],
  ['2125550123', 'FR', null],
  ['1234', 'FR', null],
  ['+0000000000', null, null],
  ['none', 'FR', null],
])('%s, in %s, is dialled as %s', (written, country, number) => {
  expect(dialledNumber(written, country)).toBe(number);
});

test('a number without its calling code is of the country whose form it has', () => {
  expect(countryByForm('(212) 555-0123', 'fr')).toBe('US');
  expect(countryByForm('06 39 98 12 34', null)).toBe('FR');
  expect(countryByForm('020 7946 0421', 'en')).toBe('GB');
  expect(countryByForm('030 2312 5012', 'de')).toBe('DE');
  expect(countryByForm('030 2312 5012', null)).toBeNull();
  expect(countryByForm('+33 6 39 98 12 34', 'en')).toBeNull();
});

test('a text message goes to mobile telephones only, where they can be told', () => {
  expect(['+33639981234', '+447700900123', '+12125550123'].map(takesTexts)).toEqual([true, true, true]);
  expect(['+33199001234', '+442079460421', '+493023125012'].map(takesTexts)).toEqual([false, false, false]);
});
