import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.fixture.ts';

type Told = [table: string, row: Record<string, string | null>];

function told(text: string, options = {}): Told[] {
  return readJson(text, options).rows.map(({ table, columns, values }) => [
    table,
    Object.fromEntries(columns!.map((name, i) => [name, values[i]!])),
  ]);
}

describe('a JSON document', () => {
  it('of arrays under keys gives a table for each, at any depth', () => {
    const users = [{ id: 1, mail: 'a@example.com', orders: [{ n: 1 }] }, { id: 2 }];
    const expected: Told[] = [
      ['users', { id: '1', mail: 'a@example.com', orders: '[{"n":1}]' }],
      ['users', { id: '2' }],
      ['tags', { value: 'x' }],
    ];
    for (const document of [
      { users, tags: ['x'] },
      { data: { users, tags: ['x'] } },
      { a: { b: { c: { users, tags: ['x'] } } } },
    ]) {
      expect(told(JSON.stringify(document))).toEqual(expected);
      expect(
        told(JSON.stringify(document, null, 2).replaceAll(/\[\s+\{\s+"n": 1\s+\}\s+\]/gu, '[{"n":1}]')),
      ).toEqual(expected);
    }
  });

  it('of records under their keys gives a row for each, with the key', () => {
    const users = {
      'u@1': { mail: 'a@example.com', at: { x: 1 } },
      u2: { mail: 'b@example.com', items: [{ n: 1 }] },
    };
    const expected: Told[] = [
      ['users', { key: 'u@1', mail: 'a@example.com', 'at.x': '1' }],
      ['users', { key: 'u2', mail: 'b@example.com', items: '[{"n":1}]' }],
    ];
    expect(told(JSON.stringify({ users }))).toEqual(expected.map(([, row]) => ['users', row]));
    expect(told(JSON.stringify({ db: { users, list: [{ a: 1 }] } }))).toEqual([
      ...expected,
      ['list', { a: '1' }],
    ]);
    expect(told(JSON.stringify(users))).toEqual(expected.map(([, row]) => ['', row]));
  });

  it('of values beside the tables gives rows of key and value', () => {
    expect(told('{"count":2,"next":null,"mail":"a@example.com","results":[{"id":1},{"id":2}]}')).toEqual([
      ['', { key: 'count', value: '2' }],
      ['', { key: 'next', value: null }],
      ['', { key: 'mail', value: 'a@example.com' }],
      ['results', { id: '1' }],
      ['results', { id: '2' }],
    ]);
  });

  it('of one record is one row', () => {
    expect(
      told('{\n  "name": "Ann",\n  "address": { "city": "Exampleville" },\n  "tags": ["a"]\n}\n'),
    ).toEqual([['', { name: 'Ann', 'address.city': 'Exampleville', tags: '["a"]' }]]);
  });

  it('of a dictionary longer than a record may be gives a row for each key', () => {
    const mails = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`user ${i}`, `m${i}@example.com`]),
    );
    const rows = told(JSON.stringify({ mails }));
    expect(rows).toHaveLength(20_000);
    expect(rows[19_999]).toEqual(['mails', { key: 'user 19999', value: 'm19999@example.com' }]);
  });

  it('of phpMyAdmin gives the tables it names', () => {
    const text = `[
{"type":"header","version":"5.2.1","comment":"Export to JSON plugin for PHPMyAdmin"},
{"type":"database","name":"shop"},
{"type":"table","name":"users","database":"shop","data":
[
{"id":"1","mail":"a@example.com"},
{"id":"2","mail":"b@example.com"}
]
}
,{"type":"table","name":"orders","database":"shop","data":
[
{"id":"7"}
]
}
]
`;
    expect(told(text)).toEqual([
      ['users', { id: '1', mail: 'a@example.com' }],
      ['users', { id: '2', mail: 'b@example.com' }],
      ['orders', { id: '7' }],
    ]);
    expect(readJson(text).databases).toEqual(['shop', 'shop']);
    expect(readJson(text).skipped).toEqual([]);
  });

  it('whose objects are longer than what is read whole gives the rows of the parts', () => {
    const users = Array.from({ length: 30_000 }, (_, i) => ({ id: i, mail: `m${i}@example.com` }));
    const read = readJson(JSON.stringify({ data: { users }, n: 1 }), {
      maxRowBytes: 1 << 19,
      windowBytes: 1 << 16,
    });
    expect(read.rows).toHaveLength(30_001);
    expect(read.skipped).toEqual([]);
  });

  it('that is broken loses the broken row', () => {
    const read = readJson(
      '{"users":[{"id":1},{"id":2,"x":"a"b"},{"id":3}],"orders":[{"n":1},{n:2},{"n":3}]}',
    );
    expect(read.rows.map(({ table, values }) => [table, values[0]])).toEqual([
      ['users', '1'],
      ['users', '3'],
      ['orders', '1'],
      ['orders', '3'],
    ]);
    expect(read.skipped.map(({ reason }) => reason)).toEqual([
      'rows that are not JSON',
      'rows that are not JSON',
    ]);
  });

  it('of any damage is read to its end, the same whatever the window and the kernel', () => {
    const whole = JSON.stringify({
      data: {
        users: [{ id: 1, mail: 'a@example.com' }, { id: 2 }],
        by: { k1: { a: 1, b: 2 }, k2: { a: 3, b: 4 } },
      },
      tags: ['x', 'y'],
      n: 1,
      lists: [[1, 2], [3]],
    });
    const pieces = fc.constantFrom('{', '}', '[', ']', '"', '\\', '\n', ',', ':', '\0', 'x', '/*', '//', '');
    fc.assert(
      fc.property(
        fc.constantFrom(whole, JSON.stringify(JSON.parse(whole), null, 1)),
        fc.array(fc.tuple(fc.nat(), pieces, fc.nat(3)), { maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        (text, changes, windowBytes, twin) => {
          let changed = text;
          for (const [at, piece, dropped] of changes) {
            const place = at % changed.length;
            changed = changed.slice(0, place) + piece + changed.slice(place + dropped);
          }
          const options = { shape: documentShape };
          const read = readJson(changed, options);
          expect(read.end).toBe(changed.length);
          const again = readJson(changed, { ...options, windowBytes, twin });
          expect(again.rows).toEqual(read.rows);
          expect(again.end).toBe(read.end);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });

  it('of brackets without an end or tables without number is read to its end', () => {
    const tables = `{${Array.from({ length: 20_000 }, (_, i) => `"t${i}":[{"a":${i}}]`).join(',')}}`;
    const read = readJson(tables, { shape: documentShape });
    expect(read.rows).toHaveLength(20_000);
    expect(new Set(read.rows.map(({ table }) => table)).size).toBe(1_025);
    for (const unit of ['[', '{', '{"a":', '{"a":[', '{"a":{"b":1},', '{"a":[\n', '/*', '{"a":"', '[[[1],']) {
      const text = unit.repeat(Math.ceil((3 << 20) / unit.length));
      expect(readJson(text, { shape: documentShape, windowBytes: 16_384, maxRowBytes: 1 << 18 }).end).toBe(
        text.length,
      );
    }
  });
});

const documentShape = {
  kind: 'json',
  shape: 'document',
  name: 'JSON',
  rows: 'object',
  columns: null,
  rowsFrom: 0,
  withinLines: false,
  sync: null,
  actions: false,
  sequential: true,
} as const;
