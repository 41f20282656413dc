/**
 * One table as the BSON that mongodump writes: documents one after the other, each with its length.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { objectId } from './object-id.ts';

const types = { double: 0x01, string: 0x02, objectId: 0x07, date: 0x09, int32: 0x10 };

export function* bsonDocuments({ columns, rows }: MadeTable): Generator<Uint8Array> {
  const hasKey = columns.some(({ isKey }) => isKey);
  let number = 0;
  for (const row of rows()) {
    const elements = hasKey ? [] : [element(types.objectId, '_id', Buffer.from(objectId(number++), 'hex'))];
    for (const [i, value] of row.entries()) {
      if (value !== null) elements.push(elementOf(value, columns[i]!));
    }
    const body = Buffer.concat(elements);
    yield Buffer.concat([int32(body.length + 5), body, Buffer.alloc(1)]);
  }
}

function elementOf(value: Exclude<MadeValue, null>, { name, type, isKey }: MadeColumn): Buffer {
  const key = isKey ? '_id' : name;
  if (type === 'integer') return element(types.int32, key, int32(Number(value)));
  if (type === 'decimal') return element(types.double, key, double(Number(value)));
  if (type !== 'text') return element(types.date, key, milliseconds(String(value)));
  const bytes = Buffer.from(`${value}\0`);
  return element(types.string, key, Buffer.concat([int32(bytes.length), bytes]));
}

function element(type: number, key: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.of(type), Buffer.from(`${key}\0`), value]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function milliseconds(date: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(Date.parse(`${date.slice(0, 10)}T${date.slice(11) || '00:00:00'}Z`)));
  return bytes;
}
