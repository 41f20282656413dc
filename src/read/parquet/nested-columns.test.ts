import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { readTable } from './open-parquet.fixture.ts';

type WriteOptions = Parameters<typeof parquetWriteBuffer>[0];

function fileOf(options: WriteOptions): Uint8Array {
  return new Uint8Array(parquetWriteBuffer(options));
}

describe('nested columns', () => {
  const schema: NonNullable<WriteOptions['schema']> = [
    { name: 'root', num_children: 3 },
    { name: 'name', num_children: 2, repetition_type: 'OPTIONAL' },
    { name: 'first', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'last', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    { name: 'mails', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'phones', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', num_children: 2, repetition_type: 'OPTIONAL' },
    { name: 'kind', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'number', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  ];
  const columnData = [
    { name: 'name', data: [{ first: 'Ida', last: 'Exemple' }, { last: 'Solo' }, null] },
    { name: 'mails', data: [['a@example.com', 'b@example.com'], [], null] },
    { name: 'phones', data: [[{ kind: 'home', number: '0199001234' }, { number: '0639980011' }], null, []] },
  ];

  test('fields of a struct are columns with dots, lists are JSON text', async () => {
    const told = await readTable(fileOf({ schema, columnData }));
    expect(told.table!.columns).toEqual(['name.first', 'name.last', 'mails', 'phones.kind', 'phones.number']);
    // marked as text by a converted type alone, as older writers do
    expect(told.table!.schema!.columns.slice(0, 2).map((column) => column.type)).toEqual([
      'string',
      'string',
    ]);
    expect(told.rows).toEqual([
      ['Ida', 'Exemple', '["a@example.com","b@example.com"]', '["home",null]', '["0199001234","0639980011"]'],
      [null, 'Solo', '[]', null, null],
      [null, null, null, '[]', '[]'],
    ]);
  });

  test('long lists go over pages', async () => {
    const lists = Array.from({ length: 30 }, (_, row) =>
      Array.from({ length: row * 3 }, (_, i) => `m${row}.${i}@example.com`),
    );
    const only = [{ name: 'root', num_children: 1 }, ...schema.slice(4, 7)];
    const told = await readTable(
      fileOf({ schema: only, columnData: [{ name: 'mails', data: lists }], pageSize: 200 }),
    );
    expect(told.rows.map(([list]) => JSON.parse(String(list)) as unknown)).toEqual(lists);
  });
});
