import { expect, it } from 'vitest';
import { finding, type ClassFinding } from './finding.ts';
import { addFinding, hasFound, hasOwnData, nothingFound, replaceFindings } from './found-so-far.ts';
import type { ValidatorName } from './validators.ts';

function found(validator: ValidatorName): ClassFinding {
  const evidence = { name: null, sampled: 9, passed: 9, chance: 0.1 };
  return finding({ validator, kind: null, logOdds: 3, standing: 'own', evidence });
}

it('a column is left out of the question once, however often a class was found in it', () => {
  const table = nothingFound(3);
  addFinding(table, 1, found('email'));
  addFinding(table, 1, found('email'));
  expect(hasFound(table, ['phone', 'email'])).toBe(true);
  expect(hasFound(table, ['phone', 'email'], 1)).toBe(false);
  addFinding(table, 2, found('email'));
  expect(hasFound(table, ['email'], 1)).toBe(true);
});

it('what was replaced is found no more', () => {
  const table = nothingFound(2);
  addFinding(table, 0, found('fullName'));
  replaceFindings(table, 0, found('employer'));
  expect(hasFound(table, ['fullName'])).toBe(false);
  expect(hasFound(table, ['employer'])).toBe(true);
  expect(table.columns).toEqual([[found('employer')], []]);
});

it('a username is people’s own data only beside a password', () => {
  const table = nothingFound(2);
  addFinding(table, 0, found('username'));
  expect(hasOwnData(table)).toBe(false);
  addFinding(table, 1, found('password'));
  expect([hasOwnData(table), hasOwnData(table, 0), hasOwnData(table, 1)]).toEqual([true, false, false]);
});
