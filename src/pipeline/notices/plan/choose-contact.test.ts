import { describe, expect, test } from 'vitest';
import { chooseContact } from './choose-contact.ts';
import { contactFields, type ContactRow } from './contact-fields.ts';

type Said = Partial<Record<keyof typeof contactFields, string>>;

const row = (source: number, rank: number, said: Said): ContactRow => ({
  source,
  rank,
  values: Object.entries(said).map(([name, value]) => ({
    field: contactFields[name as keyof typeof contactFields],
    value,
  })),
});
const leaked = (rank: number, said: Said) => row(0, rank, said);
const nowhere = { ownCountry: null, usualCountry: null };

describe('of several addresses', () => {
  test('the one that most rows say is taken, then the latest', () => {
    const often = [1, 2].map((rank) => leaked(rank, { email: 'often@example.org' }));
    expect(chooseContact([...often, leaked(9, { email: 'once@example.org' })], nowhere).email).toBe(
      'often@example.org',
    );
    const rows = [leaked(1, { email: 'old@example.org' }), leaked(5, { email: 'new@example.org' })];
    expect(chooseContact(rows, nowhere).email).toBe('new@example.org');
  });

  test("the controller's directory goes before what leaked", () => {
    const rows = [leaked(9, { email: 'leaked@example.org' }), row(1, 0, { email: 'known@example.org' })];
    expect(chooseContact(rows, nowhere)).toMatchObject({ email: 'known@example.org', isKnown: true });
  });

  test('a mailbox of an office is taken only where there is no other', () => {
    const office = [1, 2, 3].map((rank) => leaked(rank, { email: 'info@example.org' }));
    expect(chooseContact(office, nowhere).email).toBe('info@example.org');
    expect(chooseContact([...office, leaked(0, { email: 'ada@example.org' })], nowhere).email).toBe(
      'ada@example.org',
    );
  });

  test('one to which nothing can be delivered is none', () => {
    for (const email of ['ada@example.invalid', 'ada@localhost', `${'a'.repeat(65)}@example.org`])
      expect(chooseContact([leaked(1, { email })], nowhere).email).toBeNull();
  });
});

describe('the language', () => {
  test('is the one of the directory, then of the leak, then of the country', () => {
    const rows = [row(1, 0, { language: 'de' }), leaked(1, { language: 'French', phone: '+44 7700 900123' })];
    expect(chooseContact(rows, nowhere).languages).toEqual(['de', 'fr', 'en']);
  });

  test.each<[string, Said, string]>([
    ['an address', { street: '2 Mill Lane, Cambridge CB2 1RX', email: 'a@example.fr' }, 'en'],
    ['a calling code', { phone: '+33 6 39 98 12 34', email: 'a@example.co.uk' }, 'fr'],
    ['the end of an e-mail address', { email: 'a@example.fr' }, 'fr'],
    ['the form of a number', { phone: '06 39 98 12 34', email: 'a@example.org' }, 'fr'],
    ['a country', { country: 'Royaume-Uni', email: 'a@example.fr' }, 'en'],
  ])('is told by %s', (_, said, language) => {
    expect(chooseContact([leaked(1, said)], nowhere).languages).toEqual([language]);
  });

  test('is told by a number of his own where nothing else does', () => {
    const own = { ownCountry: 'FR', usualCountry: null };
    expect(chooseContact([], own).languages).toEqual(['fr']);
    expect(chooseContact([leaked(1, { phone: '+44 7700 900123' })], own).languages).toEqual(['en']);
  });
});

test('an address is taken only whole, and part of one is said to be there', () => {
  const part = chooseContact([leaked(1, { street: '5 quai Neuf', town: 'Marseille' })], nowhere);
  expect(part).toMatchObject({ lines: [], isAddressPart: true });
  const both = [leaked(1, { street: '5 quai Neuf' }), leaked(0, { street: '7 rue Haute, 69003 Lyon' })];
  expect(chooseContact(both, nowhere)).toMatchObject({
    lines: ['7 rue Haute', '69003 Lyon'],
    isAddressPart: false,
  });
});

test('a country that only seems to be his makes no address wrong, and no number right', () => {
  const said = {
    street: 'Am Kirchplatz 124, 50667 Köln',
    email: 'a@example.at',
    phone: '0221 4710709',
    language: 'de',
  };
  expect(chooseContact([leaked(1, said)], nowhere)).toMatchObject({
    lines: ['Am Kirchplatz 124', '50667 Köln'],
    country: null,
    phone: null,
  });
  const belgian = { street: 'rue Haute 8, 1000 Bruxelles, Belgique', phone: '0470 12 34 56', language: 'fr' };
  expect(chooseContact([leaked(1, belgian)], nowhere)).toMatchObject({
    country: 'BE',
    phone: '+32470123456',
  });
});

test('a mobile telephone goes before another', () => {
  const rows = [1, 2].map((rank) => leaked(rank, { phone: '+33 1 99 00 12 34' }));
  expect(chooseContact([...rows, leaked(0, { phone: '+33 6 39 98 12 34' })], nowhere)).toMatchObject({
    phone: '+33639981234',
    takesTexts: true,
  });
});

test('a whole name goes before a first name', () => {
  const rows = [
    leaked(1, { firstName: 'Ada' }),
    leaked(2, { firstName: 'Ada' }),
    leaked(0, { fullName: 'Ada Exemple' }),
  ];
  expect(chooseContact(rows, nowhere).name).toBe('Ada Exemple');
});
