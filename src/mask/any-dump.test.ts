/*
 * The same value becomes the same in every dump under one key, whatever else the dump holds.
 */
import { expect, test } from 'vitest';

import { passingVectors } from '../recognise/identifiers/vectors.fixture.ts';
import { identifierNames } from '../recognise/index.ts';
import { mask, maskingOf } from './mask-value.fixture.ts';
import type { MethodName } from './method.ts';
import { realOf, type SourceValue } from './survivors/real-values.fixture.ts';

const common: SourceValue[] = [];
const examples: Partial<Record<MethodName, string[]>> = {
  email: [
    'jean.dupont75@example.com',
    'jdupont@example.com',
    'Martin.Paul@example.net',
    'moussa-traore@example.org',
    'contact@example.org',
    'damien.le.goaziou@example.com',
    'j.martin@example.com',
  ],
  username: ['jdupont75', 'jean_dupont', 'DUPONT', 'martin'],
  handle: ['@moussa.traore'],
  'first-name': ['Jean', 'Moussa', 'Martin', 'Ouassila', 'Дмитрий'],
  'last-name': ['Dupont', 'Martin', 'Traoré', 'de la Tour'],
  'full-name': [
    'Jean Dupont',
    'Dupont Jean',
    'Paul Martin',
    'Martin Paul',
    'Traoré Moussa',
    'M. Martin',
    'Dupont',
  ],
  phone: ['06 12 34 56 78', '+33 1 22 33 44 55', '06/12/34/51/07'],
  'birth-date': ['1985-03-09'],
  'birth-year': ['1985'],
  age: ['42'],
  date: ['2016-03-09 12:33:21'],
  street: ['12 rue Jean Dupont', 'Hauptstraße 5'],
  postcode: ['75001'],
  place: ['Saint-Martin'],
  address: ['12 rue de la Paix\n75001 Paris'],
  coordinates: ['48.8566,2.3522'],
  company: ['Dupont & Fils SARL'],
  ip: ['81.12.33.4', '2a01:cb00::1'],
  mac: ['00:1A:2b:3c:4d:5e'],
  url: ['https://www.example.test/jean.dupont'],
  password: ['hunter2'],
  token: ['d41d8cd98f00b204e9800998ecf8427e'],
  text: ['06 12 34 56 78, jean.dupont75@example.com'],
  shape: ['AB-123456'],
  ...Object.fromEntries(identifierNames.map((name) => [name, passingVectors(name)])),
};
for (const [method, values] of Object.entries(examples))
  for (const value of values) common.push([method as MethodName, value]);

/** In each dump other words of them are names of people, in other columns. */
const others: SourceValue[][] = [
  [],
  ['Jean\tDupont', 'Moussa\tTraoré', 'Paul\tMartin', 'Damien\tLe Goaziou'].map((value) => ['names', value]),
  ['Dupont\tJean', 'Contact\tMoussa', 'Traoré\tPaul', 'Goaziou\tDamien'].map((value) => ['names', value]),
];

test('values of all methods, in dumps with other people in them', () => {
  const dumps = others.map((more) => {
    const masking = { ...maskingOf(7), real: realOf([...common, ...more]) };
    return common.map(([method, value]) => [method, value, mask(method as MethodName, value, { masking })]);
  });
  expect(dumps[1]).toEqual(dumps[0]);
  expect(dumps[2]).toEqual(dumps[0]);
});

test('a name that our lists have as a given one, though somebody in the dump has it as a surname', () => {
  const names = ['Alain', 'Brigitte', 'Didier', 'Hugo', 'Irina', 'Léa', 'Moussa', 'Paul', 'Sophie', 'Zoé'];
  const surnames =
    'Martin Bernard Thomas Robert Richard Laurent Simon Michel David Vincent André Roger Gabriel Guy';
  const dump = realOf(surnames.split(' ').map((value): SourceValue => ['last-name', value]));
  const inDump = { ...maskingOf(7), real: dump };
  expect(names.map((name) => mask('first-name', name, { masking: inDump }))).toEqual(
    names.map((name) => mask('first-name', name)),
  );
});
