// One BSON value as text, or as bytes where it is binary. Arrays, and documents that are no columns, as JSON text.

import { Decimal128 } from 'bson';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { maxDepth } from './bson-limits.ts';
import { textOf } from './short-text.ts';
import { bsonTypes, DamagedDocument, walkDocument } from './walk-document.ts';

export function bsonValue(bytes: Buffer, type: number, from: number, to: number): RecordValue {
  switch (type) {
    case bsonTypes.string:
    case bsonTypes.code:
    case bsonTypes.symbol:
      return textOf(bytes, from + 4, to - 1);
    case bsonTypes.binary:
      return binaryValue(bytes, from, to);
    case bsonTypes.document:
    case bsonTypes.array:
      return jsonText(bytes, type, from, to, 1);
    default:
      return scalarText(bytes, type, from, to);
  }
}

/** `subtype` 2 has a second length inside; 3 and 4 are UUIDs. */
function binaryValue(bytes: Buffer, from: number, to: number): RecordValue {
  const subtype = bytes[from + 4]!;
  const start = from + 5 + (subtype === 2 && to - from >= 9 ? 4 : 0);
  if ((subtype === 3 || subtype === 4) && to - start === 16) {
    return bytes.toString('hex', start, to).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
  }
  return Uint8Array.from(bytes.subarray(start, to));
}

function scalarText(bytes: Buffer, type: number, from: number, to: number): string | null {
  switch (type) {
    case bsonTypes.double:
      return String(bytes.readDoubleLE(from));
    case bsonTypes.objectId:
      return bytes.toString('hex', from, to);
    case bsonTypes.boolean:
      return bytes[from] === 0 ? 'false' : 'true';
    case bsonTypes.date:
      return dateText(bytes.readBigInt64LE(from));
    case bsonTypes.timestamp:
      return dateText(BigInt(bytes.readUInt32LE(from + 4)) * 1000n);
    case bsonTypes.int32:
      return String(bytes.readInt32LE(from));
    case bsonTypes.int64:
      return String(bytes.readBigInt64LE(from));
    case bsonTypes.decimal:
      return new Decimal128(bytes.subarray(from, to)).toString();
    case bsonTypes.regex: {
      const middle = bytes.indexOf(0, from);
      return `/${bytes.toString('utf8', from, middle)}/${bytes.toString('utf8', middle + 1, to - 1)}`;
    }
    case bsonTypes.pointer:
      return bytes.toString('hex', to - 12, to);
    case bsonTypes.scopedCode:
      return bytes.toString('utf8', from + 8, to).split('\0', 1)[0] ?? null;
    default:
      return null;
  }
}

/** ISO 8601; milliseconds since 1970 where no calendar reaches. */
function dateText(milliseconds: bigint): string {
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

function jsonText(bytes: Buffer, type: number, from: number, to: number, depth: number): string {
  if (depth > maxDepth) throw new DamagedDocument();
  const isArray = type === bsonTypes.array;
  const parts: string[] = [];
  walkDocument(bytes, from, to, (type, keyFrom, keyTo, from, to) => {
    const key = isArray ? '' : `${JSON.stringify(textOf(bytes, keyFrom, keyTo))}:`;
    const isNested = type === bsonTypes.document || type === bsonTypes.array;
    parts.push(
      key + (isNested ? jsonText(bytes, type, from, to, depth + 1) : jsonScalar(bytes, type, from, to)),
    );
  });
  return isArray ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

const bareTypes = new Set<number>([bsonTypes.double, bsonTypes.boolean, bsonTypes.int32, bsonTypes.int64]);

function jsonScalar(bytes: Buffer, type: number, from: number, to: number): string {
  const value = bsonValue(bytes, type, from, to);
  if (value === null) return 'null';
  if (typeof value !== 'string') return JSON.stringify(Buffer.from(value).toString('base64'));
  return bareTypes.has(type) ? value : JSON.stringify(value);
}
