import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdentifierHasher } from './identifier-hasher.ts';
import { identifierSorts, mistypedAs, namesAndBirth } from './identifier-sorts.ts';

const sortsOf = (text: string) => identifierSorts(text).map(({ sort }) => sort);

describe('the sort of an identifier is told from its form', () => {
  test.each([
    ['odile@example.org', ['email']],
    ['  Odile Vernaudin <Odile@Example.org> ', ['email']],
    ['+33 6 39 98 12 34', ['phone']],
    ['06.39.98.12.34', ['phone']],
    ['1 85 05 78 006 084 91', ['nir']],
    ['FR76 3000 6000 0112 3456 7890 189', ['iban']],
    ['odile_v', ['username']],
  ])('%s', (text, sorts) => {
    expect(sortsOf(text)).toEqual(expect.arrayContaining(sorts));
  });

  test('a number that passes as one of another country may be a telephone number all the same', () => {
    expect(sortsOf('0512136691')).toContain('phone');
    expect(sortsOf('1 85 05 78 006 084 91')).toEqual(['nir']);
  });

  test.each([
    ['1 85 05 78 006 084 90', 'nir'],
    ['185057800608490', 'nir'],
    ['FR76 3000 6000 0112 3456 7890 188', 'iban'],
    ['4111 1111 1111 1112', 'card'],
    ['1 85 05 78 006 084 91', null],
    ['odile_v', null],
    ['0639981234', null],
  ])('%s with the shape of a number that it is not: %s', (text, shape) => {
    expect(mistypedAs(text)).toBe(shape);
  });

  test('a number of which the check digits prove little may be a telephone number as well', () => {
    // nine digits that pass as a Dutch number, as one in eleven does
    expect(sortsOf('111222333')).toEqual(expect.arrayContaining(['bsn', 'phone']));
  });

  test('a number with a wrong digit is nothing, rather than somebody’s telephone number', () => {
    expect(sortsOf('1 85 05 78 006 084 90')).toEqual([]);
  });

  test.each(['', '   ', 'two words', '@', '?'])('%j is none', (text) => {
    expect(sortsOf(text)).toEqual([]);
  });

  test('the number of an organisation is nobody’s', () => {
    expect(sortsOf('732 829 320')).not.toContain('siren');
  });

  test('whatever is typed has an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const hash = createIdentifierHasher([1, 2], { few: true });
        for (const { sort, text: found } of identifierSorts(text)) hash(sort, found);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the hash of an identifier', () => {
  const hash = createIdentifierHasher([1, 2]);

  test('is the same for all spellings of it', () => {
    expect(hash('email', ' Odile@Example.ORG')).toEqual(hash('email', 'odile@example.org'));
    expect(hash('nir', '185057800608491')).toEqual(hash('nir', '1 85 05 78 006 084 91'));
    expect(hash('phone', '+33 6 39 98 12 34')).toEqual(hash('phone', '0639981234'));
    expect(hash('nameAndBirth', 'Élodie\tLE-GOFF\t31/01/1980')).toEqual(
      hash('nameAndBirth', 'elodie\tLe Goff\t1980-01-31'),
    );
  });

  test('is another under another seed, and the same from the kernel and from its twin', () => {
    expect(createIdentifierHasher([1, 2], { few: true })('email', 'a@example.org')).toEqual(
      hash('email', 'a@example.org'),
    );
    expect(createIdentifierHasher([1, 3])('email', 'a@example.org')).not.toEqual(
      hash('email', 'a@example.org'),
    );
  });

  test('is none where the text is not of the sort', () => {
    expect(hash('nir', '12')).toBe(null);
    expect(hash('phone', 'none')).toBe(null);
    expect(hash('nameAndBirth', 'Odile\tVernaudin\tsoon')).toBe(null);
    expect(hash('nameAndBirth', '')).toBe(null);
    expect(hash('username', 'x'.repeat(5000))).toBe(null);
  });
});

test('a full name is tried in either order and split in every place', () => {
  expect(namesAndBirth('Jean Pierre  Dupont', '1980-01-31').map(({ text }) => text)).toEqual([
    'Jean\tPierre Dupont\t1980-01-31',
    'Pierre Dupont\tJean\t1980-01-31',
    'Jean Pierre\tDupont\t1980-01-31',
    'Dupont\tJean Pierre\t1980-01-31',
  ]);
  expect(namesAndBirth('Jean', '1980-01-31')).toEqual([]);
  expect(namesAndBirth('Mme Jade Saunier', '1980-01-31')).toEqual(
    expect.arrayContaining(namesAndBirth('Jade Saunier', '1980-01-31')),
  );
  expect(namesAndBirth('x '.repeat(5000), '1980-01-31').length).toBeLessThan(30);
});
