import { expect, test } from 'vitest';
import { linesOfColumns } from './lines-of-columns.ts';

test('the line of each column is known, whatever the case of its name', () => {
  const lineOf = linesOfColumns(
    'plan: 1\n\ntables:\n  # 2 rows\n  Users:\n    id: {keep: number}\n    mail: {mask: email}\n',
  );
  expect([
    lineOf('Users', 'id'),
    lineOf('users', 'MAIL'),
    lineOf('users', 'name'),
    lineOf('t', 'id'),
  ]).toEqual([6, 7, null, null]);
});
