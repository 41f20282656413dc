import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from './names.ts';
import { normaliseEmail } from './normalise-email.ts';
import { normalisePhone } from './phone.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function written(normalise: typeof normaliseName, text: string): string {
  const bytes = encoder.encode(text);
  const out = new Uint8Array(bytes.length * 3 + 16);
  return decoder.decode(out.subarray(0, normalise(bytes, 0, bytes.length, out)));
}

describe('names', () => {
  it.each([
    ['Élodie  LE-GOFF', 'elodie le goff'],
    [' d’Ambrine, Noé ', 'd ambrine noe'],
    ["O'Farrow", 'o farrow'],
    ['Groß-Österling', 'gross osterling'],
    ['Søren Bjørnå Ægir Łuk', 'soren bjorna aegir luk'],
    ['e\u0301lodie', 'elodie'],
    ['Jean\u00A0Paul', 'jean paul'],
    ['Nguyễn Văn An', 'nguyen van an'],
    ['ΑΓΓΕΛΟΣ', 'αγγελοσ'],
    ['---', ''],
    ['Nora Jr.', 'nora jr'],
  ])('%s', (name, expected) => {
    expect(written(normaliseName, name)).toBe(expected);
  });

  it('letter case and what joins the words change nothing', () => {
    const word = fc.constantFrom('Élodie', 'Quellmont', 'Groß', 'Østergård', 'Nora', 'Łucja', 'Çelik');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('-', ' ', '  ', "'", ' - '),
        (words, joint) => {
          expect(written(normaliseName, words.join(joint).toLowerCase())).toBe(
            written(normaliseName, words.join(' ')),
          );
        },
      ),
    );
  });

  it('never writes more than three bytes for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const bytes = encoder.encode(text);
        const out = new Uint8Array(bytes.length * 3);
        expect(normaliseName(bytes, 0, bytes.length, out)).toBeLessThanOrEqual(out.length);
      }),
    );
  });
});

describe('telephone numbers', () => {
  it('spellings of one number share a key', () => {
    const spellings = [
      '+33 6 39 98 12 34',
      '0033639981234',
      '06 39 98 12 34',
      '+33 (0)6.39.98.12.34',
      '06-39-98-12-34',
      'Tel: 0639981234',
      '06 39 98 12 34 / 01 99 00 12 34',
      '0639981234 ext 12',
    ];
    expect(new Set(spellings.map((text) => written(normalisePhone, text)))).toEqual(new Set(['639981234']));
  });
  it('numbers that differ do not', () => {
    expect(written(normalisePhone, '06 39 98 12 35')).not.toBe(written(normalisePhone, '06 39 98 12 34'));
  });
  it('fewer than six digits are no key', () => {
    expect(['', '12345', 'n/a'].map((text) => written(normalisePhone, text))).toEqual(['', '', '']);
  });
});

describe('e-mail addresses', () => {
  it.each([
    [' Nora@Example.COM ', 'nora@example.com'],
    ['RENÉE@EXAMPLE.FR', 'renée@example.fr'],
    ['rene\u0301e@example.fr', 'renée@example.fr'],
    ['nora%40example.com', 'nora@example.com'],
    ['nora&#64;example.com', 'nora@example.com'],
    ['o%27farrow@example.com', 'o%27farrow@example.com'],
  ])('%s', (spelling, expected) => {
    expect(written(normaliseEmail, spelling)).toBe(expected);
  });

  it('the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(written(normaliseEmail, written(normaliseEmail, address))).toBe(
          written(normaliseEmail, address),
        );
        expect(written(normaliseEmail, ` ${address.toUpperCase()}`)).toBe(written(normaliseEmail, address));
      }),
    );
  });
});
