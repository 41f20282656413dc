import { expect, test } from 'vitest';
import { fileTable, folderOf } from './file-table.ts';

const columns = ['id', 'email'];

test('a file that is a table is named without its endings, its folder stands for the database', () => {
  expect(fileTable('Leak/Export/Users.csv.gz', columns)).toEqual({
    leaf: '',
    database: 'leak/export',
    table: 'users',
  });
  expect(fileTable('dump.zip/db/shop.orders.bson', columns).table).toBe('shop.orders');
  expect(fileTable('.csv', columns).table).toBe('.csv');
});

test('parts of a table are that table, as long as their columns agree', () => {
  const parts = ['a/users_0001.csv', 'a/users-part2.csv', 'a/users 3.csv'].map((path) =>
    fileTable(path, columns),
  );
  expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBe(1);
  expect(parts[0]!.table).toBe('users');
  expect(fileTable('a/users_0004.csv', ['id', 'phone'])).not.toEqual(parts[0]);
  expect(folderOf(parts[0]!.database)).toBe('a');
});

test('a name that is all number stays', () => {
  expect(fileTable('a/2016.csv', columns).table).toBe('2016');
});
