import { expect, test } from 'vitest';
import { frenchOf } from './french-of.ts';

test.each([
  ['Example', 'd’Example'],
  ['Éditions du Test', 'd’Éditions du Test'],
  ['œuvre', 'd’œuvre'],
  ['alder.test', 'd’alder.test'],
  ['Banque', 'de Banque'],
  ['Hôpital', 'de Hôpital'],
  ['Yew', 'de Yew'],
  ['1001', 'de 1001'],
  ['', 'de '],
])('of %s is %s', (name, text) => {
  expect(frenchOf(name)).toBe(text);
});
