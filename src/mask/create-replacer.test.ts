import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ByteSink } from './byte-sink.ts';
import { createReplacer } from './create-replacer.ts';
import { frenchGivenNames } from './lists/french-given-names.ts';
import { fold, type IsReal, mask, maskingOf, usual } from './mask-value.fixture.ts';
import { type ValueMethod, valueMethods } from './method.ts';

/** Of each method, values as they stand in files. */
const examples: Record<Exclude<ValueMethod, 'text' | 'empty'>, string[]> = {
  email: ['jean.dupont75@example.com', 'Jean.Dupont75@example.com', 'contact@example.org', 'é@example.net'],
  username: ['jdupont75', 'jean_dupont', 'JDUPONT', '12345678', 'jean@example.com'],
  handle: ['@jean_d', 'jean.d'],
  'first-name': ['Hélène', 'Jean-Pierre', 'LUDMILA', 'J.', 'Van', 'Дмитрий', '李'],
  'last-name': ['DURAND', 'de la Tour', "O'Brien", 'García López', 'Van', 'Иванов'],
  'full-name': ['Jean Dupont', 'DUPONT Jean', 'Dupont, Jean', 'Dr. Anna Maria Rossi', 'Madame', 'Hugo'],
  phone: [
    '06 39 98 12 34',
    '+33639981234',
    '0033 6 39 98 12 34',
    '+1 212 555 0123',
    '+34 612 345 678',
    'none',
  ],
  'birth-date': ['1985-03-09', '09/03/1985', '9.3.1985', '19850309', '479174400', '2000-02-29', '03/85'],
  'birth-year': ['1985', '85'],
  age: ['17', '18', '42 ans', '103'],
  date: ['2016-03-09 12:33:21', '2016-03-09T00:00:00Z', '1457526801', '9.3.16'],
  street: ['12 rue de la Paix', 'Hauptstraße 5', '10 Long Street'],
  postcode: ['75001', 'SW1A 1AA', '1000', 'F-75001'],
  place: ['Paris', 'SAINT-DENIS'],
  address: ['12 rue de la Paix\n75001 Paris', 'Hauptstr. 5, 10115 Berlin'],
  coordinates: ['48.8566', '48.8566,2.3522', '-89.99', '90.0'],
  company: ['Dupont & Fils SARL', 'Acme Corp'],
  ip: ['81.12.33.4', '2a01:cb00::1', '81.12.33.4:80'],
  mac: ['00:1A:2b:3c:4d:5e', '001a2b3c4d5e'],
  url: ['https://www.example.test/jean/cv.pdf?id=7', 'http://example.test', 'mailto:jean@example.com'],
  password: ['$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', 'hunter2'],
  token: ['d41d8cd98f00b204e9800998ecf8427e', 'abc', 'aGVsbG8gd29ybGQgZm9vYg=='],
  shape: ['AB-123', '7', '0', '0612345678', '12.50', 'Élan', 'αβγ'],
};
const all = Object.entries(examples).flatMap(([method, values]) =>
  values.map((value) => [method as ValueMethod, value] as const),
);

describe('replacers', () => {
  it('exist for every method, and their examples too', () => {
    for (const method of valueMethods) expect(createReplacer(method, usual)).toBeDefined();
    expect(Object.keys(examples).length + 2).toBe(valueMethods.length);
  });

  it.each(all)('of %s make of %s something else, always the same', (method, value) => {
    const masked = mask(method, value);
    expect(masked).not.toBe(value);
    expect(masked.length).toBeGreaterThan(0);
    expect(mask(method, value, { masking: maskingOf(7) })).toBe(masked);
    expect(mask(method, value, { isUnique: true })).not.toBe(value);
  });

  it('avoid a street that is somebody’s in whichever line of an address', () => {
    const real = new Set(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((number) => `${number} park avenue`),
    );
    const masking = maskingOf(7, (sort, value) => sort === 'street' && real.has(value));
    const masked = mask('address', '4 Park Avenue, Elderfield', { masking });
    expect(masked).toMatch(/^\d{3} Park Avenue, [A-Z][a-z]+$/);
  });

  it('have nothing in common under another key', () => {
    const long = all.filter(([method, value]) => value.length > 7 && !['age', 'birth-year'].includes(method));
    const same = long.filter(
      ([method, value]) => mask(method, value, { masking: maskingOf(8) }) === mask(method, value),
    );
    expect(same).toEqual([]);
  });

  it('write no more characters than there is room, and never the value, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...valueMethods.filter((method) => method !== 'text' && method !== 'empty')),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom(...all.map(([, value]) => value)),
        ),
        fc.boolean(),
        fc.nat(20),
        (method, value, isUnique, more) => {
          const room = [...value].length + more;
          const masked = mask(method, value, { isUnique, room });
          expect([...masked].length).toBeLessThanOrEqual(room);
          const isSomebodys = /[a-z0-9]/i.test(value) && !method.includes('date');
          expect(isSomebodys && masked === value).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('leave what is empty', () => {
    for (const method of valueMethods) expect(mask(method, '')).toBe('');
    expect(mask('empty', 'something')).toBe('');
  });
});

describe('names', () => {
  it('agree whatever their case and accents, and are written in the case of the real one', () => {
    const masked = mask('first-name', 'Hélène');
    expect(fold(mask('first-name', 'HELENE'))).toBe(fold(masked));
    expect(mask('first-name', 'helene')).toBe(masked.toLowerCase());
    expect(mask('last-name', 'DURAND')).toMatch(/^[A-Z]{5,}$/);
    expect(mask('last-name', 'Durand')).toMatch(/^[A-ZÀ-Þ][a-zà-ÿ]{4,}$/);
  });

  it('agree in columns, whole names in either order, addresses, user names', () => {
    const isReal: IsReal = (sort, value) => sort === 'lastName' && value === 'durand';
    const masking = maskingOf(7, isReal);
    const first = mask('first-name', 'Hélène', { masking });
    const last = mask('last-name', 'Durand', { masking });
    expect(mask('full-name', 'Hélène Durand', { masking })).toBe(`${first} ${last}`);
    expect(fold(mask('full-name', 'DURAND Hélène', { masking }))).toBe(fold(`${last} ${first}`));
    expect(mask('full-name', 'Durand, Hélène', { masking })).toBe(`${last}, ${first}`);
    const stem = `${fold(first)}.${fold(last)}.`;
    expect(mask('email', 'helene.durand75@example.com', { masking }).startsWith(stem)).toBe(true);
    expect(mask('username', 'helene.durand', { masking }).startsWith(stem)).toBe(true);
  });

  it('of women and men stay so, where lists have them and where only their ending tells', () => {
    const { female, male } = frenchGivenNames;
    const [women, men] = [female, male].map((names) => new Set(names.split(/\s+/)));
    for (const name of 'Rachida Irina Karima Malika Nguyet Ouassila Rymelle Solveine'.split(' '))
      expect([name, women!.has(mask('first-name', name))]).toEqual([name, true]);
    for (const name of 'Moussa Nordine Walid Quang Ousseynou Abdoullah Kamaleddine Ryadh'.split(' '))
      expect([name, men!.has(mask('first-name', name))]).toEqual([name, true]);
  });

  it('keep particles and titles', () => {
    expect(mask('last-name', 'de la Tour')).toMatch(/^de la \p{Lu}\p{Ll}+$/u);
    expect(mask('full-name', 'Mme Anne von Burg')).toMatch(/^Mme \p{Lu}\p{Ll}+ von \p{Lu}\p{Ll}+$/u);
    expect(mask('last-name', "d'Arcy")).toMatch(/^d'/);
  });

  it('never are a surname of the source, even if it bears all that are listed', () => {
    let asked = 0;
    const isReal: IsReal = (sort, value) => {
      if (sort !== 'lastName') return false;
      asked++;
      return !/^(?:[bcdfglmnprstv][aeiou]){4}$/.test(value);
    };
    expect(mask('last-name', 'Durand', { masking: maskingOf(7, isReal) })).toMatch(
      /^(?:[bcdfglmnprstv][aeiou]){4}$/i,
    );
    expect(asked).toBeGreaterThan(10);
  });

  it('of unique columns do not meet', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 20_000; index++)
      seen.add(mask('last-name', `Nom${letters(index)}`, { isUnique: true }));
    expect(seen.size).toBe(20_000);
  });
});

describe('e-mail addresses', () => {
  it('do not meet: 300,000 of them', () => {
    const replacer = createReplacer('email', usual);
    const out = new ByteSink();
    const seen = new Set<string>();
    for (let index = 0; index < 300_000; index++) {
      const bytes = Buffer.from(`jean.dupont${index}@example.com`);
      out.clear();
      replacer.replace(bytes, 0, bytes.length, out, 255);
      seen.add(Buffer.from(out.bytes.buffer, 0, out.length).toString('latin1'));
    }
    expect(seen.size).toBe(300_000);
  });

  it('stay apart where only case does, and keep capitals', () => {
    const spellings = ['jean@example.com', 'Jean@example.com', 'JEAN@EXAMPLE.COM', 'jEan@example.com'];
    const masked = spellings.map((spelling) => mask('email', spelling));
    expect(new Set(masked).size).toBe(4);
    expect(new Set(masked.map((text) => text.toLowerCase())).size).toBe(1);
    expect(masked[2]).toBe(masked[2]!.toUpperCase());
  });

  it('are under domains reserved for examples, the same for the same host', () => {
    const host = (text: string): string => text.slice(text.indexOf('@') + 1);
    const masked = host(mask('email', 'a@mail.example.test'));
    expect(masked).toMatch(/^[a-z][a-z0-9]{5}\.example\.com$/);
    expect(host(mask('email', 'b@MAIL.example.test'))).toBe(masked);
    expect(host(mask('email', 'a@example.org'))).toMatch(/\.example\.org$/);
  });

  it('are replaced where a cell has a name beside them, or several', () => {
    const [one, other] = [mask('email', 'jean@example.com'), mask('email', 'anne@example.org')];
    const name = mask('full-name', 'Jean Dupont');
    expect(mask('email', 'Jean Dupont <jean@example.com>')).toBe(`${name} <${one}>`);
    expect(mask('email', 'jean@example.com, anne@example.org;')).toBe(`${one}, ${other};`);
  });

  it('give up names, then the host, then part of the tag, as there is less room', () => {
    const masked = (room: number): string => mask('email', 'jean.dupont@example.com', { room });
    expect(masked(50)).toMatch(/^[a-z]+\.[0-9a-z]{16}@[a-z0-9]{6}\.example\.com$/);
    expect(masked(35)).toMatch(/^[0-9a-z]{16}@[a-z0-9]{6}\.example\.com$/);
    expect(masked(28)).toMatch(/^[0-9a-z]{16}@example\.com$/);
    expect(masked(23)).toMatch(/^[0-9a-z]{11}@example\.com$/);
  });
});

function letters(index: number): string {
  let text = '';
  for (let left = index, place = 0; place < 4; place++, left = Math.floor(left / 26))
    text += String.fromCodePoint(97 + (left % 26));
  return text;
}

describe('in a unique column no two values become one, however little room it has', () => {
  it.each<[ValueMethod, number, (index: number) => string]>([
    ['last-name', 10, (index) => `Du${index}`],
    ['first-name', 12, (index) => `Anne${index}`],
    ['full-name', 20, (index) => `Jo Du${index}`],
    ['postcode', 5, (index) => String(10_000 + index)],
    ['coordinates', 30, (index) => `48.${10_000 + index}, 2.35`],
  ])('%s of %i characters', (method, room, value) => {
    const values = Array.from({ length: 5000 }, (_, index) => value(index));
    const masked = values.map((text) => mask(method, text, { isUnique: true, room }));
    expect(new Set(masked.map((text) => text.toLowerCase())).size).toBe(values.length);
    expect(masked.filter((text) => text.length > room)).toEqual([]);
  });
});
