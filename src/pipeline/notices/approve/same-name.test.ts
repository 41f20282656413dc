import { expect, test } from 'vitest';
import { hasLetters, sameName } from './same-name.ts';

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ['Ada Lovelace', 'Ádà Lövelåce'],
  ['Ada Lovelace', 'А\u0501а Lоvеlасе'],
  ['Ada Lovelace', 'Αda Lονelace'],
  ['Ada Lovelace', 'ＡＤＡ\u3164Ｌｏｖｅｌａｃｅ'],
  ['Ada Lovelace', 'A. D. A. (Lovelace)'],
  ['Ada Lovelace', 'Lovelace, Ada'],
  ['Jane OʼBrien', "JANE O'Brien"],
  ['Łukasz Strauß', 'LUKASZ STRAUSS'],
  ['Νίνα Χ', 'ΝΙΝΑ Χ'],
  ['Νίνα', 'Nina'],
  ['Нина', 'НИНА'],
  ['IŞIL', 'ışıl'],
])('are one name: %s, %s', (a, b) => {
  expect(sameName(a, b)).toBe(true);
  expect(sameName(b, a)).toBe(true);
});

test.each([
  ['Ada Lovelace', 'Grace Hopper'],
  ['Ada Lovelace', 'Ada Lovelac'],
  ['Nina', 'Viva'],
  ['李明', '王明'],
  ['Анна', 'Инна'],
  ['Ada 1', 'Ada 2'],
])('are two names: %s, %s', (a, b) => {
  expect(sameName(a, b)).toBe(false);
});

test('marks and punctuation alone are the name of nobody', () => {
  expect(['', ' ', '...', '\u0301', '\u3164', '-'].filter(hasLetters)).toEqual([]);
  expect(['李', 'a', '7'].filter(hasLetters)).toHaveLength(3);
});
