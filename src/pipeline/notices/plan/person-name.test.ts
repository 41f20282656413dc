import { expect, test } from 'vitest';
import { addressedName } from './person-name.ts';

test.each<[string, string, string, string | null]>([
  ['Lucie', 'Maillée', '', 'Lucie Maillée'],
  ['Loïc', 'VARARD', '', 'Loïc Varard'],
  ['jean-paul', "d'aubrac", '', "Jean-Paul D'Aubrac"],
  ['ANNE', 'DE LA TOUR', '', 'Anne De la Tour'],
  ['Gareth', 'McDonald', '', 'Gareth McDonald'],
  ['', '', 'MAILLÉE, Lucie', 'Lucie Maillée'.replace('Maillée', 'MAILLÉE')],
  ['', '', '  Lucie \t Maillée ', 'Lucie Maillée'],
  ['Lucie', '', '', 'Lucie'],
  ['Lucie', 'Maillée', 'L. M.', 'Lucie Maillée'],
  ['', '', 'lucie@example.org', null],
  ['', '', 'user 1234', null],
  ['', '', 'see https://example.org', null],
  ['', '', '', null],
  ['', '', 'x'.repeat(81), null],
])('%s | %s | %s', (first, last, full, name) => {
  expect(addressedName(first, last, full)).toBe(name);
});

test('a name is one line without anything that steers a terminal or a mail', () => {
  expect(addressedName('Ada\r\nBcc: x', 'Lovelace', '')).toBe('Ada Bcc: x Lovelace');
  expect(addressedName('A\u202eda', 'L\u0000ovelace', '')).toBe('A da L ovelace');
});
