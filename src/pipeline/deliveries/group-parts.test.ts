import { describe, expect, test } from 'vitest';
import type { Delivery, DeliveredTable } from './delivery.ts';
import { groupParts } from './group-parts.ts';

type Named = Pick<DeliveredTable, 'database' | 'table' | 'ownLeaf' | 'sources'>;

const whole: Delivery['partial'] = [];

function delivery(number: number, files: Record<string, string>, given: Named[], partial = whole): Delivery {
  const inputs = Object.entries(files).map(([path, sha256]) => ({ path, sha256 }));
  const tables = given.map((head) => ({
    ...head,
    names: [{ leaf: head.ownLeaf, database: head.database, table: head.table }],
  }));
  return { delivery: number, inputs, tables, partial } as unknown as Delivery;
}

function list(paths: string | string[], table: string, database = 'folder'): Named {
  return { database, table, ownLeaf: '', sources: [paths].flat() };
}

function ofDump(leaf: string, table: string): Named {
  return { database: '', table, ownLeaf: leaf, sources: [leaf] };
}

/** Each group as the tables in it that count: delivery and number. */
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
  const databaseOf = (table: string, at: number) =>
    groups.find(({ parts }) => parts.some(({ head, at: of }) => head.table === table && of === at))!
      .databases[0];
  const [people, users] = [databaseOf('people', 0), databaseOf('users', 0)];
  const [orders, others] = [databaseOf('orders', 1), databaseOf('users', 1)];
  expect(people).toBe(orders);
  expect(new Set([people, users, others]).size).toBe(3);
});

test('the same dump under another name, also inside of an archive, is the same database', () => {
  const first = delivery(1, { 'x.zip': 'zz' }, [ofDump('x.zip/in/x.sql', 'users')]);
  const moved = delivery(2, { 'moved/y.zip': 'zz' }, [ofDump('moved/y.zip/in/x.sql', 'users')]);
  const other = delivery(3, { 'x.zip': '99' }, [ofDump('x.zip/in/x.sql', 'users')]);
  expect(groupsOf(first, moved, other)).toEqual(['2.0', '3.0']);
});

test('another file in the place of one that was read is another table', () => {
  const before = delivery(1, { a: 'aa' }, [list('a', 'people')]);
  const after = delivery(2, { a: 'a2' }, [list('a', 'people')]);
  const same = delivery(3, { a: 'aa' }, [list('a', 'people')]);
  expect(groupsOf(before, after, same)).toEqual(['2.0', '3.0']);
});

test('a file that could not be read to its end is the same as itself only', () => {
  const dump = (number: number) => delivery(number, { 'x.sql': '' }, [ofDump('x.sql', 'users')]);
  expect(groupsOf(dump(1), dump(2))).toEqual(['1.0', '2.0']);
});

describe('the same bytes under several paths', () => {
  const [near, far] = [list('a', 'people'), list('/far/a', 'people', '/far')];

  test('are one table, of which the newest reading counts, under another name too', () => {
    const renamed = list('/far/b', 'copy', '/far');
    expect(groupsOf(delivery(1, { a: 'aa' }, [near]), delivery(2, { '/far/a': 'aa' }, [far]))).toEqual([
      '2.0',
    ]);
    expect(groupsOf(delivery(1, { a: 'aa' }, [near]), delivery(2, { '/far/b': 'aa' }, [renamed]))).toEqual([
      '2.0',
    ]);
  });

  test('count as they were read whole, the newest of two that lack the same', () => {
    const cut = [{ path: '/far/a', note: 'cut off' }];
    const first = delivery(1, { a: 'aa' }, [near]);
    expect(groupsOf(first, delivery(2, { '/far/a': 'aa' }, [far], cut))).toEqual(['1.0']);
    const alsoCut = delivery(1, { a: 'aa' }, [near], [{ path: 'a', note: 'cut off' }]);
    expect(groupsOf(alsoCut, delivery(2, { '/far/a': 'aa' }, [far], cut))).toEqual(['2.0']);
    const otherwise = delivery(1, { a: 'aa' }, [near], [{ path: 'a', note: 'is encrypted' }]);
    expect(groupsOf(otherwise, delivery(2, { '/far/a': 'aa' }, [far], cut))).toEqual(['1.0 2.0']);
  });

  test('of a table of several files the larger part counts; parts that only overlap are one table', () => {
    const both = delivery(1, { a1: 'aa', a2: 'bb' }, [list(['a1', 'a2'], 'a')]);
    const one = delivery(2, { '/far/a1': 'aa' }, [list('/far/a1', 'a', '/far')]);
    const others = delivery(3, { 'x/a2': 'bb', 'x/a3': 'cc' }, [list(['x/a2', 'x/a3'], 'a', 'x')]);
    expect(groupsOf(both, one)).toEqual(['1.0']);
    expect(groupsOf(both, one, others)).toEqual(['1.0 3.0']);
  });

  test('of a file of several tables each is the one of its name', () => {
    const tables = (path: string) => [list(path, 'users', path), list(path, 'orders', path)];
    expect(
      groupsOf(delivery(1, { x: 'aa' }, tables('x')), delivery(2, { y: 'aa' }, tables('y').toReversed())),
    ).toEqual(['2.0', '2.1']);
  });

  test('the table is in the database of each of its folders, and these stay apart', () => {
    const groups = groupParts([
      delivery(1, { a: 'aa', b: 'bb' }, [near, list('b', 'orders')]),
      delivery(2, { '/far/a': 'aa', '/far/c': 'cc' }, [far, list('/far/c', 'calls', '/far')]),
    ]);
    const of = (table: string) => groups.find(({ parts }) => parts[0]!.head.table === table)!.databases;
    expect(of('people').toSorted()).toEqual([...of('orders'), ...of('calls')].toSorted());
    expect(of('orders')).not.toEqual(of('calls'));
  });
});
