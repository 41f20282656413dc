import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { readTable } from './open-parquet.fixture.ts';

test('a column marked as text by a converted type alone, as older writers do, is text', async () => {
  const file = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: 2 },
      { name: 'mail', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'raw', type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' },
    ],
    columnData: [
      { name: 'mail', data: ['ida@example.com'] },
      { name: 'raw', data: [Uint8Array.of(1, 2)] },
    ],
  });
  const told = await readTable(new Uint8Array(file));
  expect(told.table!.schema!.columns.map((column) => column.type)).toEqual(['string', '']);
});
