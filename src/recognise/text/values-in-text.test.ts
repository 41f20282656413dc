import { describe, expect, it } from 'vitest';
import { dateInText } from './date-in-text.ts';
import { emailInText } from './email-in-text.ts';
import { ibanInText } from './iban-in-text.ts';
import { nir } from './letter.fixture.ts';
import { nirInText } from './nir-in-text.ts';
import { phoneInText } from './phone-in-text.ts';

const firstDigit = (text: string): number => text.search(/\d/);

describe('days in text', () => {
  it.each([
    ['le 12/03/1985.', '1985-03-12'],
    ['3.9.1965 in Kiel', '1965-09-03'],
    ['1985-03-12', '1985-03-12'],
    ['12 mars 1985', '1985-03-12'],
    ['1er août 1994', '1994-08-01'],
    ['4. Mai 1990', '1990-05-04'],
    ['18. März 1990', '1990-03-18'],
    ['3 September 1979', '1979-09-03'],
    ['March 5, 1980', '1980-03-05'],
    ['3rd of May 1980', '1980-05-03'],
  ])('%s', (text, day) => {
    expect(dateInText(text, firstDigit(text))?.value).toBe(day);
  });
  it.each(['31/02/1985', '12 pommes 1985', '1.2.3.4', '12/03/85', '12/03/19855', 'page 12, 1985'])(
    '%s is none',
    (text) => {
      expect(dateInText(text, firstDigit(text))).toBeNull();
    },
  );
});

describe('social security numbers in text', () => {
  const number = nir('1850578006084');
  it.each([
    number,
    `${number[0]} ${number.slice(1, 3)} ${number.slice(3, 5)} ${number.slice(5, 7)} ${number.slice(7, 10)} ${number.slice(10, 13)} ${number.slice(13)}`,
    number.replace('0', 'O'),
    `l ${number.slice(1)}`,
    number.replace('5', 'S').replace('8', 'B'),
  ])('%s', (text) => {
    expect(nirInText(`N° ${text}.`, 3 + firstDigit(text))?.value).toBe(number);
  });
  it('misread letters that the key does not prove stay misread', () => {
    expect(nirInText(number.replace('0', 'S'), 0)).toBeNull();
  });
  it('a part of a longer number is none', () => {
    expect(nirInText(`${number}7`, 0)).toBeNull();
    expect(nirInText(`7${number}`, 1)).toBeNull();
  });
});

describe('bank accounts in text', () => {
  it('is read to the length of its country and no further', () => {
    const text = 'IBAN FR14 2004 1010 0505 0001 3M02 606 BIC AGRIFRPP';
    expect(ibanInText(text, firstDigit(text))).toEqual({
      start: 5,
      end: 38,
      value: 'FR1420041010050500013M02606',
    });
    expect(ibanInText('FR1420041010050500013M026067', 2)).toBeNull();
    expect(ibanInText('FR1420041010050500013M0260', 2)).toBeNull();
  });
});

describe('telephone numbers in text', () => {
  it.each([
    ['tél 06 39 98 12 34,', '06 39 98 12 34'],
    ['01.99.00.12.34', '01.99.00.12.34'],
    ['+33 (0)6 39 98 12 34', '+33 (0)6 39 98 12 34'],
    ['07700 900123', '07700 900123'],
    ['(217) 555-0142', '(217) 555-0142'],
    ['+49 711 5550199', '+49 711 5550199'],
  ])('%s is one', (text, value) => {
    expect(phoneInText(text, firstDigit(text))).toMatchObject({ value, isTelling: true });
  });
  it.each(['1 240,00', '2024-0183', '120101750010047', '192.0.2.14'])('%s is not told by itself', (text) => {
    expect(phoneInText(text, 0)?.isTelling ?? false).toBe(false);
  });
});

describe('e-mail addresses in text', () => {
  it('offsets are those of the string, accents or not', () => {
    const text = 'é « Élodie » <rené.é@example.fr>, a@b';
    const at = text.indexOf('@');
    const found = emailInText(text, at)!;
    expect(text.slice(found.start, found.end)).toBe(found.value);
    expect(found.value).toBe('rené.é@example.fr');
    expect(emailInText(text, text.lastIndexOf('@'))).toBeNull();
  });
});
