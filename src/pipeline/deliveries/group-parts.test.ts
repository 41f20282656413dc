import { expect, test } from 'vitest';
import type { Delivery, DeliveredTable } from './delivery.ts';
import { groupParts } from './group-parts.ts';

type Named = Pick<DeliveredTable, 'database' | 'table' | 'ownLeaf' | 'sources'>;

function delivery(number: number, files: Record<string, string>, tables: Named[]): Delivery {
  const inputs = Object.entries(files).map(([path, sha256]) => ({ path, sha256 }));
  return { delivery: number, inputs, tables } as unknown as Delivery;
}

function list(path: string, table: string): Named {
  return { database: 'folder', table, ownLeaf: '', sources: [path] };
}

function ofDump(leaf: string, table: string): Named {
  return { database: '', table, ownLeaf: leaf, sources: [leaf] };
}

/** Each group as the tables in it: delivery and number. */
function groupsOf(...deliveries: Delivery[]): string[] {
  return groupParts(deliveries)
    .map(({ parts }) => parts.map(({ at, table }) => `${deliveries[at]!.delivery}.${table}`).join(' '))
    .toSorted();
}

test('parts of one name in one folder are one table; another name or folder is another', () => {
  const first = delivery(1, { a: 'aa' }, [list('a', 'people'), list('a', 'orders')]);
  const second = delivery(2, { b: 'bb' }, [
    list('b', 'people'),
    { ...list('b', 'people'), database: 'other' },
  ]);
  expect(groupsOf(first, second)).toEqual(['1.0 2.0', '1.1', '2.1']);
});

test('tables of one folder are of one database, those of dumps of each dump’s own', () => {
  const groups = groupParts([
    delivery(1, { a: 'aa', 'x.sql': 'xx' }, [list('a', 'people'), ofDump('x.sql', 'users')]),
    delivery(2, { b: 'bb', 'y.sql': 'yy' }, [list('b', 'orders'), ofDump('y.sql', 'users')]),
  ]);
  const [people, users, orders, others] = groups.map(({ database }) => database);
  expect(people).toBe(orders);
  expect(new Set([people, users, others]).size).toBe(3);
});

test('the same dump under another name, also inside of an archive, is the same database', () => {
  const first = delivery(1, { 'x.zip': 'zz' }, [ofDump('x.zip/in/x.sql', 'users')]);
  const moved = delivery(2, { 'moved/y.zip': 'zz' }, [ofDump('moved/y.zip/in/x.sql', 'users')]);
  const other = delivery(3, { 'x.zip': '99' }, [ofDump('x.zip/in/x.sql', 'users')]);
  expect(groupsOf(first, moved, other)).toEqual(['1.0 2.0', '3.0']);
});

test('another file in the place of one that was read is another table', () => {
  const before = delivery(1, { a: 'aa' }, [list('a', 'people')]);
  const after = delivery(2, { a: 'a2' }, [list('a', 'people')]);
  const same = delivery(3, { a: 'aa' }, [list('a', 'people')]);
  expect(groupsOf(before, after, same)).toEqual(['1.0 3.0', '2.0']);
});

test('a file that could not be read to its end is the same as itself only', () => {
  const dump = (number: number) => delivery(number, { 'x.sql': '' }, [ofDump('x.sql', 'users')]);
  expect(groupsOf(dump(1), dump(2))).toEqual(['1.0', '2.0']);
});
