/*
 * The Brazilian taxpayer number of persons (CPF, Receita Federal): two check digits, mod 11. It says nothing of its
 * holder but the region that gave it.
 */

import { digitAt } from './characters.ts';
import { isCounting, weightedSum } from './check-digits.ts';
import { createIdentifier } from './create-identifier.ts';

const firstWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const secondWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

export const cpf = createIdentifier({
  name: 'cpf',
  label: 'CPF',
  class: 'Government issued IDs',
  country: 'BR',
  subject: 'person',
  kinds: ['CPF', 'CPF, test'],
  chance: 0.01,
  needsName: false,
  shape: { lengths: [11], gaps: [3, 6, 9], mayLoseZero: true },
  check() {
    if (checkDigit(weightedSum(firstWeights)) !== digitAt(9)) return 0;
    if (checkDigit(weightedSum(secondWeights)) !== digitAt(10)) return 0;
    return isCounting() ? 2 : 1;
  },
});

function checkDigit(sum: number): number {
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
