import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifiers, validators } from '../recognise/index.ts';
import { accountForms, isSecretNumber } from './account-keys.ts';
import { normalForm } from './normal-form.ts';

test.each([
  ['email', ' Ada.Lovelace@EXAMPLE.org ', 'ada.lovelace@example.org'],
  ['email', 'ada%40example.org', 'ada@example.org'],
  ['email', 'ÉLISE@example.org', 'élise@example.org'],
  ['email', 'ada+page@example.org', 'ada+page@example.org'],
  ['email', 'no address', null],
  ['phone', '+33 6 39 98 00 01', '639980001'],
  ['phone', '06.39.98.00.01', '639980001'],
  ['phone', '0033 (0)6 39 98 00 01', '639980001'],
  ['phone', 'none', null],
  ['username', '  AdaL ', 'adal'],
  ['username', 'e\u0301lise', 'élise'],
  ['username', '   ', null],
  ['nir', '1 85 05 75 056 001 42', null],
  ['firstName', 'Ada', null],
  ['constructor', 'Ada', null],
  ['nothing of ours', 'Ada', null],
])('%s: the form of %j is %j', (kind, text, form) => {
  expect(normalForm(kind, text)).toBe(form);
});

test('spellings of a NIR agree, with its key and without', () => {
  const spellings = ['255081416802538', '2 55 08 14 168 025 38', '2.55.08.14.168.025.38', '2550814168025'];
  expect(new Set(spellings.map((text) => normalForm('nir', text)))).toEqual(new Set(['2550814168025']));
});

test('the form of a form is the same', () => {
  const kinds = ['email', 'phone', 'username', ...identifiers.map(({ name }) => name)];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.stringMatching(/^[0-9 .-]{6,18}$/u)),
      (kind, text) => {
        const form = normalForm(kind, text);
        expect(form === null ? null : normalForm(kind, form)).toBe(form);
      },
    ),
  );
});

test('no kind throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...validators.map(({ name }) => name)),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        fc.string({ minLength: 1000, maxLength: 5000 }),
      ),
      (kind, text) => void normalForm(kind, text),
    ),
  );
});

test.each([
  ['ADA@example.org', [['email', 'ada@example.org']]],
  [
    '06 39 98 00 01',
    [
      ['phone', '639980001'],
      ['username', '06 39 98 00 01'],
    ],
  ],
  [
    '+33639980001',
    [
      ['phone', '639980001'],
      ['username', '+33639980001'],
    ],
  ],
  ['AdaL', [['username', 'adal']]],
  ['not@an address', []],
  ['a\u0000b', []],
  ['', []],
])('an account %j is asked for as %j', (typed, forms) => {
  expect(accountForms(typed).map(({ kind, normal }) => [kind, normal])).toEqual(forms);
});

test.each([
  ['255081416802538', true],
  ['2 55 08 14 168 025 38', true],
  ['FR76 3000 6000 0112 3456 7890 189', true],
  ['06 39 98 00 01', false],
  ['+44 7700 900123', false],
  ['AdaL', false],
  ['ada@example.org', false],
])('whether %j is a number to be kept secret: %s', (typed, isOne) => {
  expect(isSecretNumber(typed)).toBe(isOne);
});

test('what is longer than any identifier is none', () => {
  expect(accountForms('x'.repeat(81))).toEqual([]);
  expect(isSecretNumber('1'.repeat(100_000))).toBe(false);
  expect(normalForm('username', 'x'.repeat(1025))).toBeNull();
});
