/**
 * One table as a Parquet file, with the types that pandas and Spark give such columns. Held whole in
 * memory.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';

const types = {
  integer: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const;

export async function parquetFile({ columns, rows }: MadeTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const all = [...rows()];
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'schema', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...types[type] })),
    ],
    columnData: columns.map((column, i) => ({
      name: column.name,
      data: all.map((row) => valueOf(row[i]!, column)),
    })),
  });
  return new Uint8Array(buffer);
}

function valueOf(value: MadeValue, { type }: MadeColumn): MadeValue | Date {
  if (value === null || (type !== 'date' && type !== 'datetime')) return value;
  const text = String(value);
  return new Date(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`);
}
