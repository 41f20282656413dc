import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postalAddress } from './postal-address.ts';

const nothing = { street: [] as string[], postalCode: '', town: '', region: '', country: '' };

test.each<[string, string | null, { lines: string[]; country: string | null } | null]>([
  ['12 rue des Lilas, 69003 Lyon', 'FR', { lines: ['12 rue des Lilas', '69003 Lyon'], country: 'FR' }],
  [
    '171 The Crescent, Edinburgh EH2 4AD',
    null,
    { lines: ['171 The Crescent', 'Edinburgh', 'EH2 4AD'], country: 'GB' },
  ],
  ['2 Mill Lane\nCambridge\ncb21rx', null, { lines: ['2 Mill Lane', 'Cambridge', 'CB2 1RX'], country: 'GB' }],
  [
    '213 Oak Street, Austin, TX 78701',
    null,
    { lines: ['213 Oak Street', 'Austin, TX 78701'], country: 'US' },
  ],
  ['Lindenstraße 12, 10117 Berlin', 'DE', { lines: ['Lindenstraße 12', '10117 Berlin'], country: 'DE' }],
  ['Lindenstraße 12, D-10117 Berlin', null, { lines: ['Lindenstraße 12', '10117 Berlin'], country: 'DE' }],
  [
    '8 rue Haute, 1000 Bruxelles, Belgique',
    null,
    { lines: ['8 rue Haute', '1000 Bruxelles'], country: 'BE' },
  ],
  [
    'Appt 4; 12 rue des Lilas; 69003 Lyon',
    null,
    { lines: ['Appt 4', '12 rue des Lilas', '69003 Lyon'], country: null },
  ],
  ['12 rue des Lilas', 'FR', null],
  ['69003 Lyon', 'FR', null],
  ['Lyon', 'FR', null],
  ['', 'FR', null],
])('an address in one field: %s', (text, usual, address) => {
  expect(postalAddress({ ...nothing, street: [text] }, usual)).toEqual(address);
});

describe('an address in several fields', () => {
  test('is put together as its country writes it', () => {
    const written = { ...nothing, street: ['5 quai Neuf', 'Bât. B'], postalCode: '13002', town: 'Marseille' };
    expect(postalAddress({ ...written, country: 'France' }, null)).toEqual({
      lines: ['5 quai Neuf', 'Bât. B', '13002 Marseille'],
      country: 'FR',
    });
    expect(
      postalAddress({ ...nothing, street: ['2 Mill Lane'], postalCode: 'cb2 1rx', town: 'Cambridge' }, null),
    ).toEqual({
      lines: ['2 Mill Lane', 'Cambridge', 'CB2 1RX'],
      country: 'GB',
    });
    const american = {
      street: ['9 Elm Street'],
      postalCode: '78701',
      town: 'Austin',
      region: 'tx',
      country: 'USA',
    };
    expect(postalAddress(american, 'FR')?.lines).toEqual(['9 Elm Street', 'Austin, TX 78701']);
  });

  test('says the town once, where the street has it too', () => {
    const written = {
      ...nothing,
      street: ['5 quai Neuf, 13002 Marseille'],
      postalCode: '13002',
      town: 'Marseille',
    };
    expect(postalAddress(written, 'FR')?.lines).toEqual(['5 quai Neuf', '13002 Marseille']);
  });

  test('is none without a street, a postcode or a town', () => {
    const whole = { ...nothing, street: ['5 quai Neuf'], postalCode: '13002', town: 'Marseille' };
    for (const part of [{ street: [] }, { postalCode: '' }, { town: '' }])
      expect(postalAddress({ ...whole, ...part }, 'FR')).toBeNull();
  });
});

test('a long line is broken where a word ends, so that it stands in the window', () => {
  const address = postalAddress(
    {
      ...nothing,
      street: ['124 boulevard du Maréchal de Lattre de Tassigny'],
      postalCode: '69003',
      town: 'Lyon',
    },
    'FR',
  );
  expect(address?.lines).toEqual(['124 boulevard du Maréchal de Lattre de', 'Tassigny', '69003 Lyon']);
});

test('whatever is written, an address has two lines at least, and none of them is empty', () => {
  const words = fc.stringMatching(/^[ ,;\n\dA-Za-zé-]{0,60}$/u);
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 3 }),
      words,
      words,
      fc.option(fc.constantFrom('FR', 'GB', 'US')),
      (...of) => {
        const [street, postalCode, town, usual] = of;
        const address = postalAddress({ street, postalCode, town, region: '', country: '' }, usual);
        if (address === null) return;
        expect(address.lines.length).toBeGreaterThan(1);
        for (const line of address.lines) expect(line.trim()).not.toBe('');
      },
    ),
  );
});
