import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from './check-address.ts';

test.each([
  [['12 rue des Lilas', '75011 PARIS'], 'FR'],
  [['Bâtiment C', '4 allée des Tilleuls', 'BP 12', '31000 TOULOUSE CEDEX 4'], 'FR'],
  [['Musterstraße 5', '10115 Berlin'], 'DE'],
  [['1 Example Street', 'London', 'SW1A 1AA'], 'GB'],
  [['1 Example Street', 'London SW1A 1AA'], 'GB'],
  [['221 Example Ave Apt 4', 'Springfield, IL 62701'], 'US'],
  [['ul. Przykładowa 3', '00-001 Warszawa'], 'PL'],
  [['Plot 7', 'Example Town'], 'KE'],
  [['Plot 7', 'Example Town'], null],
])('a letter can go to %j in %s', (lines, country) => {
  expect(checkAddress(lines, country)).toEqual([]);
});

test.each([
  [[], 'FR', ['empty']],
  [['', '  '], 'FR', ['empty']],
  [['a', 'b', 'c', '12 rue des Lilas', '75011 Paris'], 'FR', ['many']],
  [['12 rue des Lilas et des autres fleurs du jardin', '75011 Paris'], 'FR', ['long']],
  [['12 rue\u0007 des Lilas', '75011 Paris'], 'FR', ['characters']],
  [['75011 Paris'], 'FR', ['street']],
  [['—', '75011 Paris'], 'FR', ['street']],
  [['12 rue des Lilas', 'Paris'], 'FR', ['postcode']],
  [['12 rue des Lilas', '75011'], 'FR', ['town']],
  [['12 rue des Lilas', '123456789 Paris'], 'FR', ['postcode']],
  [['1 Example Street', 'London'], 'GB', ['postcode']],
  [['Plot 7', '12'], null, ['town']],
])('%j in %s lacks what %j says', (lines, country, faults) => {
  expect(checkAddress(lines, country)).toEqual(faults);
});

test('whatever stands in the lines, the faults are named once each and the lines are no part of them', () => {
  const country = fc.constantFrom('FR', 'DE', 'GB', 'US', 'XX', null);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), country, (lines, of) => {
      const faults = checkAddress(lines, of);
      expect(new Set(faults).size).toBe(faults.length);
    }),
  );
});
