import { expect, test } from 'vitest';
import { frenchSpaces, withFrenchSpaces } from './french-spaces.ts';

test('no line is broken before a high sign of French', () => {
  expect(frenchSpaces('Vrai ? Oui ; « bien » : 12:30 !')).toBe(
    'Vrai\u00a0? Oui\u00a0; «\u00a0bien\u00a0»\u00a0: 12:30\u00a0!',
  );
});

test('a table of words keeps its shape', () => {
  const words = withFrenchSpaces({ a: 'x :', b: { c: (n: number) => `${n} ?` }, d: null, e: ['y !'] });
  expect([words.a, words.b.c(2), words.d]).toEqual(['x\u00a0:', '2\u00a0?', null]);
  expect(words.e).toEqual(['y\u00a0!']);
});
