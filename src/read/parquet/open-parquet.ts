// Opens a Parquet file: one table, row after row. In: the file, its footer first. Out: records numbered from 0;
// structs as columns with dots, lists as JSON text. Holds a page of each column, whatever the size of the row
// groups. A column that is damaged is empty for the rest of its row group, and told.

import { type FileMetaData, parquetMetadata, type RowGroup, type SchemaElement } from 'hyparquet';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenFile, RecordValue, UnpackSink } from '../unpack/unpack-sink.ts';
import { thriftEnd } from './check-encoding.ts';
import { type ColumnCursor, createColumnCursor, type Held } from './column-cursor.ts';
import { ColumnDamage } from './damage.ts';
import { isParquet } from './is-parquet.ts';
import { type LeafColumn, leafColumns } from './leaf-columns.ts';

/** Footers are a few kB a row group; this is one of 100,000 column chunks. */
const maxFooterBytes = 16 << 20;

/** What a few bytes may become by repetition: below the first it may be anything. */
const freeBytes = 2 ** 31;
const maxRatio = 1000;

/** Rows and bytes after which the sink is asked for room. */
const rowsAtOnce = 256;
const bytesAtOnce = 1 << 20;

interface Reading {
  access: RandomAccess;
  sink: UnpackSink;
  signal: AbortSignal | undefined;
  columns: LeafColumn[];
  row: number;
  /** Handed over, in all and since the sink was asked. */
  bytes: number;
  bytesSinceAsked: number;
}

export const openParquet: OpenFile = async (access, sink, { signal }) => {
  const footer = readFooter(access);
  const columns = leafColumns(footer.schema);
  if (!columns)
    throw new UnreadableError('the columns of the parquet file are no tree; an undamaged copy would help');
  const names = columns.map((column) => column.name);
  const types = columns.map(({ name, element }) => ({
    name,
    type: typeOf(element),
  }));
  sink.table({
    name: '',
    columns: names,
    schema: { name: '', columns: types, primaryKey: [], unique: [], foreignKeys: [] },
  });
  const reading: Reading = { access, sink, signal, columns, row: 0, bytes: 0, bytesSinceAsked: 0 };
  for (const group of footer.row_groups) await readRowGroup(reading, group);
  await sink.drained();
};

function readFooter(access: RandomAccess): FileMetaData {
  const tail = Buffer.from(access.readSync(Math.max(0, access.sizeBytes - 8), 8));
  const isEncrypted = tail.toString('latin1', 4) === 'PARE';
  if (isEncrypted)
    throw new UnreadableError('parquet file with encrypted columns; its keys, or a plain copy, would help');
  if (!isParquet(tail.subarray(4)))
    throw new UnreadableError(
      'parquet file without its end, where its columns are listed; a whole copy would help',
    );
  const length = tail.readUInt32LE(0);
  if (length + 12 > access.sizeBytes || length > maxFooterBytes)
    throw new UnreadableError('parquet footer of an impossible size; an undamaged copy would help');
  const footer = access.readSync(access.sizeBytes - 8 - length, length + 8);
  try {
    if (thriftEnd(footer.subarray(0, length), 0) < 0) throw new Error('no struct');
    return parquetMetadata(footer, { geoparquet: false });
  } catch {
    throw new UnreadableError('parquet footer is damaged; an undamaged copy would help');
  }
}

async function readRowGroup(reading: Reading, group: RowGroup): Promise<void> {
  const { sink, columns, access, signal } = reading;
  const chunks = new Map(
    group.columns.map((chunk) => [chunk.meta_data?.path_in_schema.join('.') ?? '', chunk]),
  );
  const held: Held = { bytes: 0 };
  const tellDamage = (column: LeafColumn, offset: number, error: unknown): null => {
    const what = error instanceof ColumnDamage ? error.message : 'is damaged';
    sink.skipped(
      offset,
      0,
      `column ${column.name} ${what}, from row ${reading.row} to the end of its row group`,
    );
    return null;
  };
  const cursors: (ColumnCursor | null)[] = columns.map((column) => {
    try {
      return createColumnCursor(access, column, chunks.get(column.path), held);
    } catch (error) {
      return tellDamage(column, 0, error);
    }
  });
  const rows = Number(group.num_rows);
  for (let row = 0; row < rows; row++) {
    if (row % rowsAtOnce === 0 || reading.bytesSinceAsked > bytesAtOnce) {
      reading.bytesSinceAsked = 0;
      await sink.drained();
      signal?.throwIfAborted();
    }
    let alive = 0;
    const values = cursors.map((cursor, i): RecordValue => {
      if (!cursor) return null;
      try {
        const value = cursor.next();
        if (value !== undefined) {
          alive++;
          return value;
        }
        throw new ColumnDamage('ends early');
      } catch (error) {
        cursor.release();
        cursors[i] = tellDamage(cursor.column, cursor.offset(), error);
      }
      return null;
    });
    if (alive === 0) return;
    sink.record(reading.row++, values);
    count(reading, values);
  }
}

function count(reading: Reading, values: RecordValue[]): void {
  let bytes = 8 * values.length;
  for (const value of values) if (value !== null) bytes += value.length;
  reading.bytes += bytes;
  reading.bytesSinceAsked += bytes;
  if (reading.bytes > Math.max(freeBytes, reading.access.sizeBytes * maxRatio))
    throw new UnreadableError(`parquet file that repeats itself to more than ${maxRatio} times its size`);
}

/** What a column is meant to hold. Older writers mark texts by a converted type, the oldest not at all. */
function typeOf({ type, converted_type: converted, logical_type: logical }: SchemaElement): string {
  if (converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON') return 'string';
  const stated = logical?.type ?? converted ?? type ?? '';
  return stated === 'BYTE_ARRAY' ? '' : stated.toLowerCase();
}
