import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import type { ColumnRule, MaskPlan } from './mask-plan.ts';

const email: ColumnRule = { mask: 'email' };
const kept: ColumnRule = { keep: 'the number of the row' };

function planOf(tables: Record<string, Record<string, ColumnRule>>, more: Partial<MaskPlan> = {}): MaskPlan {
  return {
    source: [],
    tables: new Map(Object.entries(tables).map(([name, table]) => [name, new Map(Object.entries(table))])),
    statements: new Map(),
    files: { rest: 'refuse', named: new Map() },
    links: [],
    ...more,
  };
}

test('columns that a statement names have the rules of these names, in whatever order', () => {
  const coverage = coverageOf(planOf({ users: { id: kept, email } }));
  expect(coverage.rulesOf('users', ['email', 'id'], 2)).toEqual([email, kept]);
  expect(coverage.rulesOf('users', ['email'], 1)).toEqual([email]);
});

test('a table or a column that the plan does not have has no rule', () => {
  const coverage = coverageOf(planOf({ users: { id: kept, email } }));
  expect(coverage.rulesOf('visitors', ['id'], 1)).toBe(null);
  expect(coverage.rulesOf('users', ['id', 'backup_email'], 2)).toEqual([kept, null]);
  expect(coverage.methodOf('users', 'backup_email')).toBe(null);
});

test('columns without names are covered by places only, and by as many as there are', () => {
  const named = coverageOf(planOf({ users: { id: kept, email } }));
  expect(named.rulesOf('users', null, 2)).toBe(null);
  const numbered = coverageOf(planOf({ users: { 1: kept, 2: email } }));
  expect(numbered.rulesOf('users', null, 2)).toEqual([kept, email]);
  expect(numbered.rulesOf('users', null, 3)).toBe(null);
  expect(numbered.rulesOf('users', null, 1)).toBe(null);
  expect(numbered.methodOf('users', 1)).toEqual(email);
});

test('letter case counts where two names differ in nothing else', () => {
  const coverage = coverageOf(planOf({ Users: { ID: kept, mail: email, Mail: kept } }));
  expect(coverage.methodOf('users', 'id')).toEqual(kept);
  expect(coverage.methodOf('USERS', 'mail')).toEqual(email);
  expect(coverage.methodOf('Users', 'Mail')).toEqual(kept);
  expect(coverage.methodOf('Users', 'MAIL')).toBe(null);
});

test('statements and files have the rule of their name, files else that of all others', () => {
  const coverage = coverageOf(
    planOf(
      {},
      {
        statements: new Map([['CREATE TABLE', 'text']]),
        files: { rest: 'text', named: new Map([['scans/a.pdf', 'drop']]) },
      },
    ),
  );
  expect(coverage.statementRule('create table')).toBe('text');
  expect(coverage.statementRule('CALL')).toBe(null);
  expect(coverage.fileRule('scans/a.pdf')).toBe('drop');
  expect(coverage.fileRule('letters/a.txt')).toBe('text');
});
